using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql;

namespace Gongkai.Platform.Storage.Backups;

/// <summary>Puts a backup into an empty database: the schema that it was taken of, then every row, in one transaction. The next start brings the schema up to date.</summary>
public sealed class RestoreBackup(GongkaiDb db)
{
    private const int CopyBuffer = 128 * 1024;

    /// <summary>Restores a backup.</summary>
    /// <param name="input">The backup; must be able to seek.</param>
    /// <param name="progress">Is told of each table before it is filled.</param>
    /// <param name="cancellation">Ends the work; the database stays empty.</param>
    public async Task<Result> RunAsync(Stream input, IProgress<TakeBackup.Step>? progress, CancellationToken cancellation)
    {
        try
        {
            await using var archive = await ZipArchive.CreateAsync(input, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellation);
            return await BackupFile.ManifestAsync(archive, cancellation) is { } manifest
                ? await RestoreAsync(archive, manifest, progress, cancellation)
                : new Result(Refusal.NotABackup, null, null);
        }
        catch (InvalidDataException)
        {
            return new Result(Refusal.NotABackup, null, null);
        }
    }

    private async Task<Result> RestoreAsync(ZipArchive archive, BackupManifest manifest, IProgress<TakeBackup.Step>? progress, CancellationToken cancellation)
    {
        var migrations = db.GetService<IMigrationsAssembly>();
        if (manifest.Migrations.FirstOrDefault(id => !migrations.Migrations.ContainsKey(id)) is { } unknown)
        {
            return new Result(Refusal.FromANewerProgram, manifest, unknown);
        }

        if (await BackupFile.DamagedTableAsync(archive, manifest, cancellation) is { } damaged)
        {
            return new Result(Refusal.Damaged, manifest, damaged);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (!await Catalogue.IsEmptyAsync(connection, cancellation))
        {
            return new Result(Refusal.NotEmpty, manifest, null);
        }

        await RunAsync(connection, db.GetService<IHistoryRepository>().GetCreateScript(), cancellation);
        foreach (var id in manifest.Migrations)
        {
            var migration = migrations.CreateMigration(migrations.Migrations[id], db.Database.ProviderName!);
            foreach (var operation in migration.UpOperations.Cast<SqlOperation>())
            {
                await RunAsync(connection, operation.Sql, cancellation);
            }
        }

        await FillAsync(connection, archive, manifest, progress, cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(null, manifest, null);
    }

    /// <summary>The rows come in the order of the tables' names, so the references between them are taken off before and put back, and checked, after.</summary>
    private static async Task FillAsync(NpgsqlConnection connection, ZipArchive archive, BackupManifest manifest, IProgress<TakeBackup.Step>? progress, CancellationToken cancellation)
    {
        var tables = manifest.Tables.Select(table => Catalogue.Quoted(table.Name)).ToList();
        var references = await Catalogue.ForeignKeysAsync(connection, cancellation);
        foreach (var (table, name, _) in references)
        {
            await RunAsync(connection, $"ALTER TABLE {Catalogue.Quoted(table)} DROP CONSTRAINT {Catalogue.Quoted(name)}", cancellation);
        }

        foreach (var table in tables)
        {
            await RunAsync(connection, $"ALTER TABLE {table} DISABLE TRIGGER USER", cancellation);
        }

        await RunAsync(connection, $"TRUNCATE {string.Join(", ", tables)}", cancellation);
        for (var index = 0; index < manifest.Tables.Count; index++)
        {
            progress?.Report(new TakeBackup.Step(manifest.Tables[index].Name, index + 1, manifest.Tables.Count));
            await FillAsync(connection, archive, manifest.Tables[index], cancellation);
        }

        foreach (var table in tables)
        {
            await RunAsync(connection, $"ALTER TABLE {table} ENABLE TRIGGER USER", cancellation);
        }

        foreach (var (table, name, definition) in references)
        {
            await RunAsync(connection, $"ALTER TABLE {Catalogue.Quoted(table)} ADD CONSTRAINT {Catalogue.Quoted(name)} {definition}", cancellation);
        }

        foreach (var sequence in manifest.Sequences)
        {
            await using var set = new NpgsqlCommand("SELECT setval($1::regclass, $2, $3)", connection)
            {
                Parameters = { new() { Value = Catalogue.Quoted(sequence.Name) }, new() { Value = sequence.LastValue }, new() { Value = sequence.IsCalled } },
            };
            await set.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task FillAsync(NpgsqlConnection connection, ZipArchive archive, BackupTable table, CancellationToken cancellation)
    {
        var list = string.Join(", ", table.Columns.Select(Catalogue.Quoted));
        await using (var content = await archive.GetEntry(table.EntryName)!.OpenAsync(cancellation))
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {Catalogue.Quoted(table.Name)} ({list}) FROM STDIN (FORMAT BINARY)", cancellation);
            await content.CopyToAsync(copy, CopyBuffer, cancellation);
        }

        await using var count = new NpgsqlCommand($"SELECT count(*) FROM {Catalogue.Quoted(table.Name)}", connection);
        if ((long)(await count.ExecuteScalarAsync(cancellation))! != table.Rows)
        {
            throw new InvalidOperationException($"The table {table.Name} has another number of rows than its backup.");
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>What was restored, or why not; with the table or the step of the schema that it is about.</summary>
    public sealed record Result(Refusal? Refusal, BackupManifest? Manifest, string? Subject);

    public enum Refusal
    {
        NotABackup,
        Damaged,
        FromANewerProgram,
        NotEmpty,
    }
}
