using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Gongkai.Reports.Writing;

namespace Gongkai.Reports.Tests.Writing;

public sealed class HtmlTests
{
    [Fact]
    public void The_page_needs_no_other_file_and_prints_on_A4()
    {
        var text = Written.Text(SampleReport.Of(Edition.National2021), WriteFormat.Html);

        Page(SampleReport.Of(Edition.National2021)).DocumentElement.GetAttribute("lang").ShouldBe("zh-CN");
        text.ShouldContain("@page{size:A4");
        text.ShouldNotContain("http");
        text.ShouldNotContain("<script");
    }

    [Fact]
    public void Headers_say_what_they_are_headers_of()
    {
        var tables = Page(SampleReport.Of(Edition.National2021)).QuerySelectorAll("table").Cast<IHtmlTableElement>().ToList();

        tables.Count.ShouldBe(3);
        tables.SelectMany(table => table.QuerySelectorAll("th")).ShouldAllBe(header => header.HasAttribute("scope"));
        tables[0].QuerySelectorAll("th[scope=rowgroup]").Length.ShouldBe(4);
        tables[1].QuerySelectorAll("thead tr").Length.ShouldBe(3);
        tables[1].QuerySelectorAll("tbody td").Length.ShouldBe(25 * 7);
        tables[1].QuerySelector("th[rowspan='22']").ShouldNotBeNull().TextContent.ShouldBe("三、本年度办理结果");
        tables[2].QuerySelectorAll("tbody td").Length.ShouldBe(15);
    }

    [Fact]
    public void Nothing_that_a_report_holds_becomes_mark_up() =>
        Prop.ForAll(
                AnyReport.Arbitrary,
                report =>
                {
                    var page = Page(report);
                    page.QuerySelectorAll("script").ShouldBeEmpty();
                    page.QuerySelectorAll("main *").Select(element => element.LocalName).Distinct()
                        .Except(["h1", "h2", "p", "div", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "br"]).ShouldBeEmpty();
                    page.QuerySelector("h1")?.TextContent.ShouldBe(Printable(report.Title!));
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Control_characters_have_no_printed_form()
    {
        var report = SampleReport.Of(Edition.National2021) with { Title = "甲\u0000\u0001\u0008\u007F\uFFFE\uD800乙𠮷" };

        Page(report).QuerySelector("h1")!.TextContent.ShouldBe("甲乙𠮷");
    }

    private static string Printable(string text) =>
        string.Concat(text.Where(character => character is '\t' or '\n' || !char.IsControl(character)));

    private static IHtmlDocument Page(AnnualReport report) => new HtmlParser().ParseDocument(Written.Text(report, WriteFormat.Html));
}
