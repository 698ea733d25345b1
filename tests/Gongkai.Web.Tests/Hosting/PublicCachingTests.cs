using System.Net;
using Gongkai.Testing.Web;
using Npgsql;

namespace Gongkai.Web.Tests.Hosting;

/// <summary>A public page is kept until something changes that it shows, whoever changed it.</summary>
public sealed class PublicCachingTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const int MostTries = 2_000;

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/agencies?q=%E5%B1%80", "UPDATE agencies SET sort_order = sort_order WHERE id = 1")]
    [InlineData("/", "INSERT INTO settings VALUES ('site', '{}') ON CONFLICT (name) DO UPDATE SET value = '{}'")]
    [InlineData("/reports/2024", "UPDATE filings SET published_at = published_at WHERE year = 2024 AND published_version IS NOT NULL")]
    [InlineData("/api/v1/years", "UPDATE filings SET published_at = published_at WHERE year = 2024 AND published_version IS NOT NULL")]
    public async Task A_page_is_kept_until_what_it_shows_is_changed_from_outside(string address, string change)
    {
        using var visitor = web.Visit();
        await UntilAsync(visitor, address, isKept: true);

        await using (var database = NpgsqlDataSource.Create(web.ConnectionString))
        await using (var command = database.CreateCommand(change))
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await UntilAsync(visitor, address, isKept: false);
        await UntilAsync(visitor, address, isKept: true);
    }

    [Fact]
    public async Task Who_is_logged_in_never_gets_a_kept_page()
    {
        using var visitor = web.Visit();
        using var clerk = await web.LogInAsync("chen");
        await UntilAsync(visitor, "/reports", isKept: true);

        (await IsKeptAsync(clerk, "/reports")).ShouldBeFalse();
        (await IsKeptAsync(clerk, "/reports")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("/account/login")]
    [InlineData("/no-such-page")]
    [InlineData("/reports/1999/1")]
    [InlineData("/health/ready")]
    public async Task What_is_no_public_page_is_not_kept(string address)
    {
        using var visitor = web.Visit();
        await UntilAsync(visitor, "/reports", isKept: true);

        (await IsKeptAsync(visitor, address)).ShouldBeFalse();
        (await IsKeptAsync(visitor, address)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_says_so_without_asking_for_a_login()
    {
        using var visitor = web.Visit();

        await visitor.OpenAsync("/no-such-page");

        visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        visitor.Text.ShouldContain("没有找到这一页");
    }

    [Fact]
    public async Task The_health_of_a_working_host_is_good()
    {
        using var visitor = web.Visit();

        (await visitor.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative), cancellation)).ShouldContain("Healthy");
        (await visitor.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), cancellation)).ShouldBe("""{"status":"Healthy","checks":{"database":"Healthy","migrations":"Healthy","jobs":"Healthy","virusScan":"Healthy"}}""");
    }

    private async Task UntilAsync(Visitor visitor, string address, bool isKept)
    {
        for (var tries = 0; await IsKeptAsync(visitor, address) != isKept; tries++)
        {
            tries.ShouldBeLessThan(MostTries, $"{address} was never {(isKept ? "kept" : "made anew")}.");
        }
    }

    private async Task<bool> IsKeptAsync(Visitor visitor, string address)
    {
        using var response = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative), cancellation);
        return response.Headers.Age is not null;
    }
}
