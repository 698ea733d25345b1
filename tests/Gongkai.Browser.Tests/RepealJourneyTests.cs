using Gongkai.Platform.Search.Indexing;
using Gongkai.Testing.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>The repealed rule: one decision, and the register, the page of the document, what interprets it and the search all follow.</summary>
public sealed class RepealJourneyTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    [Fact]
    public async Task What_goes_before_a_normative_document_is_recorded_on_one_page()
    {
        await using var officer = await Browser.OpenAsync(web, 1280);
        await officer.LogInAsync("lin");
        await officer.Page.GotoAsync("/work/documents/new");
        await officer.Page.GetByLabel("体裁").SelectOptionAsync("NormativeDocument");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "开始" }).ClickAsync();
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "登记制定程序" }).ClickAsync();
        await officer.ShouldBeSoundAtEachWidthAsync();
        await officer.Page.GetByLabel("审核机构").FillAsync("县司法局");
        await officer.Page.GetByLabel("审核日期").FillAsync("2026-01-12");
        await officer.Page.GetByLabel("意见书文号和意见").FillAsync("合法");
        await officer.Page.GetByLabel("结论").Last.SelectOptionAsync("Lawful");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await officer.Page.GetByText("制定程序已保存").WaitForAsync();
        await officer.Page.Locator("[aria-labelledby=procedure]").GetByText("2026-01-12 县司法局：合法").WaitForAsync();
        await officer.ShouldBeSoundAtEachWidthAsync();
    }

    [Fact]
    public async Task What_is_repealed_in_a_clearing_up_is_repealed_on_every_page()
    {
        const string title = "青禾县农村宅基地审批管理办法";
        await using var officer = await Browser.OpenAsync(web, 1280);
        await officer.LogInAsync("lin");
        await officer.Page.GotoAsync("/work/documents/normative/clear");
        await officer.Page.GetByLabel("清理的名称").FillAsync("2026 年规范性文件清理");
        await officer.Page.GetByLabel("依据的文件").FillAsync("青禾政发〔2026〕3号");
        await officer.Page.GetByLabel("从哪天起").FillAsync("2026-01-20");
        await officer.Page.GetByLabel($"{title} 的清理结果").SelectOptionAsync("Repealed");
        await officer.ShouldBeSoundAtEachWidthAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "保存清理结果" }).ClickAsync();
        await officer.Page.WaitForURLAsync("**/normative/clearings/*");
        await officer.ShouldBeSoundAtEachWidthAsync();

        await officer.Page.GotoAsync("/work/documents/normative?status=Repealed");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = title }).WaitForAsync();

        await using var citizen = await Browser.OpenAsync(web, Browser.Phone);
        await citizen.Page.GotoAsync("/documents?kind=NormativeDocument&status=Repealed");
        await citizen.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await citizen.Page.GetByText("青禾政发〔2026〕3号").WaitForAsync();
        await citizen.ShouldBeSoundAtEachWidthAsync();
        await citizen.Page.Locator("[aria-labelledby=interpretations] a").First.ClickAsync();
        await citizen.Page.Locator("[aria-labelledby=policy]").GetByText("废止").WaitForAsync();
        await using (var scope = web.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SearchIndex>().SweepAsync(TestContext.Current.CancellationToken);
        }

        await citizen.Page.GotoAsync($"/search?q={Uri.EscapeDataString("宅基地审批管理办法")}&status=Repealed");
        await citizen.Page.Locator("main .list-group-item", new() { HasText = title }).GetByText("废止").WaitForAsync();
    }
}
