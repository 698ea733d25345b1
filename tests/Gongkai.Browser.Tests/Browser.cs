using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Gongkai.Testing.Web;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>The browser of the test process, and windows in it. Skips where no Chromium is installed.</summary>
internal static class Browser
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
    public const int Phone = 360;
    public const int Desk = 1280;

    // A machine that does other work besides is slow, not wrong.
    private const int MostMilliseconds = 90_000;

    private static readonly Lazy<Task<IBrowser>> Chromium = new(StartAsync);

    /// <summary>The two widths at which everything has to work.</summary>
    public static TheoryData<int> Widths => [Phone, Desk];

    /// <summary>A new window that no other test sees.</summary>
    public static async Task<Window> OpenAsync(DemonstrationWeb web, int width)
    {
        Assert.SkipUnless(Array.Exists(Places, File.Exists), "没有安装 Chromium，跳过浏览器测试。");
        var context = await (await Chromium.Value).NewContextAsync(new()
        {
            BaseURL = web.Address.ToString(),
            ViewportSize = new() { Width = width, Height = HeightAt(width) },
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(MostMilliseconds);
        context.SetDefaultNavigationTimeout(MostMilliseconds);
        return new Window(web, context, await context.NewPageAsync());
    }

    public static int HeightAt(int width) => width < 600 ? 740 : 900;

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Array.Find(Places, File.Exists),
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-gpu"],
        });
    }
}

/// <summary>A window of the browser, with what its console complained of.</summary>
internal sealed class Window : IAsyncDisposable
{
    // What passed is nobody's business here, and to tell of it takes longer than to look.
    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = [ResultType.Violations] };

    private readonly DemonstrationWeb web;
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    public Window(DemonstrationWeb web, IBrowserContext context, IPage page)
    {
        this.web = web;
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    /// <summary>What the console of the browser has complained of so far.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Logs a person of the demonstration in by typing.</summary>
    public async Task LogInAsync(string userName)
    {
        await Page.GotoAsync("/account/login");
        await Page.GetByLabel("用户名").FillAsync(userName);
        await Page.GetByLabel("密码", new() { Exact = true }).FillAsync(web.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Page.WaitForURLAsync("**/work");
    }

    /// <summary>The same at the width of a phone and of a desk, without asking the server for the page again.</summary>
    public async Task ShouldBeSoundAtEachWidthAsync()
    {
        foreach (var width in (int[])[Browser.Phone, Browser.Desk])
        {
            await Page.SetViewportSizeAsync(width, Browser.HeightAt(width));
            await ShouldBeSoundAsync();
        }
    }

    /// <summary>Holds the page that is shown to what every page has to meet: axe finds nothing, it does not scroll sideways, the console is quiet.</summary>
    public async Task ShouldBeSoundAsync()
    {
        // The other way opens a second window each time, for frames of another origin, which no page has.
#pragma warning disable CS0618
        var axe = await Page.RunAxeLegacy(null, OnlyViolations);
#pragma warning restore CS0618
        axe.Violations.Select(Describe).ShouldBeEmpty(Page.Url);
        var beyond = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        beyond.ShouldBeLessThanOrEqualTo(0, $"{Page.Url} scrolls sideways");
        complaints.ShouldBeEmpty(Page.Url);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static string Describe(AxeResultItem item) => $"{item.Id}: {item.Help} {string.Join(" | ", item.Nodes.Take(3).Select(node => node.Html))}";
}
