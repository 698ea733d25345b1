using Gongkai.Testing.Web;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>A letter at the window: the clerk enters it, drafts the reply, the reviewers approve it, the head signs it on a tablet or a phone, the clerk serves it.</summary>
public sealed class RequestJourneyTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    public static TheoryData<int> Widths => Browser.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task From_the_window_to_the_signature_and_the_post(int width)
    {
        var wanted = $"下埠村路灯采购合同{width}";
        await using var clerk = await Browser.OpenAsync(web, width);
        await clerk.LogInAsync("chen");
        var at = await RegisterAsync(clerk, wanted);
        await DraftAsync(clerk, at);

        await using (var reviewer = await Browser.OpenAsync(web, width))
        {
            await reviewer.LogInAsync("zhao");
            await StepAsync(reviewer, at, "approve-legality", "合法性审核通过");
        }

        await using (var secrecy = await Browser.OpenAsync(web, width))
        {
            await secrecy.LogInAsync("sun");
            await StepAsync(secrecy, at, "approve-secrecy", "保密审查通过");
        }

        await using var head = await Browser.OpenAsync(web, width);
        await head.LogInAsync("he");
        await head.ShouldBeSoundAsync();
        await head.Page.GotoAsync($"/work/requests/sign?case={at.Split('/')[^1]}");
        await head.Page.GetByText(wanted).First.WaitForAsync();
        await head.ShouldBeSoundAsync();
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "签发", Exact = true }).ClickAsync();
        await head.Page.Locator("#confirm [value=yes]").ClickAsync();
        await head.Page.GetByText("已签发").WaitForAsync();

        await clerk.Page.GotoAsync($"{at}/serve");
        await clerk.Page.GetByLabel("邮件号或者签收人").FillAsync("XA00002");
        await clerk.ShouldBeSoundAsync();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "登记送达" }).ClickAsync();
        await clerk.Page.GetByText("已办结").First.WaitForAsync();
        await clerk.ShouldBeSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_clock_opens_its_months_and_stays_within_the_page(int width)
    {
        await using var window = await Browser.OpenAsync(web, width);
        await window.LogInAsync("chen");
        await window.Page.GotoAsync("/work/requests?stage=Consulting");
        await window.Page.Locator("main tbody a").First.ClickAsync();

        await window.Page.Locator(".clock-why > summary").First.ClickAsync();

        (await window.Page.Locator(".clock-month .day-stopped:visible").CountAsync()).ShouldBeGreaterThan(10);
        (await window.Page.Locator(".clock-month .day-last:visible").CountAsync()).ShouldBe(1);
        await window.ShouldBeSoundAsync();
    }

    private static async Task<string> RegisterAsync(Window window, string wanted)
    {
        var page = window.Page;
        await page.GotoAsync("/work/requests/new");
        await window.ShouldBeSoundAsync();
        await page.GetByLabel("申请要什么信息").FillAsync(wanted);
        await page.GetByLabel("申请人姓名或者单位名称").FillAsync("耿小满");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记并打印回执" }).ClickAsync();
        await page.GetByText("查询码", new() { Exact = true }).WaitForAsync();
        await window.ShouldBeSoundAsync();
        return new Uri(page.Url).AbsolutePath.Replace("/receipt", "", StringComparison.Ordinal);
    }

    private static async Task DraftAsync(Window window, string at)
    {
        var page = window.Page;
        await page.GotoAsync(at);
        await window.ShouldBeSoundAsync();
        await page.GotoAsync($"{at}/draft");
        await page.GetByRole(AriaRole.Button, new() { Name = "再加一项" }).ClickAsync();
        await page.Locator("[name='Items[1].Wanted']").FillAsync("供应商的银行账号");
        await page.Locator("[name='Items[0].Outcome']").SelectOptionAsync("Granted");
        await page.Locator("[name='Items[1].Outcome']").SelectOptionAsync("ThirdPartyRights");
        await page.Locator("[name='Items[1].Reason']").FillAsync("属于商业秘密");
        await window.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存拟答复" }).ClickAsync();
        await page.GetByText("已经保存拟答复").WaitForAsync();
        await StepAsync(window, at, "send-to-review", "送审");
    }

    private static async Task StepAsync(Window window, string at, string step, string button)
    {
        await window.Page.GotoAsync($"{at}/{step}");
        await window.ShouldBeSoundAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await window.Page.WaitForURLAsync($"**{at}");
    }
}
