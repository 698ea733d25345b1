using Gongkai.Reports.Reading.Conversion;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>
/// Reads a PDF with a text layer into blocks. Where lines are drawn, they say which cell a word stands in; where none are,
/// columns are found from where the figures stand, and a row whose figures do not surely stand in columns stays a line of text.
/// </summary>
internal static class PdfReader
{
    /// <exception cref="UnreadableSourceException">No text layer, a password, damage, past the limits, or poppler is not there.</exception>
    public static SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("source.pdf");
        using (var stream = File.Create(path))
        {
            stream.Write(bytes.Span);
        }

        var pages = PdfWords.Read(path, limits);
        if (pages.TrueForAll(static page => page.Words.Count == 0))
        {
            throw new UnreadableSourceException(
                "这份 PDF 是扫描件，没有文字层，读不出文字和数字；请使用 Word 或网页版本，或先做文字识别（OCR）再试。");
        }

        PdfRules.AddTo(pages, path, limits);
        return new SourceDocument("pdf", [.. new PdfAssembly(pages).Blocks()]);
    }
}
