using System.Globalization;

namespace Gongkai.Platform.Storage.Embedded;

/// <summary>Who the server runs as when root runs the program, because PostgreSQL refuses to be root.</summary>
internal sealed record ServerUser(string Name, int Uid, int Gid)
{
    private static readonly string[] Preferred = ["gongkai", "nobody"];

    /// <summary>What comes before a command to run it as this user.</summary>
    public IReadOnlyList<string> Prefix => ["setpriv", $"--reuid={Uid}", $"--regid={Gid}", "--clear-groups", "--"];

    /// <summary>The unprivileged user, or null where the program itself is no root: the owner of the cluster where there is one.</summary>
    public static async Task<ServerUser?> ForAsync(string cluster, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        return await OwnerOrNullAsync(cluster, cancellationToken) ?? Preferred.Select(FindOrNull).FirstOrDefault(user => user is not null)
            ?? throw new DatabaseUnavailableException(
                "PostgreSQL 不能以 root 运行，而系统里没有 nobody 用户。请新建一个普通用户 gongkai（useradd --system gongkai），或换一个普通用户来运行。");
    }

    public async Task<bool> MayEnterAsync(string folder, CancellationToken cancellationToken) =>
        await PassesAsync("test -x \"$1\"", folder, cancellationToken);

    public async Task<bool> MayRunAsync(string program, CancellationToken cancellationToken) =>
        await PassesAsync("test -x \"$1\" && test -r \"$1\"", program, cancellationToken);

    public async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        var run = await ProgramRun.RunAsync(null, "/", "chown", ["-R", string.Create(CultureInfo.InvariantCulture, $"{Uid}:{Gid}"), path], cancellationToken);
        if (!run.Succeeded)
        {
            throw ServerComplaint.From(run.Output, path);
        }
    }

    private async Task<bool> PassesAsync(string test, string path, CancellationToken cancellationToken) =>
        (await ProgramRun.RunAsync(this, "/", "/bin/sh", ["-c", test, "sh", path], cancellationToken)).Succeeded;

    private static async Task<ServerUser?> OwnerOrNullAsync(string cluster, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(cluster))
        {
            return null;
        }

        var run = await ProgramRun.RunAsync(null, "/", "stat", ["-c", "%U %u %g", cluster], cancellationToken);
        return run.Succeeded && run.Output.Trim().Split(' ') is [var name, var uid, var gid] && uid != "0"
            ? new ServerUser(name, int.Parse(uid, CultureInfo.InvariantCulture), int.Parse(gid, CultureInfo.InvariantCulture))
            : null;
    }

    private static ServerUser? FindOrNull(string name) =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(fields => fields.Length > 3 && fields[0] == name) is { } found
            ? new ServerUser(name, int.Parse(found[2], CultureInfo.InvariantCulture), int.Parse(found[3], CultureInfo.InvariantCulture))
            : null;
}
