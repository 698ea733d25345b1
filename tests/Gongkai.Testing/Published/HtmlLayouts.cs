using System.Text;

namespace Gongkai.Testing.Published;

/// <summary>The ways in which reports stand on web pages.</summary>
internal static class HtmlLayouts
{
    public static IEnumerable<PublishedLayout> All()
    {
        yield return Html("spans as in the form", HtmlTables.Exact);
        yield return Html("within layout tables", HtmlTables.Exact, frame: LayoutTables);
        yield return Html("Word mark-up", HtmlTables.WordMarkup, paragraph: WordParagraph);
        yield return Html("invisible text", HtmlTables.Invisible);
        yield return Html("merged labels repeated in each cell", HtmlTables.Repeated);
        yield return Html("table three in pieces", HtmlTables.InPieces);
        yield return Html("lines parted by br", HtmlTables.Exact, paragraph: text => HtmlPage.Encode(text) + "<br>&emsp;");
        yield return Html("GB18030", HtmlTables.Exact, encoding: () => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!);
        yield return Html("UTF-16", HtmlTables.WordMarkup, encoding: () => Encoding.Unicode, mark: true);
        yield return Html("a cell missing", HtmlTables.CellMissing) with { IsDamaged = true };
        yield return Html("a span too short", HtmlTables.SpanTooShort) with { IsDamaged = true };
    }

    private static PublishedLayout Html(
        string name,
        HtmlTable table,
        Func<string, string>? paragraph = null,
        Func<string, string>? frame = null,
        Func<Encoding>? encoding = null,
        bool mark = false) =>
        new(name, "html", (report, random) =>
        {
            var page = HtmlPage.Print(report, random, table, paragraph, frame, encoding?.Invoke());
            return mark ? page with { Bytes = [.. encoding!().GetPreamble(), .. page.Bytes] } : page;
        });

    private static string LayoutTables(string body) =>
        "<table width=\"1000\"><tr><td width=\"200\"><table><tr><td>政务公开</td></tr><tr><td>年度报告 2</td></tr></table></td><td>"
        + $"<table><tr><td>当前位置：首页 &gt; 年度报告</td></tr><tr><td>{body}</td></tr></table></td></tr></table>";

    private static string WordParagraph(string text) =>
        "<p class=\"MsoNormal\" style=\"text-indent:32.0pt;mso-char-indent-count:2.0\"><span style=\"font-size:16.0pt;font-family:仿宋_GB2312;"
        + $"mso-hansi-font-family:仿宋_GB2312\">{HtmlPage.Encode(text)}</span><span lang=\"EN-US\"><o:p></o:p></span></p>\n<p>&nbsp;</p>";
}
