using System.IO.Compression;
using System.Net;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>What the county's officer does with a campaign, through real HTTP.</summary>
public sealed class CampaignPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_campaign_that_is_over_is_closed_and_can_be_taken_up_again()
    {
        using var lin = await web.LogInAsync("lin");
        await lin.OpenAsync("/work");
        var board = lin.Page.QuerySelector("h2 a[href^='/work/campaigns/']")!.GetAttribute("href")!;
        await lin.OpenAsync(board);
        await lin.SubmitAsync("form[action*='handler=Close']");
        lin.Text.ShouldContain("已经结束");
        (await lin.OpenAsync("/work")).Page.QuerySelector($"h2 a[href='{board}']").ShouldBeNull();

        await lin.OpenAsync(board);
        await lin.SubmitAsync("form[action*='handler=Close']");

        (await lin.OpenAsync("/work")).Page.QuerySelector($"h2 a[href='{board}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task From_a_number_of_the_board_to_the_record_behind_it()
    {
        using var lin = await web.LogInAsync("lin");
        var board = await BoardAsync(lin);

        await lin.OpenAsync($"{board}?standing=Returned");
        lin.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        lin.Text.ShouldContain("芦汊镇");
        await lin.OpenAsync(lin.Page.QuerySelector("a[href*='/findings?agency=']")!.GetAttribute("href")!);
        lin.Status.ShouldBe(HttpStatusCode.OK);
        lin.Page.QuerySelectorAll("tbody tr").ShouldAllBe(row => row.TextContent.Contains("芦汊镇"));
        lin.Page.QuerySelector("a[href*='/work/filings/'][href*='#requests.']").ShouldNotBeNull();

        using var csv = await lin.Client.GetAsync($"{board}?handler=Export&format=csv&standing=Returned", Cancellation);
        (await csv.Content.ReadAsStringAsync(Cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2, "headings and exactly what is shown");
        using var workbook = await lin.Client.GetAsync($"{board}?handler=Export&format=xlsx", Cancellation);
        (await workbook.Content.ReadAsByteArrayAsync(Cancellation))[..2].ShouldBe("PK"u8.ToArray());
        using var findings = await lin.Client.GetAsync($"{board}/findings?handler=export&format=csv&severity=Error", Cancellation);
        (await findings.Content.ReadAsStringAsync(Cancellation)).ShouldContain("芦汊镇");
    }

    [Fact]
    public async Task Those_who_owe_are_shown_before_they_are_urged()
    {
        using var lin = await web.LogInAsync("lin");
        var board = await BoardAsync(lin);

        await lin.OpenAsync($"{board}/urge?all=true");
        lin.Text.ShouldContain("云溪镇");
        lin.Text.ShouldContain("陈小禾");
        lin.Text.ShouldContain("没有人，请打电话");
        await lin.OpenAsync($"{board}/urge?agencies=999999");
        lin.Text.ShouldContain("不需要催办");

        await lin.OpenAsync($"{board}?name=云溪镇");
        var agency = lin.Page.QuerySelector("input[name=agencies]")!.GetAttribute("value");
        await lin.OpenAsync($"{board}/urge?agencies={agency}");
        await lin.SubmitAsync("main form[method=post]");
        lin.At.ShouldBe(board);
        lin.Text.ShouldContain("已催办 1 个单位");
        lin.Text.ShouldContain("1 次");
    }

    [Fact]
    public async Task The_sum_opens_its_parts_and_the_county_s_report_starts_from_it()
    {
        using var lin = await web.LogInAsync("lin");
        var board = await BoardAsync(lin);

        await lin.OpenAsync($"{board}/sum");
        var received = lin.Page.QuerySelector("a[href$='/sum/requests.received.total']")!;
        await lin.OpenAsync(received.GetAttribute("href")!);
        var parts = lin.Page.QuerySelectorAll("tbody td.text-end").Sum(cell => int.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture));
        parts.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(received.TextContent.Trim());

        await lin.OpenAsync($"{board}/sum");
        await lin.SubmitAsync("main form[method=post]");
        lin.At.ShouldStartWith("/work/filings/");
        await lin.OpenAsync($"{board}/sum");
        lin.Text.ShouldContain("和汇总完全一致");
        await lin.SubmitAsync("main form[method=post]");
        lin.Text.ShouldContain("要换成汇总的数据，请勾选后再填入");
        using var csv = await lin.Client.GetAsync($"{board}/sum?handler=export&format=csv", Cancellation);
        (await csv.Content.ReadAsStringAsync(Cancellation)).ShouldContain("县政府办");
    }

    [Fact]
    public async Task What_the_county_s_government_issued_itself_is_added_where_its_people_say_so()
    {
        using var lin = await web.LogInAsync("lin");
        var board = await BoardAsync(lin);
        await lin.OpenAsync($"{board}/sum");
        await lin.SubmitAsync("form[action*='handler=Own']", new() { ["parts"] = "Documents" });
        lin.Text.ShouldContain("规章、行政规范性文件计入汇总");

        await lin.OpenAsync($"{board}/sum/proactive.normativeDocuments.inForce");
        lin.Page.QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains("本级台账")).ShouldBe(1);

        await lin.OpenAsync($"{board}/sum");
        await lin.SubmitAsync("form[action*='handler=Own']", new() { ["parts"] = null });
        lin.Text.ShouldContain("没有计入汇总");
    }

    [Fact]
    public async Task An_agency_stands_beside_its_last_year_and_its_peers()
    {
        using var lin = await web.LogInAsync("lin");
        var board = await BoardAsync(lin);
        await lin.OpenAsync($"{board}?name=石塘坞镇");
        await lin.OpenAsync(lin.Page.QuerySelector("a[href*='/agencies/']")!.GetAttribute("href")!);

        lin.Text.ShouldContain("同类中位数");
        lin.Text.ShouldContain("与上年相差一倍以上");
        await lin.OpenAsync($"{board}/agencies/999999");
        lin.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_zip_is_taken_and_what_is_none_is_refused_beside_its_field()
    {
        using var lin = await web.LogInAsync("lin");
        var board = await BoardAsync(lin);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await zip.CreateEntry("云溪镇.txt").OpenAsync(Cancellation);
            entry.Write("今天天气很好。"u8);
        }

        await lin.OpenAsync($"{board}/bulk");
        (await SendAsync(lin, $"{board}/bulk", "x.zip", "不是压缩包"u8.ToArray())).ShouldContain("压缩包已损坏");
        (await SendAsync(lin, $"{board}/bulk", "一批.zip", bytes.ToArray())).ShouldBeEmpty("the answer leads to the page of the zip");
        await lin.OpenAsync($"{board}/bulk");
        await lin.OpenAsync(lin.Page.QuerySelector("tbody a")!.GetAttribute("href")!);
        lin.Text.ShouldContain("正在读取：0 / 1");
    }

    [Fact]
    public async Task A_clerk_opens_none_of_it()
    {
        using var lin = await web.LogInAsync("lin");
        var board = await BoardAsync(lin);
        using var chen = await web.LogInAsync("chen");

        foreach (var page in (string[])["", "/findings", "/sum", "/sum/requests.received.total", "/urge?all=true", "/bulk", "?handler=Export&format=csv", "/agencies/2"])
        {
            await chen.OpenAsync(board + page);
            chen.At.ShouldStartWith("/account/denied", Case.Sensitive, page);
        }
    }

    [Fact]
    public async Task The_list_of_who_must_file_follows_the_tree()
    {
        using var lin = await web.LogInAsync("lin");
        await BoardAsync(lin);
        await lin.SubmitAsync("main form[action*='handler=Refresh']");

        lin.Text.ShouldContain("名单已按机关单位更新");
    }

    private static async Task<string> BoardAsync(Visitor lin)
    {
        await lin.OpenAsync("/work/campaigns");
        var board = lin.Page.QuerySelector("tbody a")!.GetAttribute("href")!;
        await lin.OpenAsync(board);
        return board;
    }

    private static Task<string> SendAsync(Visitor lin, string address, string name, byte[] content) => FileForm.SendAsync(lin, address, "Upload", name, content);
}
