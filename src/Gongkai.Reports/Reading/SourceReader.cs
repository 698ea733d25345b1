using System.IO.Compression;
using System.Xml;
using Gongkai.Reports.Reading.Conversion;
using Gongkai.Reports.Reading.Excel;
using Gongkai.Reports.Reading.Files;
using Gongkai.Reports.Reading.Html;
using Gongkai.Reports.Reading.Pdf;
using Gongkai.Reports.Reading.Text;
using Gongkai.Reports.Reading.Word;

namespace Gongkai.Reports.Reading;

/// <summary>What became of opening one file as blocks: a document, or a plain sentence in Chinese that says why not. Never both.</summary>
/// <param name="Document">The document, or null.</param>
/// <param name="Failure">Why it could not be opened, on one line, and what to do; or null.</param>
public readonly record struct SourceOutcome(SourceDocument? Document, string? Failure);

/// <summary>Turns the bytes of any format into blocks. Any bytes give a document or a sentence, in bounded time and memory.</summary>
public static class SourceReader
{
    /// <summary>Reads the bytes as what they are, whatever the file is called.</summary>
    public static SourceOutcome Read(ReadOnlyMemory<byte> bytes, ReadLimits limits) => Read(bytes, Sniffing.KindOf(bytes), limits);

    internal static SourceOutcome Read(ReadOnlyMemory<byte> bytes, SourceKind kind, ReadLimits limits)
    {
        try
        {
            return new SourceOutcome(Open(bytes, kind, limits), null);
        }
        catch (UnreadableSourceException exception)
        {
            return new SourceOutcome(null, exception.Message);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException)
        {
            return new SourceOutcome(null, "文件已损坏或不完整，打不开；请重新下载，或用 Word、WPS 打开后另存再试。");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new SourceOutcome(null, $"读取时出错：{exception.Message.ReplaceLineEndings(" ")} 请检查磁盘空间和权限后再试。");
        }
    }

    private static SourceDocument Open(ReadOnlyMemory<byte> bytes, SourceKind kind, ReadLimits limits) => kind switch
    {
        SourceKind.Text => PlainTextReader.Read(TextDecoding.Decode(bytes.Span)),
        SourceKind.Html => HtmlReader.Read(TextDecoding.Decode(bytes.Span), limits),
        SourceKind.Word => ReadWord(bytes, limits),
        SourceKind.Excel or SourceKind.OldExcel => ExcelReader.Read(bytes, kind, limits),
        SourceKind.Pdf => PdfReader.Read(bytes, limits),
        SourceKind.OldWord or SourceKind.OpenDocument or SourceKind.RichText =>
            ReadWord(OfficeConversion.ToWord(bytes, kind, limits), limits) with { Kind = Sniffing.NameOf(kind) },
        SourceKind.Empty => throw new UnreadableSourceException("文件是空的；请检查是否保存或下载完整。"),
        SourceKind.Zip => throw new UnreadableSourceException(
            "压缩包不完整，或者其中不是一份 Word、Excel 文档；请重新下载，或解压后再试。"),
        SourceKind.EncryptedOffice => throw new UnreadableSourceException("文件设有打开密码，读不了；请去掉密码后再试。"),
        SourceKind.Picture => throw new UnreadableSourceException("这是一张图片，其中的文字读不了；请使用报告的 Word、网页或带文字层的 PDF，或先做文字识别。"),
        SourceKind.OtherArchive => throw new UnreadableSourceException("这是 rar、7z 或 gz 压缩包，只支持 zip；请解压后再试。"),
        SourceKind.OtherOffice => throw new UnreadableSourceException("这是不支持的格式（OFD 或演示文稿等）；请另存为 .docx 或带文字层的 PDF 再试。"),
        SourceKind.Json or SourceKind.Csv => throw new UnreadableSourceException("这是本程序写出的数据文件，不是报告原文；请用 gongkai read 直接读取。"),
        SourceKind.Unknown => throw new UnreadableSourceException("认不出这是什么文件；支持 Word、WPS、PDF、网页、Excel、文本和 zip，请检查文件是否损坏。"),
    };

    private static SourceDocument ReadWord(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        using var archive = new ZipArchive(MemoryView.Over(bytes), ZipArchiveMode.Read);
        return WordReader.Read(archive, limits);
    }
}
