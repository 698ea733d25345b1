using Gongkai.Testing.Web;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>The county's officer in January: from any number to the record behind it in three clicks.</summary>
public sealed class OfficerJourneyTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    [Fact]
    public async Task From_the_board_to_the_cell_behind_the_worst_finding()
    {
        await using var window = await Browser.OpenAsync(web, 1280);
        var page = window.Page;
        await window.LogInAsync("lin");
        await page.GetByRole(AriaRole.Link, new() { Name = "报送总表" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("2025") }).First.ClickAsync();
        await WritePictureAsync(page);

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("处差错$") }).First.ClickAsync();
        await page.Locator("main tbody a[href*='#requests.']").First.ClickAsync();

        page.Url.ShouldContain("/work/filings/");
        var address = new Uri(page.Url).Fragment.TrimStart('#');
        await page.Locator($"[data-field='{address}']:focus").WaitForAsync();
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Those_who_have_not_begun_are_urged_at_once_and_it_is_seen_on_the_board()
    {
        await using var window = await Browser.OpenAsync(web, 1280);
        var page = window.Page;
        await window.LogInAsync("lin");
        await page.GotoAsync("/work/campaigns");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("2025") }).First.ClickAsync();
        await page.Locator(".tile", new() { HasText = "未开始" }).ClickAsync();
        var waiting = await page.Locator("main tbody tr").CountAsync();
        waiting.ShouldBeGreaterThan(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "催办全部未报的单位" }).ClickAsync();
        await page.Locator("main form[method=post] button").First.ClickAsync();
        await page.Locator(".tile", new() { HasText = "未开始" }).ClickAsync();

        (await page.GetByText("1 次，").CountAsync()).ShouldBe(waiting);
        window.Complaints.ShouldBeEmpty();
    }

    /// <summary>The picture of the README, taken again where GONGKAI_WRITE_DOCS=1 asks for it.</summary>
    private static async Task WritePictureAsync(IPage page)
    {
        if (Environment.GetEnvironmentVariable("GONGKAI_WRITE_DOCS") == "1")
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Repository(), "docs", "pictures", "board.png") });
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests are not below the repository.");
        }

        return folder.FullName;
    }
}
