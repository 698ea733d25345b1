using System.Diagnostics;
using Gongkai.Bench.Quick;
using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Bench.Platform;

/// <summary>How fast the desk answers with half a million cases behind it, and how fast the clocks are.</summary>
internal static class CaseRun
{
    private const int LedgerYear = 2025;
    private const int AgencyId = 1007;

    public static Task RunAsync() => PlatformRun.WithDatabaseAsync(async (connectionString, clock) =>
    {
        Clocks();
        var filling = Stopwatch.StartNew();
        var password = await PlatformRun.FillAsync(connectionString, clock, Province.FillAgenciesAsync);
        await Cases.FillAsync(connectionString);
        Console.WriteLine($"{Cases.Count:N0} cases made in {filling.Elapsed.TotalSeconds:N0} s");
        await using var web = await RunningWeb.StartAsync(connectionString, clock);
        using var officer = await web.LogInAsync(Province.Officer, password);
        await OnceAsync<ClockSweep>(web.Services, "all open clocks computed anew", 10_000, async sweep => await sweep.PreviewAsync((_, _) => Task.FromResult(WorkingCalendar.Statutory), CancellationToken.None));
        await PlatformRun.RowAsync("open cases of the province by due day", officer, _ => "/work/requests", 100);
        await PlatformRun.RowAsync("open cases of one agency", officer, round => $"/work/requests?agencyId={1001 + (round % 120)}", 100);
        await PlatformRun.RowAsync("all cases, newest first", officer, _ => "/work/requests?order=Newest", 100);
        await PlatformRun.RowAsync("all cases, the last page", officer, _ => "/work/requests?order=Newest&after=-50", 100);
        await PlatformRun.RowAsync("cases of a year with an outcome", officer, round => $"/work/requests?order=Newest&year={2016 + (round % 10)}&outcome=NotHeld", 100);
        await PlatformRun.RowAsync("a case", officer, round => $"/work/requests/{1 + (round * 17_001)}", 100);
        await OnceAsync<LedgerFigures>(web.Services, "tables three and four of an agency", 100, async ledger => await ledger.OfAsync(AgencyId, LedgerYear, CancellationToken.None));
        await OnceAsync<LedgerFigures>(web.Services, "tables three and four of the province", 2_000, async ledger => await ledger.BelowAsync($"/{Province.Id}/", LedgerYear, CancellationToken.None));
    });

    /// <summary>A case with a clarification, a consultation and an extension: more than most have.</summary>
    private static void Clocks()
    {
        var day = new DateOnly(2025, 3, 3);
        RequestEvent[] events =
        [
            RequestEvent.Received(day), RequestEvent.ClarificationAsked(day.AddDays(3), day.AddDays(4), 10), RequestEvent.ClarificationSupplied(day.AddDays(9)),
            RequestEvent.ThirdPartyAsked(day.AddDays(14), day.AddDays(15)), RequestEvent.ThirdPartyReplied(day.AddDays(24)),
            RequestEvent.ExtensionNotified(day.AddDays(30), 20), RequestEvent.Concluded(day.AddDays(50), Outcome.Granted),
        ];
        const int times = 200_000;
        var rates = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            var before = Process.GetCurrentProcess().UserProcessorTime;
            for (var index = 0; index < times; index++)
            {
                RequestTimeline.Of(events, WorkingCalendar.Statutory, day.AddDays(index % 80));
            }

            rates.Add(times / (Process.GetCurrentProcess().UserProcessorTime - before).TotalSeconds);
        }

        var rate = Timing.Median([.. rates]);
        ResultTable.Row("the clocks of a case with seven events", $"{ResultTable.Show(rate, "N0")} cases a second a core", "200,000", rate >= 200_000);
    }

    private static async Task OnceAsync<TService>(IServiceProvider services, string what, double milliseconds, Func<TService, Task> work)
        where TService : notnull
    {
        var times = new List<double>();
        for (var round = 0; round < 6; round++)
        {
            await using var scope = services.CreateAsyncScope();
            var started = Stopwatch.GetTimestamp();
            await work(scope.ServiceProvider.GetRequiredService<TService>());
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var median = Timing.Median([.. times.Skip(1)]);
        ResultTable.Row(what, $"median {ResultTable.Show(median, "0")} ms, the first {ResultTable.Show(times[0], "0")} ms", $"< {milliseconds} ms", median < milliseconds);
    }
}
