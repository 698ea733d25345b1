using System.Diagnostics;
using System.Text;

namespace Gongkai.Cli.Tests;

/// <summary>The program run as a process, as a user runs it.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "gongkai.dll");

    public string LastErrorLine => Error.TrimEnd('\n').Split('\n')[^1];

    /// <summary>Runs <c>gongkai</c> in a folder.</summary>
    public static CommandRun Of(string folder, params string[] arguments) => Start(folder, "dotnet", [Program, .. arguments], input: null);

    /// <summary>Runs <c>gongkai</c> with something on standard input.</summary>
    public static CommandRun WithInput(string folder, byte[] input, params string[] arguments) => Start(folder, "dotnet", [Program, .. arguments], input);

    /// <summary>Runs a line of shell in which <c>gongkai</c> is the program.</summary>
    public static CommandRun OfShell(string folder, string line) =>
        Start(folder, "bash", ["-c", line.Replace("gongkai ", $"dotnet '{Program}' ", StringComparison.Ordinal)], input: null);

    private static CommandRun Start(string folder, string program, string[] arguments, byte[]? input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        })!;
        if (input is not null)
        {
            process.StandardInput.BaseStream.Write(input);
        }

        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CommandRun(process.ExitCode, output, error.Result);
    }
}
