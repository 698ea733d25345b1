using System.Text;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>Words that stand on one line, from left to right.</summary>
internal sealed class PdfLine
{
    private PdfLine(List<PdfWord> words)
    {
        words.Sort(static (one, other) => one.Left.CompareTo(other.Left));
        Words = words;
        Left = words[0].Left;
        Right = words.Max(static word => word.Right);
        Top = words.Min(static word => word.Top);
        Bottom = words.Max(static word => word.Bottom);
        Size = words.Max(static word => word.Height);
    }

    public List<PdfWord> Words { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public double CentreY => (Top + Bottom) / 2;

    /// <summary>The height of its largest word.</summary>
    public double Size { get; }

    public string Text
    {
        get
        {
            var text = new StringBuilder();
            for (var index = 0; index < Words.Count; index++)
            {
                if (index > 0 && NeedsSpace(Words[index - 1], Words[index]))
                {
                    text.Append(' ');
                }

                text.Append(Words[index].Text);
            }

            return text.ToString();
        }
    }

    /// <summary>Puts words on lines, from top to bottom. Words share a line where their middles lie within half of the smaller height.</summary>
    public static List<PdfLine> Of(IEnumerable<PdfWord> words)
    {
        var lines = new List<List<PdfWord>>();
        foreach (var word in words.OrderBy(static word => word.CentreY))
        {
            var last = lines.Count > 0 ? lines[^1] : null;
            if (last is not null && Math.Abs(last[^1].CentreY - word.CentreY) <= Math.Min(last[^1].Height, word.Height) / 2 * 0.8)
            {
                last.Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        return [.. lines.Select(static line => new PdfLine(line))];
    }

    public static string Join(List<PdfLine> lines) => string.Join('\n', lines.Select(static line => line.Text));

    /// <summary>Two figures side by side never become one.</summary>
    public static bool NeedsSpace(PdfWord left, PdfWord right) =>
        right.Left - left.Right > 0.35 * Math.Min(left.Height, right.Height)
        || (char.IsLetterOrDigit(left.Text[^1]) && left.Text[^1] < 0x2E80 && char.IsLetterOrDigit(right.Text[0]) && right.Text[0] < 0x2E80);
}
