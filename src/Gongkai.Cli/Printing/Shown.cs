using Spectre.Console;

namespace Gongkai.Cli.Printing;

/// <summary>Text from a report or a file name, made safe to show: it can neither draw mark-up nor steer the terminal.</summary>
internal static class Shown
{
    /// <summary>For a line that is printed as it is.</summary>
    public static string Plain(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && text.AsSpan().IndexOfAnyInRange('\u007F', '\u009F') < 0
        ? text
        : string.Create(text.Length, text, static (span, source) =>
        {
            for (var index = 0; index < span.Length; index++)
            {
                span[index] = char.IsControl(source[index]) ? ' ' : source[index];
            }
        });

    /// <summary>For a line of mark-up.</summary>
    public static string InMarkup(string text) => Markup.Escape(Plain(text));
}
