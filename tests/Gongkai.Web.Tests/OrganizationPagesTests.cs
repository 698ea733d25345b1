using System.Net;
using System.Text;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>What the system administrator does with the tree of agencies, through real HTTP.</summary>
public sealed class OrganizationPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tree_is_searched_and_exported_as_it_is_shown()
    {
        using var system = await web.LogInAsync("system");
        await system.OpenAsync("/work/organizations?q=桑园");
        system.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);

        using var csv = await system.Client.GetAsync("/work/organizations?handler=Export&format=csv&q=桑园", Cancellation);
        var lines = (await csv.Content.ReadAsStringAsync(Cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[1].ShouldContain("青禾县桑园乡人民政府");
        using var template = await system.Client.GetAsync("/work/organizations/template.xlsx", Cancellation);
        template.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_agency_is_corrected_and_its_story_tells_before_and_after()
    {
        using var system = await web.LogInAsync("system");
        var agency = await FindAsync(system, "统计局");
        await system.OpenAsync($"{agency}/edit");
        await system.SubmitAsync("main form[method=post]", new() { ["Input.Name"] = "", ["Input.CreditCode"] = "11341702MB1234567X" });
        system.Text.ShouldContain("请填名称");
        await system.SubmitAsync("main form[method=post]", new() { ["Input.Name"] = "青禾县统计局", ["Input.CreditCode"] = "", ["Input.ShortName"] = "县统计局" });

        system.At.ShouldBe(agency);
        system.Text.ShouldContain("简称：统计局 → 县统计局");
    }

    [Fact]
    public async Task A_renamed_agency_leads_to_its_successor_and_back()
    {
        using var system = await web.LogInAsync("system");
        var agency = await FindAsync(system, "望河乡");
        await system.OpenAsync($"{agency}/rename");
        await system.SubmitAsync("main form[method=post]", new() { ["Input.Name"] = "青禾县望河镇人民政府", ["Input.ShortName"] = "望河镇", ["Input.On"] = "2026-01-10" });

        system.At.ShouldNotBe(agency);
        system.Text.ShouldContain("前身");
        await system.OpenAsync(agency);
        system.Text.ShouldContain("已于 2026-01-09 撤销");
        system.Text.ShouldContain("承继机关");
        system.Page.QuerySelector("main a[href$='/rename']").ShouldBeNull("who has ended is not renamed");
    }

    [Fact]
    public async Task Agencies_merge_split_move_and_close()
    {
        using var system = await web.LogInAsync("system");
        var ended = await FindAsync(system, "供水公司");
        await system.OpenAsync($"{ended}/merge");
        await system.SubmitAsync("main form[method=post]", new() { ["Input.Into"] = "没有这个机关" });
        system.Text.ShouldContain("找不到这个机关");
        await system.SubmitAsync("main form[method=post]", new() { ["Input.Into"] = "青禾县水利局" });
        system.Text.ShouldContain("已经并入");

        var split = await FindAsync(system, "农业农村局");
        await system.OpenAsync($"{split}/split");
        await system.SubmitAsync("main form[method=post]", new() { ["Input.Parts[0].Name"] = "青禾县农业局", ["Input.Parts[1].Name"] = "青禾县农业局" });
        system.Text.ShouldContain("同一上级之下已有这个名称");
        await system.SubmitAsync("main form[method=post]", new() { ["Input.Parts[1].Name"] = "青禾县畜牧局" });
        system.Text.ShouldContain("已经分设为 青禾县农业局、青禾县畜牧局");

        var village = await FindAsync(system, "上埠村");
        await system.OpenAsync($"{village}/move");
        await system.SubmitAsync("main form[method=post]", new() { ["Input.Parent"] = "青禾县桑园乡人民政府" });
        system.Text.ShouldContain("已经调整到");
        await system.OpenAsync($"{village}/close");
        await system.SubmitAsync("main form[method=post]");
        system.Text.ShouldContain("已经撤销");

        var county = await FindAsync(system, "县政府");
        await system.OpenAsync($"{county}/close");
        await system.SubmitAsync("main form[method=post]");
        system.Text.ShouldContain("它下面还有机关");
    }

    [Fact]
    public async Task A_list_is_taken_in_only_when_every_row_is_right_and_only_as_it_was_shown()
    {
        using var system = await web.LogInAsync("system");
        await system.OpenAsync("/work/organizations/import");
        (await FileForm.SendAsync(system, "/work/organizations/import", "Upload", "x.csv", "一二三"u8.ToArray())).ShouldContain("表的第一行里没有");
        var wrong = await PreviewAsync(system, "名称,类型,上级机关,联系电话\n青禾县林场,事业单位,青禾县人民政府,电话\n");
        system.Text.ShouldContain("第 2 行");
        system.Text.ShouldContain("联系电话只含数字");
        system.Page.QuerySelector("main form button").ShouldBeNull();
        using var errors = await system.Client.GetAsync($"{wrong}?handler=errors", Cancellation);
        errors.StatusCode.ShouldBe(HttpStatusCode.OK);

        await PreviewAsync(system, "名称,类型,上级机关,联系电话\n青禾县林场,事业单位,青禾县人民政府,000-5551234\n");
        system.Text.ShouldContain("新增 1 个");
        await system.SubmitAsync("main form[method=post]");
        system.Text.ShouldContain("已经导入：新增 1 个");
        await system.OpenAsync("/work/organizations?q=青禾县林场");
        system.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    private static async Task<string> FindAsync(Visitor system, string name)
    {
        await system.OpenAsync($"/work/organizations?q={Uri.EscapeDataString(name)}");
        return system.Page.QuerySelector("tbody th a")!.GetAttribute("href")!;
    }

    private static async Task<string> PreviewAsync(Visitor system, string list)
    {
        await system.OpenAsync("/work/organizations/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(system.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(list)), "Upload", "机关.csv" },
        };
        using var response = await system.Client.PostAsync("/work/organizations/import", form, Cancellation);
        var preview = response.Headers.Location.ShouldNotBeNull().ToString();
        await system.OpenAsync(preview);
        return preview;
    }
}
