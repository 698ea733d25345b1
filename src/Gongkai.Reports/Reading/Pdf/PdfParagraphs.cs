using System.Text;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>Joins the lines of prose into paragraphs: a paragraph ends with a line that is not full, and begins with an indent.</summary>
internal sealed class PdfParagraphs
{
    private readonly double left;
    private readonly double right;
    private int count;

    public PdfParagraphs(IEnumerable<PdfLine> lines)
    {
        List<PdfLine> all = [.. lines];
        var widest = all.Count == 0 ? 0 : all.Max(static line => line.Right - line.Left);
        List<PdfLine> full = [.. all.Where(line => line.Right - line.Left > widest * 0.85)];
        left = full.Count == 0 ? 0 : full.Min(static line => line.Left);
        right = full.Count == 0 ? 0 : full.Max(static line => line.Right);
    }

    public IEnumerable<SourceParagraph> Of(List<(int Page, PdfLine Line)> lines)
    {
        var text = new StringBuilder();
        for (var index = 0; index < lines.Count; index++)
        {
            var (page, line) = lines[index];
            if (text.Length > 0 && PdfLine.NeedsSpace(lines[index - 1].Line.Words[^1] with { Right = 0 }, line.Words[0] with { Left = 0 }))
            {
                text.Append(' ');
            }

            text.Append(line.Text);
            if (index + 1 == lines.Count || Ends(lines[index], lines[index + 1]))
            {
                count++;
                yield return new SourceParagraph(text.ToString().Trim(), new SourcePlace(page, count, 0));
                text.Clear();
            }
        }
    }

    private bool Ends((int Page, PdfLine Line) here, (int Page, PdfLine Line) next)
    {
        var size = here.Line.Size;
        return here.Line.Right < right - (1.6 * size)
            || UnruledTables.IsRowOfFigures(here.Line)
            || UnruledTables.IsRowOfFigures(next.Line)
            || next.Line.Left > left + (1.2 * size)
            || Math.Abs(size - next.Line.Size) > 0.2 * Math.Max(size, next.Line.Size)
            || (here.Page == next.Page && next.Line.Top - here.Line.Bottom > 1.6 * size);
    }
}
