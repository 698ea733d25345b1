using Gongkai.Platform.Storage.Embedded;
using Npgsql;

namespace Gongkai.Web.Hosting;

/// <summary>The server that <c>GONGKAI__DATABASE</c> names, or the program's own under <c>data/</c>.</summary>
internal sealed class DatabaseChoice : IAsyncDisposable
{
    private readonly EmbeddedPostgres? embedded;

    private DatabaseChoice(string connectionString, EmbeddedPostgres? embedded)
    {
        ConnectionString = connectionString;
        this.embedded = embedded;
    }

    public string ConnectionString { get; }

    public static async Task<DatabaseChoice> OpenAsync(IConfiguration configuration, string contentRoot, CancellationToken cancellation)
    {
        if (configuration["GONGKAI:DATABASE"] is { Length: > 0 } server)
        {
            await ProbeAsync(server, cancellation);
            return new DatabaseChoice(server, null);
        }

        var embedded = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataFolder = configuration["GONGKAI:DATA"] ?? Path.Combine(contentRoot, "data"), ContentRoot = contentRoot }, cancellation);
        return new DatabaseChoice(embedded.ConnectionString, embedded);
    }

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task ProbeAsync(string connectionString, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellation);
        }
        catch (ArgumentException exception)
        {
            throw new StartRefusedException($"GONGKAI__DATABASE 不是可用的连接串（例：Host=db;Database=gongkai;Username=gongkai;Password=…）：{exception.Message}", exception);
        }
        catch (NpgsqlException exception)
        {
            throw new StartRefusedException($"连不上 GONGKAI__DATABASE 指定的数据库，请检查地址、用户名、密码和数据库名：{exception.Message}", exception);
        }
    }
}
