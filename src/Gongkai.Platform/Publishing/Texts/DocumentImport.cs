using Gongkai.Platform.Publishing.Texts.Importing;
using Gongkai.Platform.Screening;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Conversion;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Platform.Publishing.Texts;

/// <summary>Reads a Word, WPS, PDF, text or web file into the text of a document. What it is is found from its bytes; any bytes give a document or a sentence, in bounded time.</summary>
public static class DocumentImport
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 50_000_000;

    private const string Formats = "支持 Word（.docx、.doc）、WPS 文字（.wps）、.odt、.rtf、带文字层的 PDF、网页和文本";

    /// <summary>Reads a file.</summary>
    /// <param name="fileName">What it was called; used for the title where the text has none.</param>
    /// <param name="stream">Its bytes.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<ImportOutcome> ReadAsync(string fileName, Stream stream, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (content.Length + read > MostBytes)
            {
                return new ImportOutcome(null, $"文件超过 {MostBytes / 1_000_000} MB，没有读取；请压缩其中的图片，或者把正文单独存成一份再导入。");
            }

            content.Write(buffer, 0, read);
        }

        var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
        return await Task.Run(() => Read(fileName, bytes), cancellation);
    }

    private static ImportOutcome Read(string fileName, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var kind = Sniffing.KindOf(bytes);
            var text = Open(bytes, kind);
            return text.Blocks.Count == 0
                ? new ImportOutcome(null, "文件里没有读到文字；如果内容都是图片，请先做文字识别，或者把文件作为附件上传、正文另外写。")
                : new ImportOutcome(text.ToDocument(fileName, Sniffing.NameOf(kind)), null);
        }
        catch (UnreadableSourceException exception)
        {
            return new ImportOutcome(null, exception.Message);
        }
    }

    private static ImportedText Open(ReadOnlyMemory<byte> bytes, SourceKind kind) => kind switch
    {
        SourceKind.Word => WordImport.Read(OfficePackage.Read(bytes)),
        SourceKind.OldWord or SourceKind.OpenDocument or SourceKind.RichText =>
            WordImport.Read(OfficePackage.Read(OfficeConversion.ToWord(bytes, kind, ReadLimits.Default))),
        SourceKind.Html => WebImport.Read(TextDecoding.Decode(bytes.Span)),
        SourceKind.Pdf or SourceKind.Text => SourceImport.Read(SourceReader.Read(bytes, ReadLimits.Default), isPdf: kind == SourceKind.Pdf),
        SourceKind.Empty => throw new UnreadableSourceException("文件是空的；请检查是否保存完整，再选一次。"),
        SourceKind.EncryptedOffice => throw new UnreadableSourceException("文件设有打开密码，读不了；请去掉密码后再导入。"),
        SourceKind.Excel or SourceKind.OldExcel => throw new UnreadableSourceException("这是 Excel 表格，不能当作正文导入；请作为附件上传，或者在 Excel 里复制表格，粘贴到正文。"),
        SourceKind.Picture => throw new UnreadableSourceException("这是一张图片，其中的文字读不出来；请在正文里插入图片，或先做文字识别再导入。"),
        SourceKind.Zip or SourceKind.OtherArchive => throw new UnreadableSourceException("这是压缩包，或者文件不完整；请解压后选其中的一个文件导入。"),
        SourceKind.OtherOffice => throw new UnreadableSourceException($"这种格式（OFD、演示文稿等）读不了；请另存为 .docx 或 PDF 再导入。{Formats}。"),
        SourceKind.Json or SourceKind.Csv or SourceKind.Unknown => throw new UnreadableSourceException($"认不出这是什么文件，没有导入；{Formats}，请检查文件是否损坏。"),
    };
}
