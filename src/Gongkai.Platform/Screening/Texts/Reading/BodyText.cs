using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Platform.Screening.Texts.Reading;

/// <summary>The text of a document's HTML, paragraph by paragraph and cell by cell, each letter where it stands in the page.</summary>
internal sealed class BodyText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption",
    };

    private readonly List<ScreenedPassage> passages = [];
    private readonly List<ScreenedTable> tables = [];
    private readonly List<List<IText>> nodes = [];
    private readonly List<IText> open = [];
    private readonly List<string> hidden = [];
    private int paragraphs;
    private int tableCount;
    private string last = "";

    private BodyText(IElement body) => Body = body;

    public IElement Body { get; }

    public ScreenedText Text => new(passages, tables);

    /// <summary>What the page holds but does not show.</summary>
    public IReadOnlyList<string> Hidden => hidden;

    public static BodyText Read(string html)
    {
        var body = new BodyText(new HtmlParser().ParseDocument(html).Body!);
        body.Walk(body.Body);
        body.Close();
        return body;
    }

    /// <summary>The letters of the page at a place; null where there are none any more.</summary>
    public IReadOnlyList<IText>? At(HitPlace place)
    {
        for (var index = 0; index < passages.Count; index++)
        {
            var other = passages[index].Place;
            if (other.Field == place.Field && other.Number == place.Number && other.Row == place.Row && other.Column == place.Column)
            {
                return nodes[index];
            }
        }

        return null;
    }

    private void Walk(IElement element)
    {
        foreach (var node in element.ChildNodes.ToList())
        {
            switch (node)
            {
                case IText text:
                    open.Add(text);
                    break;
                case IElement { LocalName: "script" or "style" or "template" or "noscript" }:
                    break;
                case IElement { LocalName: "br" }:
                    Close();
                    break;
                case IElement child when IsHidden(child):
                    if (child.TextContent.Trim() is { Length: > 0 } unseen)
                    {
                        hidden.Add(unseen);
                    }

                    break;
                case IElement { LocalName: "table" } table:
                    Close();
                    Table(table);
                    break;
                case IElement child when Blocks.Contains(child.LocalName):
                    Close();
                    Walk(child);
                    Close();
                    break;
                case IElement child:
                    Walk(child);
                    break;
            }
        }
    }

    private void Close()
    {
        if (open.Count == 0)
        {
            return;
        }

        var text = TextOf(open);
        if (!string.IsNullOrWhiteSpace(text))
        {
            last = text.Trim();
            passages.Add(new ScreenedPassage(new HitPlace(HitField.Body) { Number = ++paragraphs }, text));
            nodes.Add([.. open]);
        }

        open.Clear();
    }

    private void Table(IElement table)
    {
        var place = new HitPlace(HitField.Table) { Number = ++tableCount };
        var caption = table.Children.FirstOrDefault(child => child.LocalName == "caption")?.TextContent.Trim();
        var grid = new TableGrid();
        foreach (var row in table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table))
        {
            grid.Add(row.Children.Where(cell => cell.LocalName is "td" or "th"));
        }

        var rows = grid.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell is null ? "" : TextOf(TextsOf(cell)).Trim())]).ToList();
        var screened = new ScreenedTable(place, rows, table.QuerySelector("th") is not null, caption ?? last);
        tables.Add(screened);
        var headings = screened.HeadingRow;
        for (var row = 0; row < grid.Rows.Count; row++)
        {
            for (var column = 0; column < grid.Rows[row].Count; column++)
            {
                if (grid.Rows[row][column] is { } cell && TextsOf(cell) is { Count: > 0 } texts && TextOf(texts) is var text && !string.IsNullOrWhiteSpace(text))
                {
                    passages.Add(new ScreenedPassage(place with { Row = row + 1, Column = column + 1 }, text, row > headings ? screened.Cell(headings, column) : ""));
                    nodes.Add(texts);
                }
            }
        }
    }

    private static List<IText> TextsOf(INode cell) => [.. cell.Descendants<IText>().Where(text => text.ParentElement?.LocalName is not ("script" or "style"))];

    private static string TextOf(List<IText> texts) => string.Concat(texts.Select(text => text.Data)).Replace('\u00A0', ' ').Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');

    private static bool IsHidden(IElement element) => element.HasAttribute("hidden")
        || (element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal) is { } style
            && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) || style.Contains("font-size:0", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Lays cells out in rows and columns, as their spans say.</summary>
    private sealed class TableGrid
    {
        private const int Most = 1_000;

        private readonly Dictionary<int, int> taken = [];

        public List<List<IElement?>> Rows { get; } = [];

        public void Add(IEnumerable<IElement> cells)
        {
            var row = new List<IElement?>();
            var column = 0;
            foreach (var cell in cells)
            {
                column = Skip(row, column);
                var (width, height) = (Span(cell, "colspan"), Span(cell, "rowspan"));
                for (var index = 0; index < width; index++)
                {
                    row.Add(index == 0 ? cell : null);
                    taken[column + index] = height - 1;
                }

                column += width;
            }

            Skip(row, column);
            Rows.Add(row);
        }

        /// <summary>Steps over what cells of rows above take.</summary>
        private int Skip(List<IElement?> row, int column)
        {
            while (taken.TryGetValue(column, out var left) && left > 0)
            {
                taken[column++] = left - 1;
                row.Add(null);
            }

            return column;
        }

        private static int Span(IElement cell, string name) =>
            int.TryParse(cell.GetAttribute(name), System.Globalization.CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, Most) : 1;
    }
}
