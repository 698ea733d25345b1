using System.Text;
using Spectre.Console;

namespace Gongkai.Cli.Running;

/// <summary>What the output can show: colours and drawn tables on a terminal, plain text in a pipe or file.</summary>
internal static class Terminal
{
    /// <summary>Wide enough that the library breaks no line: it cannot break Chinese.</summary>
    private const int Unwrapped = 100_000;

    public static bool IsStyled { get; } = MayStyle && !Console.IsOutputRedirected;

    public static bool HasStyledError { get; } = MayStyle && !Console.IsErrorRedirected;

    private static bool MayStyle =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>How many columns there are to print in.</summary>
    public static int Width { get; } = IsStyled ? Math.Max(40, Console.WindowWidth) : Unwrapped;

    /// <summary>What is drawn, as bytes for standard output.</summary>
    public static byte[] Render(Action<IAnsiConsole> draw)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsStyled ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = IsStyled ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Unwrapped;
        console.Profile.Capabilities.Unicode = true;
        draw(console);
        return Encoding.UTF8.GetBytes(IsStyled ? text.ToString() : WithoutTrailingSpaces(text.ToString()));
    }

    private static string WithoutTrailingSpaces(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd(' ')));
}
