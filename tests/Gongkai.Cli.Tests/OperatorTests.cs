using Gongkai.Platform;
using Gongkai.Platform.Demonstration;
using Gongkai.Platform.Storage;
using Gongkai.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gongkai.Cli.Tests;

public sealed class OperatorTests(DemonstrationDatabase source, VacantDatabase target) : IClassFixture<DemonstrationDatabase>, IClassFixture<VacantDatabase>, IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gongkai-operator-");

    public async ValueTask InitializeAsync() => await ExecuteAsync(target.ConnectionString, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_county_comes_back_from_its_backup_row_by_row()
    {
        var before = await AllRowsAsync(source.ConnectionString);

        var backup = Run("backup", "county.zip", "--database", source.ConnectionString);
        var restore = Run("restore", "county.zip", "--database", target.ConnectionString);

        (backup.ExitCode, backup.Error).ShouldBe((0, ""));
        (restore.ExitCode, restore.Error).ShouldBe((0, ""));
        var after = await AllRowsAsync(target.ConnectionString);
        after.Keys.ShouldBe(before.Keys);
        before["filings"].ShouldNotBeEmpty();
        foreach (var (table, rows) in before.Where(pair => pair.Key is not ("audit_chains" or "audit_entries")))
        {
            after[table].ShouldBe(rows, table);
        }

        before["audit_entries"].Except(after["audit_entries"]).ShouldBeEmpty();
        after["audit_entries"].Except(before["audit_entries"]).ShouldHaveSingleItem().ShouldContain("backup.restored");
    }

    [Fact]
    public void The_search_is_rebuilt_over_all_that_is_published()
    {
        var rebuilt = Run("search", "rebuild", "--database", source.ConnectionString);

        rebuilt.ExitCode.ShouldBe(0, rebuilt.Error);
        rebuilt.Output.ShouldMatch("搜索索引已经重建，共 [1-9][0-9]* 份文件。");
    }

    [Fact]
    public async Task What_was_changed_in_the_trail_is_found()
    {
        Run("backup", "county.zip", "--database", source.ConnectionString).ExitCode.ShouldBe(0);
        Run("restore", "county.zip", "--database", target.ConnectionString).ExitCode.ShouldBe(0);
        var whole = Run("audit", "verify", "--database", target.ConnectionString);
        await ExecuteAsync(target.ConnectionString, "ALTER TABLE audit_entries DISABLE TRIGGER USER; UPDATE audit_entries SET actor_name = '别人' WHERE chain = 0 AND number = 1");

        var changed = Run("audit", "verify", "--database", target.ConnectionString);

        (whole.ExitCode, whole.Error).ShouldBe((0, ""));
        whole.Output.ShouldContain("完整无误");
        changed.ExitCode.ShouldBe(1);
        changed.Output.ShouldContain("系统 的第 1 条记录：被改动过。");
    }

    [Fact]
    public void A_backup_does_not_go_into_a_database_that_is_in_use()
    {
        Run("backup", "county.zip", "--database", source.ConnectionString).ExitCode.ShouldBe(0);

        var restore = Run("restore", "county.zip", "--database", source.ConnectionString);

        restore.ExitCode.ShouldBe(2);
        restore.Error.ShouldContain("数据库里已经有内容");
    }

    [Theory]
    [InlineData("audit", "verify")]
    [InlineData("backup", "empty.zip")]
    public void A_database_of_something_else_is_said_to_be_so(params string[] command)
    {
        var run = Run([.. command, "--database", target.ConnectionString]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("这个数据库里没有 gongkai 的数据");
        Directory.GetFiles(folder.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void A_data_folder_that_is_not_there_is_not_made_for_a_backup()
    {
        var run = Run("backup", "x.zip", "--data", "nowhere", "--database", "");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("里没有数据库");
        Directory.Exists(Path.Combine(folder.FullName, "nowhere")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("没有给出子命令，可用的：verify。用 gongkai audit --help 看用法。", "audit")]
    [InlineData("没有“look”这个子命令，可用的：verify。用 gongkai audit --help 看用法。", "audit", "look")]
    [InlineData("没有给出文件。用 gongkai backup --help 看用法。", "backup")]
    public void A_half_written_command_is_answered_in_one_sentence(string sentence, params string[] arguments)
    {
        var run = Run(arguments);

        run.ExitCode.ShouldBe(2);
        run.LastErrorLine.ShouldBe($"gongkai: {sentence}");
    }

    private CommandRun Run(params string[] arguments) => CommandRun.Of(folder.FullName, arguments);

    private static async Task<SortedDictionary<string, List<string>>> AllRowsAsync(string database)
    {
        await using var connections = NpgsqlDataSource.Create(database);
        var rows = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in await ReadAsync(connections, "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"))
        {
            rows[table] = await ReadAsync(connections, $"SELECT t::text FROM \"{table}\" t ORDER BY 1");
        }

        return rows;
    }

    private static async Task<List<string>> ReadAsync(NpgsqlDataSource connections, string sql)
    {
        await using var command = connections.CreateCommand(sql);
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
        await using var connections = NpgsqlDataSource.Create(database);
        await using var command = connections.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>The demonstration county.</summary>
public sealed class DemonstrationDatabase() : TestDatabase("demonstration", MakeAsync)
{
    private static async Task MakeAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddLogging().AddGongkaiPlatform(connectionString).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await Schema.MigrateAsync(scope.ServiceProvider.GetRequiredService<GongkaiDb>(), CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<DemonstrationCounty>().MakeAsync(CancellationToken.None);
    }
}

/// <summary>A database without anything in it.</summary>
public sealed class VacantDatabase() : TestDatabase("vacant", _ => Task.CompletedTask);
