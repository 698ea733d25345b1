using Gongkai.Testing.Web;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>A case is shared among units, merged with another, its code issued anew, and complained of: at the width of a phone and of a desk.</summary>
public sealed class CaseMoveJourneyTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    public static TheoryData<int> Widths => Browser.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Units_get_their_days_two_cases_become_one_and_a_lost_code_is_issued_anew(int width)
    {
        await using var clerk = await Browser.OpenAsync(web, width);
        await clerk.LogInAsync("chen");
        var first = await RegisterAsync(clerk, $"上埠村沟渠清单{width}");
        var second = await RegisterAsync(clerk, $"上埠村沟渠的清单{width}");
        var page = clerk.Page;

        await page.GotoAsync($"{first}/assign");
        await clerk.ShouldBeSoundAsync();
        await page.GetByLabel("承办人").SelectOptionAsync(new SelectOptionValue { Label = "陈小禾" });
        await page.GetByLabel("协办科室 1", new() { Exact = false }).First.FillAsync("财政所");
        await page.Locator("[name='Input.Assisting[0].ReportBy']").FillAsync("2026-01-27");
        await page.GetByRole(AriaRole.Button, new() { Name = "交办", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**{first}");
        await page.GetByText("财政所（协办）").WaitForAsync();
        await clerk.ShouldBeSoundAsync();
        await page.GotoAsync($"{first}/record-unit");
        await clerk.ShouldBeSoundAsync();

        await page.GotoAsync($"{second}/pass");
        await clerk.ShouldBeSoundAsync();
        await page.GotoAsync($"{second}/point-elsewhere");
        await clerk.ShouldBeSoundAsync();
        await page.GotoAsync($"{second}/merge");
        await clerk.ShouldBeSoundAsync();
        await page.GetByLabel("并入哪一件").SelectOptionAsync(new SelectOptionValue { Value = first.Split('/')[^1] });
        await page.GetByLabel("为什么是同一信息").FillAsync("同一份清单");
        await page.GetByRole(AriaRole.Button, new() { Name = "合并办理", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**{second}");
        await page.GetByText("在那件里一并答复").WaitForAsync();
        await clerk.ShouldBeSoundAsync();

        await page.GotoAsync($"{first}/reissue-code");
        await clerk.ShouldBeSoundAsync();
        await page.GetByLabel("出示的证件").SelectOptionAsync("居民身份证");
        await page.GetByLabel("已经当面核对原件", new() { Exact = false }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "补发查询码" }).ClickAsync();
        await page.Locator(".receipt-code").WaitForAsync();
        await clerk.ShouldBeSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_complaint_is_registered_looked_into_and_answered(int width)
    {
        await using var officer = await Browser.OpenAsync(web, width);
        await officer.LogInAsync("lin");
        var page = officer.Page;
        await page.GotoAsync("/work/complaints/new");
        await officer.ShouldBeSoundAsync();
        await page.GetByLabel("被投诉的机关").FillAsync((await page.Locator("datalist option").First.GetAttributeAsync("value"))!);
        await page.GetByLabel("投诉什么").SelectOptionAsync("NotPublished");
        await page.GetByLabel("投诉的内容").FillAsync($"没有公开预算{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await page.GetByText($"没有公开预算{width}").WaitForAsync();
        await officer.ShouldBeSoundAsync();

        await page.Locator(".clock-why > summary").First.ClickAsync();
        await officer.ShouldBeSoundAsync();
        await page.GetByLabel("发生了什么").SelectOptionAsync("Answered");
        await page.GetByLabel("查明的情况").SelectOptionAsync("Upheld");
        await page.GetByLabel("处理措施").SelectOptionAsync("Correction");
        await page.GetByLabel("内容", new() { Exact = true }).FillAsync("已责令七日内公开");
        await page.GetByRole(AriaRole.Button, new() { Name = "记录", Exact = true }).ClickAsync();
        await page.GetByText("属实，督促整改").First.WaitForAsync();
        await officer.ShouldBeSoundAsync();
        await page.GotoAsync("/work/complaints");
        await officer.ShouldBeSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_correction_of_ones_own_record_is_asked_for_with_what_is_wrong(int width)
    {
        await using var window = await Browser.OpenAsync(web, width);
        var page = window.Page;
        await page.GotoAsync("/request?agency=2");
        await page.GetByRole(AriaRole.Link, new() { Name = "更正与我有关的记录" }).ClickAsync();
        await page.GetByLabel("哪一条记录").FillAsync("移民名册里我的出生年月");
        await window.ShouldBeSoundAsync();
        await page.GetByLabel("姓名或者单位名称").FillAsync("周小舟");
        await page.GetByLabel("证件号码", new() { Exact = true }).FillAsync("110101199003074477");
        await page.GetByLabel("电话").FillAsync("13800001111");
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对" }).ClickAsync();
        await page.Locator("#Input_Features-error").WaitForAsync();
        await window.ShouldBeSoundAsync();
        await page.GetByLabel("哪里不准确，应当是什么").FillAsync("写成1970年，应当是1990年");
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对" }).ClickAsync();
        await page.GetByText("更正与本人有关的记录").First.WaitForAsync();
        await window.ShouldBeSoundAsync();
    }

    private static async Task<string> RegisterAsync(Window window, string wanted)
    {
        var page = window.Page;
        await page.GotoAsync("/work/requests/new");
        await page.GetByLabel("申请要什么信息").FillAsync(wanted);
        await page.GetByLabel("申请人姓名或者单位名称").FillAsync("耿小满");
        await page.GetByLabel("电话").FillAsync("000-5550188");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记并打印回执" }).ClickAsync();
        await page.GetByText("查询码", new() { Exact = true }).WaitForAsync();
        return new Uri(page.Url).AbsolutePath.Replace("/receipt", "", StringComparison.Ordinal);
    }
}
