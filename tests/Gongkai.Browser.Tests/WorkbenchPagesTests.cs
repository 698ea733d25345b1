using System.Collections.Concurrent;
using Gongkai.Testing.Web;

namespace Gongkai.Browser.Tests;

/// <summary>What those who work with it see, at the width of a phone and of a desk: every page of the navigation, and where it leads.</summary>
public sealed class WorkbenchPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    // What a page is built of, its words left out: a clerk and a head who see the same kinds of things see one page.
    private const string Elements = """
        () => [...new Set([...document.querySelectorAll('body *')].map(one => [one.parentElement.tagName, one.tagName, one.className, ...one.getAttributeNames(), one.textContent.trim() === ''].join(' ')))].sort().join('\n')
        """;

    private static readonly ConcurrentDictionary<string, bool> Looked = new();

    [Theory]
    [InlineData("chen")]
    [InlineData("lin")]
    [InlineData("system")]
    [InlineData("security")]
    [InlineData("audit")]
    public async Task Every_page_in_reach_of_the_navigation_reads_well_for_everyone(string userName)
    {
        await using var window = await Browser.OpenAsync(web, Browser.Desk);
        await window.LogInAsync(userName);
        var first = await AddressesAsync(window, "nav.side-inner a, .workbench-bar a[href^='/']");
        first.ShouldNotBeEmpty();

        var seen = new List<string>();
        foreach (var path in first)
        {
            await VisitAsync(window, path, seen);
            foreach (var below in (await AddressesAsync(window, "main a[href^='/work']")).Where(address => !address.Contains("export", StringComparison.Ordinal) && !address.Contains("handler", StringComparison.Ordinal)).DistinctBy(Kind))
            {
                await VisitAsync(window, below, seen);
            }
        }
    }

    private static async Task VisitAsync(Window window, string path, List<string> seen)
    {
        if (seen.Contains(Kind(path)) || Path.HasExtension(path.Split('?')[0]))
        {
            return;
        }

        seen.Add(Kind(path));
        await window.Page.GotoAsync(path);
        (await window.Page.Locator("h1").CountAsync()).ShouldBe(1, path);
        window.Complaints.ShouldBeEmpty(path);
        if (Looked.TryAdd(Kind(path) + await window.Page.EvaluateAsync<string>(Elements), true))
        {
            await window.ShouldBeSoundAtEachWidthAsync();
        }
    }

    private static async Task<string[]> AddressesAsync(Window window, string selector) =>
        await window.Page.EvalOnSelectorAllAsync<string[]>(selector, "links => links.map(link => link.getAttribute('href'))");

    /// <summary>The address with its numbers and its query taken out: one page of a kind is looked at.</summary>
    private static string Kind(string address) => string.Concat(address.Split('?', '#')[0].Where(letter => !char.IsAsciiDigit(letter)));
}
