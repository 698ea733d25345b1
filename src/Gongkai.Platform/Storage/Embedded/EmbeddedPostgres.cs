using Npgsql;

namespace Gongkai.Platform.Storage.Embedded;

/// <summary>
/// A PostgreSQL that comes with the program and runs beside it. Programs that name the same data folder share one
/// server: the first starts it, the last that leaves stops it, and one that is killed leaves it to the next.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string DatabaseName = "gongkai";

    private readonly ServerFolder folder;
    private readonly Postmaster postmaster;
    private readonly IDisposable use;
    private bool left;

    private EmbeddedPostgres(ServerFolder folder, Postmaster postmaster, IDisposable use, string connectionString)
    {
        this.folder = folder;
        this.postmaster = postmaster;
        this.use = use;
        ConnectionString = connectionString;
    }

    /// <summary>The way to the database <c>gongkai</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether a database was ever made in this data folder.</summary>
    public static bool IsIn(string dataFolder) => ServerFolder.IsMade(Path.GetFullPath(dataFolder));

    /// <exception cref="DatabaseUnavailableException">It cannot be had; the message says why and what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        try
        {
            Postmaster.Inspect(Path.GetFullPath(options.DataFolder));
            var folder = await ServerFolder.OpenAsync(options, cancellationToken);
            using var held = await folder.LockAsync(cancellationToken);
            var user = await ServerUser.ForAsync(folder.Cluster, cancellationToken);
            var programs = await PostgresPrograms.PrepareAsync(options, folder, user, cancellationToken);
            Postmaster.Inspect(programs.Folder);
            return await JoinAsync(folder, new Postmaster(folder, programs, user, options), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NpgsqlException)
        {
            throw ServerComplaint.From(exception.Message, options.DataFolder, exception);
        }
    }

    /// <summary>Leaves the server, and stops it where no other program uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (left)
        {
            return;
        }

        left = true;
        use.Dispose();
        using var held = await folder.LockAsync(CancellationToken.None);
        if (folder.IsUnused())
        {
            await postmaster.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<EmbeddedPostgres> JoinAsync(ServerFolder folder, Postmaster postmaster, CancellationToken cancellationToken)
    {
        var use = folder.Join();
        var joined = false;
        try
        {
            var connection = await postmaster.EnsureRunningAsync(cancellationToken);
            await EnsureDatabaseAsync(connection.ConnectionString, cancellationToken);
            connection.Database = DatabaseName;
            connection.Pooling = true;
            joined = true;
            return new EmbeddedPostgres(folder, postmaster, use, connection.ConnectionString);
        }
        finally
        {
            if (!joined)
            {
                use.Dispose();
                if (folder.IsUnused())
                {
                    await postmaster.StopAsync(CancellationToken.None);
                }
            }
        }
    }

    private static async Task EnsureDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = DatabaseName } } };
        if (await find.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE {DatabaseName}", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
