using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Gongkai.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>The citizen with a phone: asks for what was not found, follows the case, supplies what was unclear, downloads the reply. At 360 px, without an account.</summary>
public sealed class CitizenJourneyTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    public static TheoryData<string> Pages => ["/request", "/request?agency=2&q=2024", "/request/track", "/requests", "/calculator?from=2026-02-13&period=ExtendedAnswer"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_of_the_requests_reads_well_for_everyone(string path)
    {
        await using var window = await Browser.OpenAsync(web, Browser.Phone);
        await window.Page.GotoAsync(path);

        (await window.Page.Locator("h1").CountAsync()).ShouldBe(1, path);
        await window.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(one => one.open = true)");
        await window.ShouldBeSoundAtEachWidthAsync();
    }

    [Fact]
    public async Task From_the_empty_search_to_the_reply_on_a_phone()
    {
        await using var window = await Browser.OpenAsync(web, 360);
        var page = window.Page;
        await page.GotoAsync("/search?q=%E6%B0%B4%E5%BA%93%E7%A7%BB%E6%B0%91");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("向机关申请公开") }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("水利局") }).ClickAsync();
        (await page.GetByLabel("信息的名称或者内容").InputValueAsync()).ShouldBe("水库移民");

        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对" }).ClickAsync();
        await page.Locator("[data-error-summary]").WaitForAsync();
        await window.ShouldBeSoundAsync();
        await page.GetByLabel("姓名或者单位名称").FillAsync("周小舟");
        await page.GetByLabel("证件号码", new() { Exact = true }).FillAsync("110101199003074477");
        await page.GetByLabel("电话").FillAsync("13800001111");
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对" }).ClickAsync();
        await page.GetByText("2026-02-24（周二）").First.WaitForAsync();
        await page.Locator("[data-work-question]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await window.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();

        await page.WaitForURLAsync("**/request/receipt");
        await window.ShouldBeSoundAsync();
        var codes = await page.Locator(".receipt-code").AllInnerTextsAsync();
        await ActAsync(codes[0], (services, id, actor) => services.GetRequiredService<ConfirmRequest>().RunAsync(new(id, Today), actor, CancellationToken.None));
        await ActAsync(codes[0], (services, id, actor) => services.GetRequiredService<Clarify>().AskAsync(new(id, "请写明是哪一年的标准", 10, Today, Today, false), actor, CancellationToken.None));

        await using var later = await Browser.OpenAsync(web, 360);
        page = later.Page;
        await page.GotoAsync($"/request/track?number={codes[0]}#{codes[1]}");
        (await page.GetByLabel("查询码").InputValueAsync()).ShouldBe(codes[1]);
        page.Url.ShouldNotContain(codes[1]);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "查询", Exact = true }).ClickAsync();
        await page.GetByLabel("补正的内容").FillAsync("2019年的标准");
        await later.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交补正" }).ClickAsync();
        await page.GetByText("补正已经送到受理机关").WaitForAsync();

        await ActAsync(codes[0], (services, id, actor) => services.GetRequiredService<DraftDecision>().RunAsync(new(id, [new("移民补偿标准", Outcome.PartlyGranted, "含个人信息的部分不予公开", "见下")]), actor, CancellationToken.None));
        await ActAsync(codes[0], SignAsync);
        await ActAsync(codes[0], (services, id, actor) => services.GetRequiredService<ServeDecision>().RunAsync(new(id, ServiceWay.Electronic, Today, null, null), actor, CancellationToken.None));
        await page.ReloadAsync();
        await page.GetByText("不服怎么办").WaitForAsync();
        await page.GetByText("2026-03-23（周一）").First.WaitForAsync();
        await later.ShouldBeSoundAsync();
    }

    private static readonly DateOnly Today = new(2026, 1, 20);

    private static async Task<RequestResult> SignAsync(IServiceProvider services, long id, Actor actor)
    {
        await services.GetRequiredService<GongkaiDb>().Requests.Where(request => request.Id == id).ExecuteUpdateAsync(set => set.SetProperty(request => request.DeskStep, DeskStep.Signed));
        return new RequestResult();
    }

    /// <summary>Does what the desk of the agency would do.</summary>
    private async Task ActAsync(string number, Func<IServiceProvider, long, Actor, Task<RequestResult>> act)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var request = await db.Requests.AsNoTracking().OrderByDescending(found => found.Id).FirstAsync(found => found.Number == number);
        var agency = await db.Agencies.AsNoTracking().SingleAsync(found => found.Id == request.AgencyId);
        var account = await db.Users.Select(user => user.Id).FirstAsync();
        (await act(scope.ServiceProvider, request.Id, new Actor(account, "陈", agency.Id, [new HeldPost(Role.Clerk, agency.Id, agency.Path, agency.Name)], null))).Refusal.ShouldBeNull();
    }
}
