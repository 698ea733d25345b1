using System.Diagnostics;
using Gongkai.Bench.Quick;
using Gongkai.Platform;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Storage.Embedded;
using Gongkai.Testing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Bench.Platform;

/// <summary>How fast the web answers with a province of 3,000 agencies and ten years of reports behind it.</summary>
internal static class PlatformRun
{
    private const int Rounds = 25;

    public static Task RunAsync() => WithDatabaseAsync(MeasureAsync);

    /// <summary>Runs over an embedded PostgreSQL of its own, on a January morning.</summary>
    /// <param name="measure">What is measured, told the way to the database and the clock.</param>
    /// <param name="kept">A folder in which the database stays; null for one that goes afterwards.</param>
    internal static async Task WithDatabaseAsync(Func<string, TimeProvider, Task> measure, string? kept = null)
    {
        var clock = new RunningClock(new DateTimeOffset(2026, 1, 27, 9, 0, 0, TimeSpan.FromHours(8)));
        var folder = kept ?? Path.Combine(Path.GetTempPath(), $"gongkai-bench-{Guid.CreateVersion7():N}");
        try
        {
            await using var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = folder }, CancellationToken.None);
            await measure(postgres.ConnectionString, clock);
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task MeasureAsync(string connectionString, TimeProvider clock)
    {
        var filling = Stopwatch.StartNew();
        var password = await FillAsync(connectionString, clock, Province.FillAsync);
        Console.WriteLine($"{Province.Counties * Province.AgenciesOfCounty:N0} agencies, {Province.LastYear - Province.FirstYear + 1} years, made in {filling.Elapsed.TotalSeconds:N0} s");
        await using var web = await RunningWeb.StartAsync(connectionString, clock);
        using var officer = await web.LogInAsync(Province.Officer, password);
        using var visitor = web.Visit();
        var (province, county) = await CampaignsAsync(web.Services);

        await RowAsync("campaign board, a county of 120", officer, _ => $"/work/campaigns/{county}", 100);
        await RowAsync("campaign board, a province of 3,000", officer, _ => $"/work/campaigns/{province}", 100);
        await RowAsync("campaign board, the worst first", officer, _ => $"/work/campaigns/{province}?errors=true", 100);
        await RowAsync("sum of a county of 120", officer, _ => $"/work/campaigns/{county}/sum", 100);
        await RowAsync("sum of a province of 3,000", officer, _ => $"/work/campaigns/{province}/sum", 1000);
        await RowAsync("search for an agency, workbench", officer, round => $"/work/search?q=第{1 + (round % Province.AgenciesOfCounty)}局", 100);
        await RowAsync("search for an agency, portal", visitor, round => $"/search?q=水利第{1 + (round % Province.AgenciesOfCounty)}局", 100);
        await RowAsync("a report's page, not kept", visitor, round => $"/reports/{Province.FirstYear + (round % 9)}/{1000 + 1 + round}", 100);
        await RowAsync("a report's page, kept", visitor, _ => $"/reports/2020/{1000 + 7}", 100);
        await CompareWithBareAsync(web.Address, $"/reports/2020/{1000 + 7}");
    }

    internal static async Task<string> FillAsync(string connectionString, TimeProvider clock, Func<IServiceProvider, string, Task<string>> fill)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(clock).AddGongkaiPlatform(connectionString).BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
        {
            await Schema.MigrateAsync(scope.ServiceProvider.GetRequiredService<GongkaiDb>(), CancellationToken.None);
        }

        return await fill(services, connectionString);
    }

    private static async Task<(int Province, int County)> CampaignsAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var newest = await db.Campaigns.Where(campaign => campaign.Year == Province.LastYear).ToDictionaryAsync(campaign => campaign.AgencyId, campaign => campaign.Id);
        return (newest[Province.Id], newest[Province.FirstCountyId]);
    }

    /// <summary>The time from the request to the last byte, over loopback: the median of the rounds, after a few to warm up.</summary>
    internal static async Task RowAsync(string what, Visitor visitor, Func<int, string> path, double milliseconds)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds + 5; round++)
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await visitor.Client.GetAsync(new Uri(path(round), UriKind.Relative));
            await response.Content.ReadAsByteArrayAsync();
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (!response.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{path(round)}: {(int)response.StatusCode}");
            }

            if (round >= 5)
            {
                times.Add(took);
            }
        }

        var median = Timing.Median([.. times]);
        ResultTable.Row(what, $"median {ResultTable.Show(median, "0.0")} ms, slowest {ResultTable.Show(times.Max(), "0.0")} ms", $"< {milliseconds} ms", median < milliseconds);
    }

    /// <summary>The kept page beside a bare Kestrel handler that returns the same bytes, in turns.</summary>
    private static async Task CompareWithBareAsync(Uri web, string path)
    {
        byte[] page;
        string type;
        using (var client = new HttpClient { BaseAddress = web })
        using (var response = await client.GetAsync(new Uri(path, UriKind.Relative)))
        {
            page = await response.Content.ReadAsByteArrayAsync();
            type = response.Content.Headers.ContentType!.ToString();
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var bare = builder.Build();
        bare.Urls.Add("http://127.0.0.1:0");
        bare.Run(context =>
        {
            context.Response.ContentType = type;
            context.Response.ContentLength = page.Length;
            return context.Response.Body.WriteAsync(page).AsTask();
        });
        await bare.StartAsync();
        var bareAddress = new Uri(bare.Urls.First());

        var ratios = new List<double>();
        double kept = 0;
        for (var round = 0; round < 5; round++)
        {
            kept = await Load.RequestsASecondAsync(web, path);
            ratios.Add(kept / await Load.RequestsASecondAsync(bareAddress, path));
        }

        var ratio = Timing.Median([.. ratios]);
        ResultTable.Row("a kept page, beside bare Kestrel", $"{ResultTable.Show(kept, "N0")} requests a second, {ResultTable.Show(ratio, "0.00")} of bare", "≥ 0.50", ratio >= 0.5);
    }
}
