using Gongkai.Cli.Running;
using Spectre.Console;

namespace Gongkai.Cli.Printing;

/// <summary>
/// Indented text that is broken where Chinese may be broken: between any two characters, but not within a word or a figure.
/// </summary>
internal static class Paragraph
{
    /// <summary>Writes the text, and after it something in a dimmer colour.</summary>
    public static void Write(IAnsiConsole console, int indent, string text, string dim = "", string style = "default")
    {
        var margin = new string(' ', indent);
        var room = Terminal.Width - indent;
        var lines = Broken(text, room).ToList();
        for (var index = 0; index < lines.Count; index++)
        {
            var isLast = index == lines.Count - 1;
            var tail = isLast && dim.Length > 0 && DisplayWidth.Of(lines[index]) + 2 + DisplayWidth.Of(dim) <= room ? $"  [dim]{Shown.InMarkup(dim)}[/]" : "";
            console.MarkupLine($"{margin}[{style}]{Shown.InMarkup(lines[index])}[/]{tail}");
            if (isLast && dim.Length > 0 && tail.Length == 0)
            {
                foreach (var line in Broken(dim, room))
                {
                    console.MarkupLine($"{margin}[dim]{Shown.InMarkup(line)}[/]");
                }
            }
        }
    }

    internal static IEnumerable<string> Broken(string text, int width)
    {
        var start = 0;
        while (DisplayWidth.Of(text.AsSpan(start)) > width)
        {
            var end = start;
            for (var taken = 0; taken + DisplayWidth.Of(text.AsSpan(end, 1)) <= width; end++)
            {
                taken += DisplayWidth.Of(text.AsSpan(end, 1));
            }

            var whole = end;
            while (whole > start && IsWithinWord(text, whole))
            {
                whole--;
            }

            end = whole > start ? whole : Math.Max(end, start + 1);
            yield return text[start..end];
            start = end;
        }

        yield return text[start..];
    }

    private static bool IsWithinWord(string text, int place) =>
        (char.IsAscii(text[place - 1]) && char.IsAscii(text[place]) && text[place - 1] != ' ')
        || "，。；：、）”》〕".Contains(text[place], StringComparison.Ordinal)
        || "（“《〔".Contains(text[place - 1], StringComparison.Ordinal);
}
