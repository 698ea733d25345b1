using System.Reflection;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Operations;

/// <summary>How the installation stands, for its operator.</summary>
public sealed class OperationQueries(GongkaiDb db, InstallationSettings settings, JobQueries jobs, JobHeartbeat heartbeat, SmtpOptions smtp)
{
    public async Task<OperationView> ShowAsync(CancellationToken cancellation)
    {
        var server = await db.Database.SqlQuery<ServerRow>(
            $"""
            SELECT current_setting('server_version') AS "Version", pg_database_size(current_database()) AS "Bytes", pg_postmaster_start_time() AS "StartedAt"
            """).SingleAsync(cancellation);
        var drive = new DriveInfo(AppContext.BaseDirectory);
        return new OperationView
        {
            Version = Version,
            ServerVersion = server.Version,
            ServerStartedAt = server.StartedAt,
            DatabaseBytes = server.Bytes,
            FreeBytes = drive.AvailableFreeSpace,
            DiskBytes = drive.TotalSize,
            Migrations = [.. await db.Database.GetAppliedMigrationsAsync(cancellation)],
            PendingMigrations = [.. await db.Database.GetPendingMigrationsAsync(cancellation)],
            LastBackup = await settings.ReadAsync<LastBackup>(LastBackup.Setting, cancellation),
            Jobs = await jobs.CountsAsync(cancellation),
            RunnerBeat = heartbeat.LastBeat,
            RunnerIsAlive = heartbeat.IsAlive,
            MailServer = smtp.IsSetUp ? $"{smtp.Host}:{smtp.Port}" : null,
        };
    }

    private static string Version { get; } = typeof(OperationQueries).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private sealed record ServerRow(string Version, long Bytes, DateTimeOffset StartedAt);
}

/// <summary>How the installation stands.</summary>
public sealed record OperationView
{
    public required string Version { get; init; }

    public required string ServerVersion { get; init; }

    public required DateTimeOffset ServerStartedAt { get; init; }

    public required long DatabaseBytes { get; init; }

    /// <summary>What is free where the program lies; the database may lie elsewhere.</summary>
    public required long FreeBytes { get; init; }

    public required long DiskBytes { get; init; }

    public required IReadOnlyList<string> Migrations { get; init; }

    public required IReadOnlyList<string> PendingMigrations { get; init; }

    public required LastBackup? LastBackup { get; init; }

    public required IReadOnlyDictionary<JobState, int> Jobs { get; init; }

    public required DateTimeOffset RunnerBeat { get; init; }

    public required bool RunnerIsAlive { get; init; }

    /// <summary>The mail server, or null where none is set up.</summary>
    public required string? MailServer { get; init; }
}
