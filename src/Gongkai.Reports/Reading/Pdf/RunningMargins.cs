using System.Text.RegularExpressions;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>What stands on every page and is no part of the text: page numbers and running heads.</summary>
internal sealed partial class RunningMargins
{
    private const int OftenEnough = 3;

    private readonly HashSet<string> running;

    public RunningMargins(List<PdfPage> pages)
    {
        var counts = new Dictionary<string, int>();
        foreach (var page in pages)
        {
            var lines = PdfLine.Of(page.Words);
            foreach (var text in Edges(lines).Where(line => IsAtEdge(page, line)).Select(static line => line.Text).Distinct())
            {
                counts[text] = counts.GetValueOrDefault(text) + 1;
            }
        }

        running = [.. counts.Where(pair => pair.Value >= OftenEnough && pair.Value * 2 > pages.Count).Select(static pair => pair.Key)];
    }

    /// <summary>The lines of the page without those.</summary>
    public List<PdfLine> Body(PdfPage page, List<PdfLine> lines)
    {
        while (lines.Count > 0 && IsRunning(page, lines[^1]))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        while (lines.Count > 0 && IsRunning(page, lines[0]))
        {
            lines.RemoveAt(0);
        }

        return lines;
    }

    private bool IsRunning(PdfPage page, PdfLine line) =>
        IsAtEdge(page, line) && (PageNumber().IsMatch(line.Text) || running.Contains(line.Text));

    private static bool IsAtEdge(PdfPage page, PdfLine line) => line.CentreY < page.Height * 0.12 || line.CentreY > page.Height * 0.88;

    private static IEnumerable<PdfLine> Edges(List<PdfLine> lines) => lines.Count < 2 ? lines : [lines[0], lines[^1]];

    [GeneratedRegex(@"^(?:[-—–－_\s·.]*\d{1,3}[-—–－_\s·.]*|第\s*\d{1,3}\s*页.{0,12}|\d{1,3}\s*/\s*\d{1,3})$")]
    private static partial Regex PageNumber();
}
