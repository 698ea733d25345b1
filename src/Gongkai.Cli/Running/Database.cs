using System.CommandLine;
using Gongkai.Platform;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Storage.Embedded;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gongkai.Cli.Running;

/// <summary>The database that an operator's command works on: the server that is named, or the one of the data folder.</summary>
internal static class Database
{
    public static Option<string?> Option() => new("--database")
    {
        Description = "PostgreSQL 连接字符串；不写时用环境变量 GONGKAI__DATABASE，再没有就用数据文件夹里的数据库",
        HelpName = "连接字符串",
    };

    public static Option<string> Folder() => new("--data")
    {
        Description = "数据文件夹；不写时用环境变量 GONGKAI__DATA，再没有就用当前文件夹下的 data",
        HelpName = "文件夹",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("GONGKAI__DATA") is { Length: > 0 } set ? set : "data",
    };

    /// <summary>Does something with a database that is there, and says in one sentence why it cannot be had.</summary>
    public static Task<int> UseAsync(string? named, string folder, Func<string, Task<int>> act, CancellationToken cancellation) =>
        Server(named) is null && !EmbeddedPostgres.IsIn(folder)
            ? Task.FromResult(CommandLine.Refuse($"“{Path.GetFullPath(folder)}”里没有数据库。请用 --data 指定程序的数据文件夹，或用 --database 指定 PostgreSQL 服务器。"))
            : UseOrMakeAsync(named, folder, act, cancellation);

    /// <summary>As <see cref="UseAsync"/>; a data folder that is not there is made.</summary>
    public static async Task<int> UseOrMakeAsync(string? named, string folder, Func<string, Task<int>> act, CancellationToken cancellation)
    {
        try
        {
            if (Server(named) is { } connectionString)
            {
                return await act(connectionString);
            }

            await using var embedded = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = Path.GetFullPath(folder) }, cancellation);
            return await act(embedded.ConnectionString);
        }
        catch (DatabaseUnavailableException exception)
        {
            return CommandLine.Refuse(exception.Message);
        }
        catch (ArgumentException exception)
        {
            return CommandLine.Refuse($"数据库连接字符串不对：{exception.Message}");
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return CommandLine.Refuse("这个数据库里没有 gongkai 的数据。请核对 --database 或 --data；新的库要先启动一次程序，或用 gongkai restore 恢复备份。");
        }
        catch (NpgsqlException exception)
        {
            return CommandLine.Refuse($"数据库不能用：{exception.Message}");
        }
    }

    private static string? Server(string? named) => (named ?? Environment.GetEnvironmentVariable("GONGKAI__DATABASE")) is { Length: > 0 } server ? server : null;

    public static GongkaiDb Open(string connectionString) =>
        new((DbContextOptions<GongkaiDb>)PlatformSetup.Configure(new DbContextOptionsBuilder<GongkaiDb>(), connectionString).Options);
}
