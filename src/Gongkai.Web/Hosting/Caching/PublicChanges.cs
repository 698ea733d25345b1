using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Npgsql;

namespace Gongkai.Web.Hosting.Caching;

/// <summary>Is told by the database, at each commit that changes what the public sees, what has changed. Every node listens, so one that did not make the change knows it as well.</summary>
public sealed partial class PublicChanges(string connectionString, PublicVersions versions, SiteFace face, IOutputCacheStore pages, TimeProvider time, ILogger<PublicChanges> log) : BackgroundService
{
    public const string Site = "site";
    public const string Agencies = "agencies";
    public const string Reports = "reports";

    private const int SignOfLifeEvery = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    public static string ReportsOf(int agencyId) => string.Create(CultureInfo.InvariantCulture, $"reports:{agencyId}");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var listening = ListenAsync(stoppingToken);
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            versions.End();
            if (!stoppingToken.IsCancellationRequested)
            {
                Lost(listening.Exception?.InnerException);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = SignOfLifeEvery, ApplicationName = "gongkai-changes" }.ConnectionString);
        var told = new List<string>();
        connection.Notification += (_, notification) => told.Add(notification.Payload);
        await connection.OpenAsync(stopping);
        await using (var listen = new NpgsqlCommand("LISTEN gongkai_public", connection))
        {
            await listen.ExecuteNonQueryAsync(stopping);
        }

        await face.LoadAsync(stopping);
        versions.Begin();
        while (true)
        {
            await connection.WaitAsync(stopping);
            foreach (var subject in told)
            {
                if (subject == Site)
                {
                    await face.LoadAsync(stopping);
                }

                versions.Change(subject);
                await pages.EvictByTagAsync(subject, stopping);
            }

            told.Clear();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database no longer tells what changes; public pages are made anew for each visitor until it does.")]
    private partial void Lost(Exception? exception);
}
