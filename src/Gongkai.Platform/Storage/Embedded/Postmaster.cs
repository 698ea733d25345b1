using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Gongkai.Platform.Storage.Embedded;

/// <summary>The server over one cluster. Its methods are called under the folder's lock.</summary>
internal sealed class Postmaster(ServerFolder folder, PostgresPrograms programs, ServerUser? user, EmbeddedPostgresOptions options)
{
    private const int MostAttempts = 20;
    private const long LargestLog = 10_000_000;

    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static void Inspect(string path)
    {
        if (path.AsSpan().ContainsAny("\"$`\\\n") && !OperatingSystem.IsWindows())
        {
            throw new DatabaseUnavailableException($"路径“{path}”里有引号、$、反引号、反斜杠或换行，PostgreSQL 不能在这里运行。请换一个文件夹。");
        }
    }

    /// <summary>Makes the cluster, mends it and starts its server, as far as each is needed.</summary>
    public async Task<NpgsqlConnectionStringBuilder> EnsureRunningAsync(CancellationToken cancellationToken)
    {
        var major = await programs.MajorVersionAsync(user, cancellationToken);
        if (!Directory.Exists(folder.Cluster))
        {
            await MakeAsync(cancellationToken);
        }

        InspectVersion(major);
        if (folder.PasswordOrNull() is null)
        {
            await StopAsync(cancellationToken);
            await ResetPasswordAsync(cancellationToken);
        }

        return await RunningOrNullAsync(cancellationToken) ?? await StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (PostmasterFile.ReadOrNull(folder.Cluster) is { } running && !running.IsStale(folder.Cluster))
        {
            await RunAsync(programs.Control, ["stop", "-D", folder.Cluster, "-m", "fast", "-w", "-s", "-t", "60"], cancellationToken);
        }
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        folder.RemoveUnfinished();
        var unfinished = folder.NewUnfinished();
        var password = ServerFolder.MakePassword();
        var passwordFile = unfinished + ".password";
        Directory.CreateDirectory(unfinished);
        ServerFolder.CreatePrivate(passwordFile);
        await File.WriteAllTextAsync(passwordFile, password, cancellationToken);
        await OwnAsync(unfinished, cancellationToken);
        await OwnAsync(passwordFile, cancellationToken);
        var run = await RunAsync(
            programs.Initdb,
            [
                "-D", unfinished, "-U", "gongkai", $"--pwfile={passwordFile}", "--auth=scram-sha-256", "-E", "UTF8",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions", .. options.ForTests ? ["--no-sync"] : (string[])[],
            ],
            cancellationToken);
        File.Delete(passwordFile);
        if (!run.Succeeded)
        {
            throw ServerComplaint.From(run.Output, folder.Path);
        }

        folder.KeepPassword(password);
        Directory.Move(unfinished, folder.Cluster);
    }

    private void InspectVersion(int major)
    {
        var file = Path.Combine(folder.Cluster, "PG_VERSION");
        var made = File.Exists(file) ? File.ReadAllText(file).Trim() : "";
        if (made.Length == 0)
        {
            throw new DatabaseUnavailableException($"“{folder.Cluster}”不是完整的 PostgreSQL 数据文件夹（缺少 PG_VERSION）。请从备份恢复；里面如果没有要保留的内容，请删除它后重新启动。");
        }

        if (made != major.ToString(CultureInfo.InvariantCulture))
        {
            throw new DatabaseUnavailableException(
                $"“{folder.Cluster}”是 PostgreSQL {made} 的数据，现在的程序是 PostgreSQL {major}，两者不通用。请换回原来版本的 gongkai 做备份，再把备份恢复到新的数据文件夹；原来的数据没有改动。");
        }
    }

    /// <summary>The password was lost, but not the data: whoever owns the files may set a new one.</summary>
    private async Task ResetPasswordAsync(CancellationToken cancellationToken)
    {
        var password = ServerFolder.MakePassword();
        await PrepareStartAsync(cancellationToken);
        var run = await RunAsync(
            programs.Server, ["--single", "-D", folder.Cluster, "postgres"], cancellationToken, $"ALTER ROLE gongkai PASSWORD '{password}'\n");
        if (!run.Succeeded || run.Output.Contains("ERROR", StringComparison.Ordinal))
        {
            throw ServerComplaint.From(run.Output, folder.Path);
        }

        folder.KeepPassword(password);
    }

