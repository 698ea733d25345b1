using System.Diagnostics;

namespace Gongkai.Platform.Tests.Storage.Embedded;

/// <summary>Another program that holds the database, in a terminal of its own.</summary>
internal sealed class Holder : IDisposable
{
    private readonly Process process;

    private Holder(Process process)
    {
        this.process = process;
    }

    /// <summary>Starts it, and does not wait.</summary>
    public static Holder Begin(Server server)
    {
        string[] program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "Gongkai.Testing.Holder.dll"), server.Options.DataFolder];
        // Tests that were started in the background hand on an ignored SIGINT, which no program gets back by itself.
        string[] command = OperatingSystem.IsLinux() ? ["setsid", "env", "--default-signal=INT", .. program] : program;
        return new Holder(Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!);
    }

    /// <summary>Starts it, and waits until it has the database.</summary>
    public static async Task<(Holder Holder, string ConnectionString)> StartAsync(Server server)
    {
        var holder = Begin(server);
        return (holder, (await holder.ReadLineAsync()).ShouldNotBeNull());
    }

    public async Task<string?> ReadLineAsync() => await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ctrl C, as a terminal sends it: to every process of the group.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", "--", $"-{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
