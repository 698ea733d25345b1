using System.IO.Compression;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Storage.Backups;
using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gongkai.Platform.Tests.Storage.Backups;

public sealed class BackupTests(GongkaiDatabase source, EmptyDatabase target) : IClassFixture<GongkaiDatabase>, IClassFixture<EmptyDatabase>, IAsyncLifetime
{
    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await ExecuteAsync(target.ConnectionString, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        await using var db = source.Open();
        if (!await db.AuditEntries.AnyAsync(cancellation))
        {
            await FillAsync(db);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_is_restored_is_row_by_row_what_was_there()
    {
        using var backup = await TakeAsync();

        (await RestoreAsync(backup)).Refusal.ShouldBeNull();

        var tables = await TablesAsync(source.ConnectionString);
        tables.ShouldContain("audit_entries");
        (await TablesAsync(target.ConnectionString)).ShouldBe(tables);
        foreach (var table in tables)
        {
            (await RowsAsync(target.ConnectionString, table)).ShouldBe(await RowsAsync(source.ConnectionString, table), table);
        }

        (await SchemaAsync(target.ConnectionString)).ShouldBe(await SchemaAsync(source.ConnectionString));
    }

    [Fact]
    public async Task A_restored_database_goes_on_counting_and_guards_its_trail()
    {
        using var backup = await TakeAsync();
        await RestoreAsync(backup);

        await using var db = GongkaiDatabase.Open(target.ConnectionString);
        await RecordAsync(db, "test.after");
        var verified = await new AuditVerification(db).RunAsync(cancellation);
        verified.Faults.ShouldBeEmpty();
        verified.Entries.ShouldBe(3);
        (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(target.ConnectionString, "UPDATE audit_entries SET action = 'x'"))).MessageText.ShouldContain("append-only");
        (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(target.ConnectionString, "INSERT INTO blob_chunks VALUES (gen_random_uuid(), 0, '')"))).SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
    }

    [Fact]
    public async Task What_is_written_while_the_backup_runs_is_not_in_it()
    {
        using var backup = new MemoryStream();
        await using var writing = NpgsqlDataSource.Create(source.ConnectionString);
        var isWritten = false;
        var progress = new Direct(step =>
        {
            if (!isWritten && step.Number == 2)
            {
                isWritten = true;
                ExecuteAsync(source.ConnectionString, "INSERT INTO settings VALUES ('late', '{}')").GetAwaiter().GetResult();
            }
        });

        var taken = await new TakeBackup(writing, TimeProvider.System).RunAsync(backup, progress, cancellation);
        await ExecuteAsync(source.ConnectionString, "DELETE FROM settings WHERE name = 'late'");

        isWritten.ShouldBeTrue();
        taken.Manifest!.Tables.Single(table => table.Name == "settings").Rows.ShouldBe(1);
    }

    [Fact]
    public async Task A_database_that_holds_something_is_left_alone()
    {
        using var backup = await TakeAsync();
        await ExecuteAsync(target.ConnectionString, "CREATE TABLE theirs (id integer)");

        (await RestoreAsync(backup)).Refusal.ShouldBe(RestoreBackup.Refusal.NotEmpty);

        (await TablesAsync(target.ConnectionString)).ShouldBe(["theirs"]);
    }

