using Gongkai.Testing.Web;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>Columns and saved views of a list, by keyboard, at the width of a phone and of a desk.</summary>
public sealed class ListMenuTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    public static TheoryData<int> Widths => Browser.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Columns_are_chosen_and_kept_as_a_view_without_a_mouse(int width)
    {
        await using var window = await Browser.OpenAsync(web, width);
        var page = window.Page;
        await window.LogInAsync("lin");
        await page.GotoAsync("/work/filings");

        await page.Locator(".list-bar summary", new() { HasText = "列" }).PressAsync("Enter");
        await window.ShouldBeSoundAsync();
        await page.GetByLabel("最近保存").PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "显示", Exact = true }).PressAsync("Enter");
        await page.WaitForURLAsync("**/work/filings?columns=*");
        (await page.Locator("thead th", new() { HasText = "最近保存" }).CountAsync()).ShouldBe(0);

        await page.Locator(".list-bar summary", new() { HasText = "视图" }).PressAsync("Enter");
        await page.GetByLabel("把现在的筛选和列存为视图").FillAsync($"不看时间{width}");
        await page.GetByLabel("把现在的筛选和列存为视图").PressAsync("Enter");
        await page.GetByText($"已存为视图“不看时间{width}”").WaitForAsync();

        await page.GotoAsync("/work/filings");
        await page.Locator(".list-bar summary", new() { HasText = "视图" }).PressAsync("Enter");
        await window.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"不看时间{width}", Exact = true }).PressAsync("Enter");
        await page.WaitForURLAsync("**/work/filings?columns=*");
        (await page.Locator("thead th", new() { HasText = "最近保存" }).CountAsync()).ShouldBe(0);
        await page.Locator(".list-bar summary", new() { HasText = "视图" }).PressAsync("Enter");
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator(".list-bar details[open]").CountAsync()).ShouldBe(0);
    }
}
