using System.Diagnostics;

namespace Gongkai.Platform.Tests.Storage.Embedded;

internal static class Shell
{
    /// <summary>Runs a line and returns what it printed; it must succeed.</summary>
    public static string Run(string line) => TryRun(line).ShouldNotBeNull(line);

    /// <summary>Runs a line and returns what it printed, or null where it failed.</summary>
    public static string? TryRun(string line)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", line]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }
}