    /// <summary>How to reach the server that runs already, once it answers.</summary>
    private async Task<NpgsqlConnectionStringBuilder?> RunningOrNullAsync(CancellationToken cancellationToken)
    {
        var recovering = false;
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < (recovering ? LongestRecovery : LongestSilence);)
        {
            if (PostmasterFile.ReadOrNull(folder.Cluster) is not { } running || running.IsStale(folder.Cluster))
            {
                return null;
            }

            var connection = ConnectionTo(running.Port);
            try
            {
                await using var opened = new NpgsqlConnection(connection.ConnectionString);
                await opened.OpenAsync(cancellationToken);
                return connection;
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.CannotConnectNow)
            {
                recovering = true;
            }
            catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
            {
                throw new DatabaseUnavailableException(
                    $"“{folder.Path}”里的 password 文件与数据库里的密码不一致。请恢复原来的 password 文件；如果已经没有了，请停止 gongkai、删除这个文件再启动，程序会换一个新密码，数据不受影响。", exception);
            }
            catch (NpgsqlException)
            {
                // Not listening yet, or no longer.
            }

            await Task.Delay(Pause, cancellationToken);
        }

        throw new DatabaseUnavailableException(
            $"“{folder.Path}”里的数据库正在运行（进程 {PostmasterFile.ReadOrNull(folder.Cluster)?.Pid}），但一直没有应答。请结束这个进程后再启动；已经保存的内容不会丢失。");
    }

    private async Task<NpgsqlConnectionStringBuilder> StartAsync(CancellationToken cancellationToken)
    {
        await PrepareStartAsync(cancellationToken);
        var wanted = options.Port > 0 ? options.Port : folder.LastPortOrNull() ?? 0;
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort(wanted);
            var before = new FileInfo(folder.Log).Length;
            var run = await RunAsync(
                programs.Control, ["start", "-D", folder.Cluster, "-l", folder.Log, "-w", "-s", "-t", "600", "-o", Settings(port)], cancellationToken);
            if (run.Succeeded)
            {
                folder.KeepPort(port);
                return ConnectionTo(port);
            }

            var said = await SaidSinceAsync(before, cancellationToken) + run.Output;
            if (attempt == MostAttempts || !IsPassing(said))
            {
                throw ServerComplaint.From(said, folder.Path);
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Someone took the port in between, or the processes of a killed server have not all ended yet.</summary>
    private static bool IsPassing(string said) =>
        said.Contains("could not bind", StringComparison.Ordinal) || said.Contains("pre-existing shared memory block", StringComparison.Ordinal);

    private async Task PrepareStartAsync(CancellationToken cancellationToken)
    {
        if (PostmasterFile.ReadOrNull(folder.Cluster) is { } stale && stale.IsStale(folder.Cluster))
        {
            PostmasterFile.Forget(folder.Cluster);
        }

        if (File.Exists(folder.Log) && new FileInfo(folder.Log).Length > LargestLog)
        {
            File.Move(folder.Log, folder.Log + ".old", overwrite: true);
        }

        if (!File.Exists(folder.Log))
        {
            ServerFolder.CreatePrivate(folder.Log);
        }

        await OwnAsync(folder.Log, cancellationToken);
        await OwnAsync(folder.Cluster, cancellationToken);
    }

    private string Settings(int port)
    {
        string[] durability = options.ForTests
            ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400", "autovacuum=off"]
            : ["fsync=on", "synchronous_commit=on", "full_page_writes=on"];
        string[] settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", .. durability];
        return string.Create(CultureInfo.InvariantCulture, $"-p {port} {string.Join(' ', settings.Select(setting => "-c " + setting))}");
    }

    private async Task<string> SaidSinceAsync(long start, CancellationToken cancellationToken)
    {
        await using var log = new FileStream(folder.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = Math.Min(start, log.Length);
        using var reader = new StreamReader(log);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private NpgsqlConnectionStringBuilder ConnectionTo(int port) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "gongkai",
        Password = folder.PasswordOrNull(),
        Database = "postgres",
        Pooling = false,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        Timeout = 10,
    };

    private static int FreePort(int wanted)
    {
        foreach (var port in wanted == 0 ? [0] : (int[])[wanted, 0])
        {
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return ((IPEndPoint)probe.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }

        throw new DatabaseUnavailableException("这台机器上没有空闲的端口给数据库用。请关闭一些程序后再启动。");
    }

    private async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (user is not null)
        {
            await user.OwnAsync(path, cancellationToken);
        }
    }

    private Task<ProgramRun> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken, string input = "") =>
        ProgramRun.RunAsync(user, folder.Path, program, arguments, cancellationToken, input);
}
