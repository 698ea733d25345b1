using System.Net;
using System.Text;

namespace Gongkai.Testing.Published;

/// <summary>Writes the tables of a page.</summary>
public delegate string HtmlTable(FormSheet sheet, Expected expected, Random random);

/// <summary>Prints a report as a page saved from an agency's site.</summary>
public static class HtmlPage
{
    private const string Navigation =
        "<div class=\"nav\"><ul><li><a href=\"/\">首页</a></li><li><a href=\"/zwgk\">政务公开</a></li><li><a href=\"/hd\">互动交流 12</a></li></ul></div>";

    private const string Footer =
        "<div class=\"footer\"><p>主办单位：信息公开办公室</p><p>网站标识码：0000000001　浏览次数：<span id=\"hits\">386</span></p></div>";

    public static PublishedReport Print(
        AnnualReport report,
        Random random,
        HtmlTable table,
        Func<string, string>? paragraph = null,
        Func<string, string>? frame = null,
        Encoding? encoding = null)
    {
        encoding ??= Encoding.UTF8;
        var expected = new Expected(report) { Sections = PrintStyle.Form.Sections };
        paragraph ??= text => $"<p>{Encode(text)}</p>";
        var body = new StringBuilder();
        foreach (var line in TextPage.Head(report, random))
        {
            body.AppendLine(paragraph(line));
        }

        foreach (var section in report.Sections)
        {
            body.AppendLine(paragraph($"{"一二三四五六"[section.Number - 1]}、{section.Heading}"));
            foreach (var line in section.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                body.AppendLine(paragraph(line));
            }

            if (Sheet(report, section.Number) is { } sheet)
            {
                body.AppendLine(table(sheet, expected, random));
            }
        }

        body.AppendLine(paragraph(report.Signatory ?? ""));
        body.AppendLine(paragraph(TextPage.Date(report.SignedOn)));
        var content = frame is null ? $"<div class=\"content\">\n{body}</div>" : frame(body.ToString());
        var page =
            $"<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"{encoding.WebName}\"><title>{Encode(report.Title ?? "")} - 信息公开网</title>"
            + "<style>td{border:1px solid #000}</style><script>var total = 0; var hits = 386;</script></head>\n"
            + $"<body>{Navigation}\n{content}\n{Footer}</body>\n</html>\n";
        return new PublishedReport(encoding.GetBytes(page), expected);
    }

    /// <summary>The table that belongs to a section, or null.</summary>
    public static FormSheet? Sheet(AnnualReport report, int section) => section switch
    {
        2 => FormSheets.Proactive(report, PrintStyle.Form),
        3 => FormSheets.Requests(report, PrintStyle.Form),
        4 => FormSheets.Disputes(report, PrintStyle.Form),
        _ => null,
    };

    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