    [Fact]
    public async Task A_backup_in_which_a_byte_has_changed_is_refused_and_leaves_nothing()
    {
        using var backup = await TakeAsync();
        using var changed = new MemoryStream();
        await using (var from = new ZipArchive(backup, ZipArchiveMode.Read, leaveOpen: true))
        await using (var to = new ZipArchive(changed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var content = new MemoryStream();
                await using (var read = await entry.OpenAsync(cancellation))
                {
                    await read.CopyToAsync(content, cancellation);
                }

                if (entry.FullName == "tables/settings")
                {
                    content.GetBuffer()[content.Length - 3] ^= 1;
                }

                content.Position = 0;
                await using var written = await to.CreateEntry(entry.FullName).OpenAsync(cancellation);
                await content.CopyToAsync(written, cancellation);
            }
        }

        var result = await RestoreAsync(changed);

        (result.Refusal, result.Subject).ShouldBe((RestoreBackup.Refusal.Damaged, "settings"));
        (await TablesAsync(target.ConnectionString)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(20000)]
    public async Task A_backup_that_was_cut_off_is_no_backup(int length)
    {
        using var backup = await TakeAsync();
        using var cut = new MemoryStream(backup.ToArray()[..Math.Min(length, (int)backup.Length - 1)]);

        (await RestoreAsync(cut)).Refusal.ShouldBe(RestoreBackup.Refusal.NotABackup);
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused_by_name()
    {
        await ExecuteAsync(source.ConnectionString, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('999_later', '10')");
        using var backup = await TakeAsync();
        await ExecuteAsync(source.ConnectionString, "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = '999_later'");

        var result = await RestoreAsync(backup);

        (result.Refusal, result.Subject).ShouldBe((RestoreBackup.Refusal.FromANewerProgram, "999_later"));
    }

    private async Task<MemoryStream> TakeAsync()
    {
        var backup = new MemoryStream();
        await using var from = NpgsqlDataSource.Create(source.ConnectionString);
        (await new TakeBackup(from, TimeProvider.System).RunAsync(backup, null, cancellation)).Refusal.ShouldBeNull();
        return backup;
    }

    private async Task<RestoreBackup.Result> RestoreAsync(MemoryStream backup)
    {
        backup.Position = 0;
        await using var db = GongkaiDatabase.Open(target.ConnectionString);
        return await new RestoreBackup(db).RunAsync(backup, null, cancellation);
    }

    private async Task FillAsync(GongkaiDb db)
    {
        await ExecuteAsync(
            source.ConnectionString,
            """
            INSERT INTO settings VALUES ('site', '{"siteName":"云岭县"}');
            INSERT INTO agencies (parent_id, path, name, kind, level, valid_from, must_file, counted_in_sum, is_vertical, sort_order)
                VALUES (NULL, '/1/', '云岭县人民政府', 'Government', 'County', '2000-01-01', true, true, false, 1), (1, '/1/2/', '教育局', 'Department', 'County', '2000-01-01', true, true, false, 1);
            INSERT INTO filings (agency_id, year, state, content, revision, field_revisions, figures, errors, warnings, unsettled, created_at, saved_at)
                VALUES (2, 2025, 'Draft', E'{"a":"引号 \\" 换行 \\n"}', 1, '{}', ARRAY[1, NULL, 12.50]::numeric[], 0, 1, 2, '2026-01-05 01:02:03.000004+00', now());
            """);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var bytes = new byte[700_000];
        new Random(1).NextBytes(bytes);
        await new Blobs(db, TimeProvider.System).KeepAsync(new MemoryStream(bytes), "年报.docx", "application/octet-stream", cancellation);
        await transaction.CommitAsync(cancellation);
        await RecordAsync(db, "test.first");
        await RecordAsync(db, "test.second");
    }

    private async Task RecordAsync(GongkaiDb db, string action)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await new AuditTrail(db, TimeProvider.System).RecordAsync(Actor.Program, 2, action, "test/1", before: null, after: new { 数 = 1 }, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static Task<List<string>> TablesAsync(string database) =>
        ReadAsync(database, "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1");

    private static Task<List<string>> RowsAsync(string database, string table) => ReadAsync(database, $"SELECT t::text FROM \"{table}\" t ORDER BY 1");

    private static Task<List<string>> SchemaAsync(string database) => ReadAsync(
        database,
        """
        SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT sequencename || ' ' || coalesce(last_value, 0) FROM pg_sequences WHERE schemaname = 'public'
        ORDER BY 1
        """);

    private static async Task<List<string>> ReadAsync(string database, string sql)
    {
        await using var connection = NpgsqlDataSource.Create(database);
        await using var command = connection.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = NpgsqlDataSource.Create(database);
        await using var command = connection.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Direct(Action<TakeBackup.Step> act) : IProgress<TakeBackup.Step>
    {
        public void Report(TakeBackup.Step value) => act(value);
    }
}

/// <summary>A database without anything in it.</summary>
public sealed class EmptyDatabase() : TestDatabase("empty", _ => Task.CompletedTask);
