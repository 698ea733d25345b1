using System.Collections.Concurrent;
using System.Diagnostics;

namespace Gongkai.Testing.Web;

/// <summary>The program as an operator starts it: a process of its own, with its own PostgreSQL in a folder.</summary>
public sealed class ServerProgram : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = [];
    private Task rest = Task.CompletedTask;

    private ServerProgram(Process process) => this.process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The password of every person of the demonstration.</summary>
    public string Password { get; private set; } = "";

    /// <summary>What it has printed.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>The code that the first administrator is made with, where the program was started without a demonstration.</summary>
    public string SetupCode { get; private set; } = "";

    /// <summary>Starts it on a free port and waits until it has said what it has to say.</summary>
    public static async Task<ServerProgram> StartAsync(string dataFolder, CancellationToken cancellation, bool withDemonstration = true)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gongkai-web.dll"), "--urls", "http://127.0.0.1:0", .. withDemonstration ? Array.Empty<string>() : ["--no-demo"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["GONGKAI__DATA"] = dataFolder;
        var program = new ServerProgram(Process.Start(start)!);
        try
        {
            await program.WaitForWelcomeAsync(withDemonstration ? "按 Ctrl C" : "还没有账号", cancellation);
            return program;
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    /// <summary>A person, logged in through the login page.</summary>
    public async Task<Visitor> LogInAsync(string userName, string? password = null)
    {
        var visitor = new Visitor(Address);
        await visitor.OpenAsync("/account/login");
        return await visitor.SubmitAsync("form[method=post]", new() { ["Input.UserName"] = userName, ["Input.Password"] = password ?? Password });
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync(CancellationToken cancellation)
    {
        process.Kill();
        await process.WaitForExitAsync(cancellation);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        rest.Wait();
        process.Dispose();
    }

    /// <summary>What follows is read on, so that a full pipe never holds the program up.</summary>
    private async Task ReadOnAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Enqueue(line);
        }
    }

    private async Task WaitForWelcomeAsync(string last, CancellationToken cancellation)
    {
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            lines.Enqueue(line);
            if (line.StartsWith("公开门户", StringComparison.Ordinal))
            {
                Address = new Uri(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
            }
            else if (line.StartsWith("演示账号", StringComparison.Ordinal))
            {
                Password = line.Split(' ', '）')[^2];
            }

            if (line.StartsWith(last, StringComparison.Ordinal))
            {
                SetupCode = line.Split('：')[^1];
                rest = ReadOnAsync();
                return;
            }
        }

        throw new InvalidOperationException($"The program ended: {Output}");
    }
}
