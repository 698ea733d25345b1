using Gongkai.Testing.Web;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>The public is asked and answered: at the width of a phone and of a desk.</summary>
public sealed class ParticipationJourneyTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    public static TheoryData<int> Widths => Browser.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_consultation_is_opened_by_a_second_person_and_a_citizen_says_what_he_thinks(int width)
    {
        var title = $"集镇夜市管理办法{width}（征求意见稿）";
        await using var clerk = await Browser.OpenAsync(web, width);
        await clerk.LogInAsync("chen");
        var page = clerk.Page;
        await page.GotoAsync("/work/consultations/new");
        await clerk.ShouldBeSoundAsync();
        await page.GetByLabel("草案的名称").FillAsync(title);
        await page.GetByLabel("是什么草案").SelectOptionAsync("MarketRules");
        await page.GetByLabel("第一天", new() { Exact = true }).FillAsync("2026-01-20");
        await page.GetByLabel("最后一天").FillAsync("2026-02-25");
        await page.GetByLabel("起草说明").FillAsync("为了方便群众，起草了这个办法。");
        await page.Locator(".writing-text").ClickAsync();
        await page.Keyboard.TypeAsync("第一条 夜市每天开放。");
        await page.GetByLabel("其他提意见的方式").FillAsync("云溪镇政府办公室");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交审核发布" }).WaitForAsync();
        var at = new Uri(page.Url).AbsolutePath;
        await clerk.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交审核发布" }).ClickAsync();
        await page.GetByText("正在等另一位").WaitForAsync();

        await using var head = await Browser.OpenAsync(web, width);
        await head.LogInAsync("he");
        await head.Page.GotoAsync(at);
        await head.ShouldBeSoundAsync();
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "审核通过，发布" }).ClickAsync();
        await head.Page.Locator("#confirm [value=yes]").ClickAsync();
        await head.Page.GetByText("公众现在可以看到").WaitForAsync();

        await using var citizen = await Browser.OpenAsync(web, width);
        await citizen.Page.GotoAsync("/consultations");
        await citizen.ShouldBeSoundAsync();
        await citizen.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await citizen.ShouldBeSoundAsync();
        await citizen.Page.GetByRole(AriaRole.Link, new() { Name = "提意见" }).First.ClickAsync();
        await citizen.ShouldBeSoundAsync();
        await citizen.Page.GetByLabel("您的意见").FillAsync("建议十点以后安静一些");
        await citizen.Page.Locator("[data-work-question]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
        await citizen.Page.GetByText("您的意见已经收到").WaitForAsync();
        await citizen.ShouldBeSoundAsync();

        await page.GotoAsync($"{at}/comments");
        await page.GetByText("建议十点以后安静一些").WaitForAsync();
        await clerk.ShouldBeSoundAsync();
    }

    [Theory]
    [InlineData("/letters")]
    [InlineData("/letters/1")]
    [InlineData("/letters/new")]
    [InlineData("/letters/track")]
    [InlineData("/questionnaires")]
    [InlineData("/questionnaires/1")]
    [InlineData("/questionnaires/1/answer")]
    [InlineData("/consultations/2")]
    [InlineData("/reading-points")]
    public async Task A_page_reads_well_for_everyone(string path)
    {
        await using var window = await Browser.OpenAsync(web, Browser.Phone);
        await window.Page.GotoAsync(path);

        (await window.Page.Locator("h1").CountAsync()).ShouldBe(1, path);
        await window.ShouldBeSoundAtEachWidthAsync();
    }

    [Theory]
    [InlineData("/consultations")]
    [InlineData("/letters")]
    [InlineData("/letters/1")]
    [InlineData("/questionnaires/1")]
    [InlineData("/search?q=津贴")]
    public async Task A_page_reads_as_well_on_a_dark_ground(string path)
    {
        await using var window = await Browser.OpenAsync(web, Browser.Phone);
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await window.Page.GotoAsync(path);

        (await window.Page.Locator("html").GetAttributeAsync("data-bs-theme")).ShouldBe("dark");
        await window.ShouldBeSoundAsync();
    }

    [Theory]
    [InlineData("/work/consultations")]
    [InlineData("/work/consultations/2")]
    [InlineData("/work/consultations/2/feedback")]
    [InlineData("/work/letters")]
    [InlineData("/work/letters/1")]
    [InlineData("/work/letters/1/publication")]
    [InlineData("/work/letters/2")]
    [InlineData("/work/questionnaires")]
    [InlineData("/work/questionnaires/new")]
    [InlineData("/work/reading-points")]
    [InlineData("/work/reading-points/edit")]
    public async Task A_page_of_the_workbench_reads_well_for_everyone(string path)
    {
        await using var window = await Browser.OpenAsync(web, Browser.Phone);
        await window.LogInAsync("chen");
        await window.Page.GotoAsync(path);
        await window.ShouldBeSoundAtEachWidthAsync();
    }
}
