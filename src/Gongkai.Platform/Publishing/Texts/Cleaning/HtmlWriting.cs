using System.Globalization;
using System.Text;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

/// <summary>Writes blocks as HTML, in one way only: what a browser makes of it is the tree that is meant.</summary>
internal sealed class HtmlWriting
{
    private static readonly (Marks Mark, string Name)[] Elements =
    [
        (Marks.Strong, "strong"), (Marks.Emphasis, "em"), (Marks.Underline, "u"), (Marks.Strike, "s"), (Marks.Subscript, "sub"), (Marks.Superscript, "sup"),
    ];

    private readonly StringBuilder html = new();
    private string? anchor;

    /// <summary>The HTML of these blocks, one on a line.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="anchors">Whether each heading has the id <c>part-1</c>, <c>part-2</c> …</param>
    public static string Of(IReadOnlyList<TextBlock> blocks, bool anchors = false)
    {
        var writing = new HtmlWriting();
        var headings = 0;
        for (var index = 0; index < blocks.Count; index++)
        {
            writing.html.Append(index > 0 ? "\n" : "");
            writing.anchor = anchors && blocks[index] is Paragraph { Look.Heading: > 0 } ? $"part-{++headings}" : null;
            writing.Write(blocks[index]);
        }

        return writing.html.ToString();
    }

    public static string Of(IReadOnlyList<TextRun> runs)
    {
        var writing = new HtmlWriting();
        writing.Write(runs);
        return writing.html.ToString();
    }

    private void Write(TextBlock block)
    {
        switch (block)
        {
            case Paragraph { Look: var look, Runs: var runs }:
                var name = look.Heading == 0 ? "p" : $"h{look.Heading}";
                Element(name, () => Write(runs), ("id", anchor), ("class", look.Classes is { Length: > 0 } classes ? classes : null));
                break;
            case TextList list:
                Element(list.Mark.IsOrdered ? "ol" : "ul", () =>
                {
                    foreach (var item in list.Items)
                    {
                        Element("li", () => WriteInside(item));
                    }
                }, ("start", list.Mark is { IsOrdered: true, Start: not 1 } ? Number(list.Mark.Start) : null), ("type", list.Mark.Type is { } type and not '1' ? type.ToString() : null));
                break;
            case Quotation quotation:
                Element("blockquote", () => WriteAll(quotation.Blocks));
                break;
            case Rule:
                html.Append("<hr>");
                break;
            case Figure figure:
                Element("figure", () =>
                {
                    Write([figure.Picture]);
                    if (figure.Caption.Count > 0)
                    {
                        Element("figcaption", () => Write(figure.Caption));
                    }
                });
                break;
            case TextTable table:
                Write(table);
                break;
            case ListLine line:
                Write(line.Paragraph);
                break;
        }
    }

    private void Write(TextTable table) => Element("table", () =>
    {
        if (table.Caption.Count > 0)
        {
            Element("caption", () => Write(table.Caption));
        }

        if (table.HeaderRows > 0)
        {
            Element("thead", () => Write(table.Rows.Take(table.HeaderRows)));
        }

        Element("tbody", () => Write(table.Rows.Skip(table.HeaderRows)));
    });

    private void Write(IEnumerable<TextRow> rows)
    {
        foreach (var row in rows)
        {
            Element("tr", () =>
            {
                foreach (var cell in row.Cells)
                {
                    Element(cell.IsHeader ? "th" : "td", () => WriteInside(cell.Blocks), ("scope", cell.Scope), ("colspan", Span(cell.ColumnSpan)), ("rowspan", Span(cell.RowSpan)));
                }
            });
        }
    }

    /// <summary>A single plain paragraph of an item or a cell needs no element of its own.</summary>
    private void WriteInside(IReadOnlyList<TextBlock> blocks)
    {
        if (blocks is [Paragraph { Look: { Heading: 0, Classes: "" }, Runs: var runs }, ..] && blocks.Skip(1).All(static block => block is TextList))
        {
            Write(runs);
            WriteAll(blocks.Skip(1));
            return;
        }

        WriteAll(blocks);
    }

    private void WriteAll(IEnumerable<TextBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
        }
    }

    private void Write(IReadOnlyList<TextRun> runs)
    {
        for (var at = 0; at < runs.Count;)
        {
            var link = runs[at].Link;
            var end = at;
            while (end < runs.Count && runs[end].Link == link)
            {
                end++;
            }

            var (from, to) = (at, end);
            if (link is null)
            {
                WriteMarked(runs, from, to, 0);
            }
            else
            {
                Element("a", () => WriteMarked(runs, from, to, 0), ("href", link));
            }

            at = end;
        }
    }

    private void WriteMarked(IReadOnlyList<TextRun> runs, int from, int to, int element)
    {
        if (element == Elements.Length)
        {
            for (var at = from; at < to; at++)
            {
                Write(runs[at]);
            }

            return;
        }

        for (var at = from; at < to;)
        {
            var isMarked = runs[at].Marks.HasFlag(Elements[element].Mark);
            var end = at;
            while (end < to && runs[end].Marks.HasFlag(Elements[element].Mark) == isMarked)
            {
                end++;
            }

            html.Append(isMarked ? $"<{Elements[element].Name}>" : "");
            WriteMarked(runs, at, end, element + 1);
            html.Append(isMarked ? $"</{Elements[element].Name}>" : "");
            at = end;
        }
    }

    private void Write(TextRun run)
    {
        if (run.Picture is { } picture)
        {
            html.Append("<img");
            Attribute("src", picture.Source);
            Attribute("alt", picture.Alternative);
            Attribute("width", picture.Width is { } width ? Number(width) : null);
            Attribute("height", picture.Height is { } height ? Number(height) : null);
            html.Append('>');
        }
        else if (run.IsBreak)
        {
            html.Append("<br>");
        }
        else
        {
            Escape(run.Text);
        }
    }

    private void Element(string name, Action content, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        html.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            Attribute(attribute, value);
        }

        html.Append('>');
        content();
        html.Append("</").Append(name).Append('>');
    }

    private void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            html.Append(' ').Append(name).Append("=\"");
            Escape(value);
            html.Append('"');
        }
    }

    private void Escape(string text)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\u00A0' => html.Append("&nbsp;"),
                _ => html.Append(character),
            };
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Span(int span) => span > 1 ? Number(span) : null;
}
