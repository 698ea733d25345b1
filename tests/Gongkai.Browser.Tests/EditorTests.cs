using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>The report editor under the hands of a clerk. Each test works on a year of its own.</summary>
public sealed class EditorTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const string First = "requests.received.natural";

    [Fact]
    public async Task The_clerks_pages_read_well_for_everyone()
    {
        await using var window = await Browser.OpenAsync(web, Browser.Desk);
        await window.LogInAsync("chen");
        await window.ShouldBeSoundAtEachWidthAsync();
        foreach (var path in new[] { "/work/filings", "/work/filings?year=2001", "/work/filings/new", "/work/notifications" })
        {
            await window.Page.GotoAsync(path);
            await window.ShouldBeSoundAtEachWidthAsync();
        }

        var editor = await BeginAsync(window, 2010);
        await SavedAsync(window, First, "3");
        await window.ShouldBeSoundAtEachWidthAsync();
        await window.Page.GotoAsync(editor + "/versions");
        await window.ShouldBeSoundAtEachWidthAsync();
        await window.Page.GotoAsync(editor + "/versions?from=1");
        await window.ShouldBeSoundAtEachWidthAsync();
    }

    [Fact]
    public async Task The_authoritys_pages_read_well_for_everyone()
    {
        await using var window = await Browser.OpenAsync(web, Browser.Desk);
        await window.LogInAsync("lin");
        await window.ShouldBeSoundAtEachWidthAsync();
        await window.Page.GotoAsync("/work/filings?year=2025&state=Submitted");
        await window.Page.Locator("main tbody a").First.ClickAsync();
        await window.Page.Locator("[data-counts]").WaitForAsync();
        await window.ShouldBeSoundAtEachWidthAsync();
        (await Cell(window, First).IsEditableAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Cells_are_moved_through_like_those_of_a_spreadsheet()
    {
        await using var window = await Browser.OpenAsync(web, 1280);
        await window.LogInAsync("chen");
        await BeginAsync(window, 2011);
        var keys = window.Page.Keyboard;

        await Cell(window, First).FocusAsync();
        await keys.TypeAsync("3");
        await keys.PressAsync("ArrowRight");
        await keys.TypeAsync("2");
        await keys.PressAsync("Enter");
        (await AtAsync(window)).ShouldBe("requests.carriedIn.commercial");
        await keys.PressAsync("Home");
        (await AtAsync(window)).ShouldBe("requests.carriedIn.natural");
        await keys.PressAsync("End");
        (await AtAsync(window)).ShouldBe("requests.carriedIn.total");
        await keys.PressAsync("ArrowUp");
        (await window.Page.Locator($"[id='f-{"requests.received.total"}-sum']").TextContentAsync()).ShouldBe("应为 5");
        await keys.TypeAsync("9");
        await keys.PressAsync("Escape");

        (await Cell(window, "requests.received.total").InputValueAsync()).ShouldBe("");
        (await Cell(window, First).InputValueAsync()).ShouldBe("3");
    }

    [Fact]
    public async Task A_block_from_a_spreadsheet_fills_the_cells_from_the_chosen_one_on_and_can_be_undone()
    {
        await using var window = await Browser.OpenAsync(web, 1280);
        await window.LogInAsync("chen");
        var editor = await BeginAsync(window, 2012);

        await Cell(window, First).EvaluateAsync(
            """
            cell => {
              const data = new DataTransfer();
              data.setData('text/plain', '1\t/\r\n2\t\r\n');
              cell.focus();
              cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await AllSavedAsync(window);
        await window.Page.GotoAsync(editor);

        string[] cells = [First, "requests.received.commercial", "requests.carriedIn.natural", "requests.carriedIn.commercial"];
        (await Task.WhenAll(cells.Select(cell => Cell(window, cell).InputValueAsync()))).ShouldBe(["1", "/", "2", ""]);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "空白处填 0" }).ClickAsync();
        (await Cell(window, "requests.received.total").InputValueAsync()).ShouldBe("1");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        (await Cell(window, "requests.carriedIn.commercial").InputValueAsync()).ShouldBe("");
        await AllSavedAsync(window);
    }

    [Fact]
    public async Task What_was_typed_without_a_connection_survives_even_a_closed_page()
    {
        await using var window = await Browser.OpenAsync(web, 1280);
        await window.LogInAsync("chen");
        var editor = await BeginAsync(window, 2013);
        await window.Page.RouteAsync("**/work/filings/**", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await Cell(window, First).FillAsync("41");
        await window.Page.GetByText("未能保存").First.WaitForAsync();
        window.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await window.Page.GotoAsync("about:blank");
        await window.Page.UnrouteAllAsync();

        await window.Page.GotoAsync(editor);
        (await Cell(window, First).InputValueAsync()).ShouldBe("");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "恢复" }).ClickAsync();
        await AllSavedAsync(window);

        await window.Page.ReloadAsync();
        (await Cell(window, First).InputValueAsync()).ShouldBe("41");
    }

    [Fact]
    public async Task A_session_that_ends_while_one_types_costs_nothing()
    {
        await using var window = await Browser.OpenAsync(web, 1280);
        await window.LogInAsync("chen");
        var editor = await BeginAsync(window, 2014);
        await window.Page.Context.ClearCookiesAsync(new() { Name = "gongkai" });
        await Cell(window, First).FillAsync("42");
        await window.Page.GetByText("登录已经过期").First.WaitForAsync();

        var login = await window.Page.RunAndWaitForPopupAsync(() => window.Page.GetByRole(AriaRole.Link, new() { Name = "重新登录" }).ClickAsync());
        await login.GetByLabel("用户名").FillAsync("chen");
        await login.GetByLabel("密码", new() { Exact = true }).FillAsync(web.Password);
        await login.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await login.WaitForURLAsync("**/work");
        await login.CloseAsync();
        // Coming back to the window saves again by itself, whether or not the button 再试 was quicker.
        await window.Page.EvaluateAsync("dispatchEvent(new Event('focus'))");
        await AllSavedAsync(window);

        await window.Page.GotoAsync(editor);
        (await Cell(window, First).InputValueAsync()).ShouldBe("42");
    }

    [Fact]
    public async Task Two_people_at_one_cell_see_both_figures_and_one_of_them_chooses()
    {
        await HireAsync("徐蕾", "云溪镇");
        await using var window = await Browser.OpenAsync(web, 1280);
        await using var other = await Browser.OpenAsync(web, 1280);
        await window.LogInAsync("chen");
        await other.LogInAsync("xu");
        var editor = await BeginAsync(window, 2015);
        await window.Page.Context.SetOfflineAsync(true);
        await Cell(window, First).FillAsync("5");
        await other.Page.GotoAsync(editor);
        await SavedAsync(other, First, "6");
        await SavedAsync(other, "requests.carriedIn.natural", "1");
        await window.Page.Context.SetOfflineAsync(false);

        await window.Page.GetByText("徐蕾刚改了").WaitForAsync();
        (await Cell(window, "requests.carriedIn.natural").InputValueAsync()).ShouldBe("1");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "用我写的" }).ClickAsync();
        await AllSavedAsync(window);

        await other.Page.ReloadAsync();
        (await Cell(other, First).InputValueAsync()).ShouldBe("5");
        await other.Page.GetByText("陈小禾也打开着这份报告").WaitForAsync();
    }

    [Fact]
    public async Task A_finding_leads_to_its_cell_and_its_mend_settles_it()
    {
        await using var window = await Browser.OpenAsync(web, 1280);
        await window.LogInAsync("chen");
        await BeginAsync(window, 2016);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "空白处填 0" }).ClickAsync();
        await SavedAsync(window, "disputes.reconsideration.total", "3");
        var finding = window.Page.Locator("[data-findings] > li[data-severity=error]").Filter(new() { HasText = "行政复议" }).First;
        await finding.Locator(".btn-place").First.ClickAsync();
        (await AtAsync(window)).ShouldBe("disputes.reconsideration.total");
        (await Cell(window, "disputes.reconsideration.total").GetAttributeAsync("aria-invalid")).ShouldBe("true");

        await finding.GetByRole(AriaRole.Button, new() { NameRegex = new("采用.*改为 0") }).First.ClickAsync();
        await Assertions.Expect(Cell(window, "disputes.reconsideration.total")).ToHaveValueAsync("0");
        await Assertions.Expect(finding).ToHaveCountAsync(0);
    }

    private static ILocator Cell(Window window, string field) => window.Page.Locator($"[data-field='{field}']");

    private static Task<string> AtAsync(Window window) => window.Page.EvaluateAsync<string>("document.activeElement.dataset.field");

    private static async Task<string> BeginAsync(Window window, int year)
    {
        await window.Page.GotoAsync($"/work/filings/new?year={year}");
        await window.Page.GetByLabel("从空白表开始").CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "开始", Exact = true }).ClickAsync();
        await window.Page.Locator("[data-findings] > li").First.WaitForAsync();
        return new Uri(window.Page.Url).AbsolutePath;
    }

    private static async Task SavedAsync(Window window, string field, string text)
    {
        await Cell(window, field).FillAsync(text);
        await AllSavedAsync(window);
    }

    private static Task AllSavedAsync(Window window) => window.Page.Locator("[data-save-state][data-state=saved]").WaitForAsync();

    private async Task HireAsync(string name, string agency)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var account = await db.Users.SingleAsync(user => user.DisplayName == name, TestContext.Current.CancellationToken);
        var place = await db.Agencies.SingleAsync(candidate => candidate.ShortName == agency, TestContext.Current.CancellationToken);
        db.Posts.Add(new Post { AccountId = account.Id, AgencyId = place.Id, Role = Role.Clerk, From = new DateOnly(2020, 1, 1) });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
