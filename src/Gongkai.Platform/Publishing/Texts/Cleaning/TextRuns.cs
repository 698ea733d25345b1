using System.Text;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

internal static class TextRuns
{
    private const int LongestLine = 500;

    public static List<TextRun> Without(Marks marks, IEnumerable<TextRun> runs) => Changed(runs, run => run with { Marks = run.Marks & ~marks });

    /// <summary>The runs with other looks; neighbours that look the same become one.</summary>
    public static List<TextRun> Changed(IEnumerable<TextRun> runs, Func<TextRun, TextRun> change)
    {
        var changed = new List<TextRun>();
        foreach (var run in runs)
        {
            var next = change(run);
            if (changed.Count > 0 && changed[^1] is { Picture: null, IsBreak: false } before && next is { Picture: null, IsBreak: false } && before.Marks == next.Marks && before.Link == next.Link)
            {
                changed[^1] = before with { Text = before.Text + next.Text };
            }
            else
            {
                changed.Add(next);
            }
        }

        return changed;
    }

    /// <summary>What is read of them; pictures by their alternative text.</summary>
    public static string TextOf(IEnumerable<TextRun> runs)
    {
        var text = new StringBuilder();
        foreach (var run in runs)
        {
            text.Append(run.Picture is { } picture ? picture.Alternative : run.Text);
        }

        return text.ToString();
    }

    /// <summary>A text as one line of bounded length, cleaned like every line.</summary>
    public static string OneLine(string text)
    {
        var line = new LineBuilder();
        line.Append(text, Marks.None, null);
        var cleaned = string.Join(' ', line.Take().Select(TextOf)).Replace('\n', ' ');
        if (cleaned.Length <= LongestLine)
        {
            return cleaned;
        }

        var end = char.IsHighSurrogate(cleaned[LongestLine - 1]) ? LongestLine - 1 : LongestLine;
        return cleaned[..end].TrimEnd();
    }
}
