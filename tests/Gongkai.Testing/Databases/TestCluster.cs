using System.Collections.Concurrent;
using Gongkai.Platform.Storage.Embedded;
using Npgsql;

namespace Gongkai.Testing.Databases;

/// <summary>The PostgreSQL of a test process: started when a test first wants it, gone when the process ends.</summary>
public static class TestCluster
{
    private const string FolderName = "gongkai-tests-";

    private static readonly Lazy<Task<EmbeddedPostgres>> Postgres = new(StartAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Templates = new(StringComparer.Ordinal);

    /// <summary>A new database that holds what <paramref name="migrate"/> made, which runs once for each name of a template.</summary>
    /// <returns>The way to it.</returns>
    public static async Task<string> CreateDatabaseAsync(string template, Func<string, Task> migrate)
    {
        await Templates.GetOrAdd(template, _ => new Lazy<Task>(() => MigrateAsync(template, migrate))).Value;
        var name = $"test_{Guid.CreateVersion7():N}";
        await RunAsync($"CREATE DATABASE {name} TEMPLATE {TemplateName(template)}");
        return await ConnectionStringAsync(name, pooling: true);
    }

    /// <summary>Drops such a database, whoever is still connected to it.</summary>
    public static async Task DropDatabaseAsync(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await RunAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private static async Task MigrateAsync(string template, Func<string, Task> migrate)
    {
        var name = TemplateName(template);
        await RunAsync($"CREATE DATABASE {name}");
        await migrate(await ConnectionStringAsync(name, pooling: false));
        await RunAsync($"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false");
        await RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    private static string TemplateName(string template) => $"template_{template}";

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync("postgres", pooling: true));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> ConnectionStringAsync(string database, bool pooling) =>
        new NpgsqlConnectionStringBuilder((await Postgres.Value).ConnectionString) { Database = database, Pooling = pooling }.ConnectionString;

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        RemoveAbandoned();
        var folder = Path.Combine(Path.GetTempPath(), $"{FolderName}{Guid.CreateVersion7():N}");
        var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = folder, ForTests = true }, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            postgres.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Remove(folder);
        };
        return postgres;
    }

    /// <summary>A test process that was killed leaves its folder; a server whose folder is gone ends by itself.</summary>
    private static void RemoveAbandoned()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), FolderName + "*").Where(IsAbandoned))
        {
            Remove(folder);
        }
    }

    private static bool IsAbandoned(string folder)
    {
        try
        {
            using var alone = new FileStream(Path.Combine(folder, "users"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another test process removes it, or the next one will.
        }
    }
}
