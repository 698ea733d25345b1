using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Platform.Storage.Embedded;

/// <summary>postmaster.pid: what a running server, or one that was killed, says of itself.</summary>
internal sealed record PostmasterFile(int Pid, int Port)
{
    /// <summary>Above what any system gives to a process.</summary>
    private const string NoProcess = "2147483646";

    public static PostmasterFile? ReadOrNull(string cluster)
    {
        try
        {
            return File.ReadAllLines(In(cluster)) is [var pid, _, _, var port, ..]
                && int.TryParse(pid, CultureInfo.InvariantCulture, out var process) && int.TryParse(port, CultureInfo.InvariantCulture, out var number)
                ? new PostmasterFile(process, number)
                : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether the process is not, or is no longer, the server of this cluster.</summary>
    public bool IsStale(string cluster)
    {
        if (!OperatingSystem.IsLinux())
        {
            return !IsNamedPostgres();
        }

        try
        {
            // A server works in its cluster; what it sees there as postmaster.pid is this very file.
            return !Directory.Exists($"/proc/{Pid}") || IsZombie() || File.ReadAllText($"/proc/{Pid}/cwd/postmaster.pid") != File.ReadAllText(In(cluster));
        }
        catch (IOException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// Lets a server start where the number now belongs to another process or to a zombie. The file stays, because the
    /// server finds in it the shared memory of its predecessor and waits until that is no longer used.
    /// </summary>
    public static void Forget(string cluster)
    {
        var lines = File.ReadAllLines(In(cluster));
        File.WriteAllLines(In(cluster), [NoProcess, .. lines.Skip(1)]);
    }

    private static string In(string cluster) => Path.Combine(cluster, "postmaster.pid");

    private bool IsZombie() =>
        File.ReadAllText($"/proc/{Pid}/stat") is var stat && stat[(stat.LastIndexOf(')') + 1)..].TrimStart() is ['Z' or 'X', ..];

    private bool IsNamedPostgres()
    {
        try
        {
            using var process = Process.GetProcessById(Pid);
            return process.ProcessName.Contains("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
