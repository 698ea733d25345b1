using System.Net;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>The catalog and the ways of review, through real HTTP.</summary>
public sealed class CatalogPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const string Home = "/work/catalog";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_is_added_changed_and_shown_with_its_limit()
    {
        using var officer = await web.LogInAsync("lin");
        await officer.OpenAsync($"{Home}/item");
        await officer.SubmitAsync("main form[method=post]", new() { ["Input.Name"] = "" });
        officer.Text.ShouldContain("请写公开事项的名称");
        await officer.SubmitAsync("main form[method=post]", new() { ["Input.Name"] = "夜间施工许可", ["Input.Field"] = "城市综合执法", ["Input.LimitDays"] = "7" });
        officer.At.ShouldBe(Home);
        await officer.OpenAsync($"{Home}?text=夜间施工");
        officer.Page.QuerySelector("tbody tr")!.TextContent.ShouldContain("7 个工作日");
        await officer.OpenAsync(officer.Page.QuerySelector("tbody th a")!.GetAttribute("href")!);
        await officer.SubmitAsync("main form[method=post]", new() { ["Input.ValidTo"] = "2020-01-01" });
        await officer.OpenAsync($"{Home}?text=夜间施工");
        officer.Text.ShouldContain("没有符合条件的事项");
        await officer.OpenAsync($"{Home}?text=夜间施工&show=All");
        officer.Text.ShouldContain("2020-01-01");
    }

    [Fact]
    public async Task The_catalog_that_was_given_out_is_taken_in_without_a_change_and_with_one_line_more_it_adds_that()
    {
        using var officer = await web.LogInAsync("lin");
        using var answer = await officer.Client.GetAsync($"{Home}?handler=Export&format=csv&show=All&columns=c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10", Cancellation);
        var csv = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        await UploadAsync(officer, csv);
        officer.Text.ShouldContain("表里的内容和公开目录完全一样");

        await UploadAsync(officer, [.. csv, .. "养老服务,其他主动公开内容,养老机构备案,,,10 个工作日,,,,900,\n"u8]);
        officer.Text.ShouldContain("新增 1 项，改动 0 项");
        await officer.SubmitAsync("main form[method=post]", []);
        officer.At.ShouldBe(Home);
        officer.Text.ShouldContain("已经导入：新增 1 项");
    }

    [Fact]
    public async Task The_ways_of_review_are_set_for_an_agency_kind_by_kind()
    {
        using var officer = await web.LogInAsync("lin");
        await officer.OpenAsync($"{Home}/reviews");
        officer.Text.ShouldContain("不能缩短");
        await officer.SubmitAsync("main form[method=post]", new() { ["Ways[Meeting]"] = "Short" });
        officer.Text.ShouldContain("审核流程已保存");
        officer.Page.QuerySelector("select[name='Ways[Meeting]'] option[selected]")!.GetAttribute("value").ShouldBe("Short");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/item")]
    [InlineData("/import")]
    [InlineData("/reviews")]
    public async Task A_clerk_finds_no_way_to_it(string page)
    {
        using var clerk = await web.LogInAsync("chen");
        using var answer = await clerk.Client.GetAsync(Home + page, Cancellation);
        answer.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    private static async Task UploadAsync(Visitor officer, byte[] list)
    {
        await officer.OpenAsync($"{Home}/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(officer.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(list), "Upload", "目录.csv" },
        };
        using var uploaded = await officer.Client.PostAsync($"{Home}/import", form, Cancellation);
        await officer.OpenAsync(uploaded.Headers.Location.ShouldNotBeNull().OriginalString);
    }
}
