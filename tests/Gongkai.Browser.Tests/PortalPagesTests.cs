using Gongkai.Testing.Web;

namespace Gongkai.Browser.Tests;

/// <summary>What the public sees, at the width of a phone and of a desk.</summary>
public sealed class PortalPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    public static TheoryData<string> Pages => ["/", "/agencies", "/agencies/1", "/agencies/2", "/catalog", "/documents", "/documents?kind=NormativeDocument&status=Repealed", "/documents/1", "/documents/2", "/reports", "/reports/2024", "/reports/2024/2", "/compare", "/data", "/search?q=2024", "/search?q=宅基地", "/search?q=没有的词语", "/api", "/accessibility", "/account/login", "/no-such-page"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_reads_well_for_everyone(string path)
    {
        await using var window = await Browser.OpenAsync(web, Browser.Phone);
        await window.Page.GotoAsync(path);

        (await window.Page.Locator("h1").CountAsync()).ShouldBe(1, path);
        if (path != "/no-such-page")
        {
            await window.ShouldBeSoundAtEachWidthAsync();
        }
    }
}
