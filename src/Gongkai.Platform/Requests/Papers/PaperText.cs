using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Platform.Requests.Papers;

/// <summary>A paragraph of a paper, to be read on a screen.</summary>
/// <param name="Style">The style that the Word file gives it, such as <c>Title</c> or <c>Signature</c>.</param>
/// <param name="Text">What stands in it; the cells of a row beside each other.</param>
public sealed record PaperText(string Style, string Text)
{
    /// <summary>The paragraphs of a Word file that is no longer edited, in order.</summary>
    public static IReadOnlyList<PaperText> Of(byte[] word)
    {
        using var file = new MemoryStream(word, writable: false);
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        return [.. document.MainDocumentPart!.Document.Body!.Elements().SelectMany(element => element switch
        {
            Paragraph paragraph => [new PaperText(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "Normal", paragraph.InnerText)],
            Table table => table.Elements<TableRow>().Select(row => new PaperText("FormRow", string.Join('：', row.Elements<TableCell>().Select(cell => cell.InnerText)))),
            _ => (IEnumerable<PaperText>)[],
        })];
    }
}
