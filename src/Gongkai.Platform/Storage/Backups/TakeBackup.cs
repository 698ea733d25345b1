using System.Data;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using Npgsql;

namespace Gongkai.Platform.Storage.Backups;

/// <summary>Writes the whole database, files included, as one snapshot, while others work on. Nothing is ever whole in memory.</summary>
public sealed class TakeBackup(NpgsqlDataSource source, TimeProvider time)
{
    private const int CopyBuffer = 128 * 1024;

    /// <summary>Writes the backup.</summary>
    /// <param name="output">Where it goes; need not be able to seek.</param>
    /// <param name="progress">Is told of each table before it is written.</param>
    /// <param name="cancellation">Ends the work; what was written until then is no backup.</param>
    public async Task<Result> RunAsync(Stream output, IProgress<Step>? progress, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var tables = await Catalogue.TablesAsync(connection, cancellation);
        if (!tables.Any(table => table.Name == MigrationHistory.Table))
        {
            return new Result(Refusal.NotOurs, null);
        }

        var takenAt = time.GetUtcNow();
        var migrations = await MigrationHistory.ReadAsync(connection, cancellation);
        var written = new List<BackupTable>();
        await using var archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (var (name, columns) in tables)
        {
            progress?.Report(new Step(name, written.Count + 1, tables.Count));
            written.Add(await WriteAsync(connection, archive, name, columns, cancellation));
        }

        var manifest = new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            ProgramVersion = typeof(TakeBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            ServerVersion = connection.PostgreSqlVersion.ToString(),
            TakenAt = takenAt,
            Migrations = migrations,
            Tables = written,
            Sequences = await Catalogue.SequencesAsync(connection, cancellation),
        };
        await using (var entry = await archive.CreateEntry(BackupManifest.EntryName).OpenAsync(cancellation))
        {
            await JsonSerializer.SerializeAsync(entry, manifest, BackupFile.Json, cancellation);
        }

        return new Result(null, manifest);
    }

    private static async Task<BackupTable> WriteAsync(NpgsqlConnection connection, ZipArchive archive, string name, string[] columns, CancellationToken cancellation)
    {
        var list = string.Join(", ", columns.Select(Catalogue.Quoted));
        var rows = await CountAsync(connection, name, cancellation);
        var empty = new BackupTable(name, columns, rows, 0, "");
        await using var entry = await archive.CreateEntry(empty.EntryName, CompressionLevel.Fastest).OpenAsync(cancellation);
        await using var hashing = new HashingStream(entry);
        await using (var copy = await connection.BeginRawBinaryCopyAsync($"COPY {Catalogue.Quoted(name)} ({list}) TO STDOUT (FORMAT BINARY)", cancellation))
        {
            await copy.CopyToAsync(hashing, CopyBuffer, cancellation);
        }

        return empty with { Length = hashing.Length, Sha256 = hashing.Sha256() };
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string name, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM {Catalogue.Quoted(name)}", connection);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The table that is being worked on, its number and how many there are.</summary>
    public sealed record Step(string Table, int Number, int Total);

    public sealed record Result(Refusal? Refusal, BackupManifest? Manifest);

    public enum Refusal
    {
        /// <summary>The database holds no tables of this program.</summary>
        NotOurs,
    }
}
