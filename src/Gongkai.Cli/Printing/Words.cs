using Gongkai.Reports;

namespace Gongkai.Cli.Printing;

/// <summary>The words and colours of what is printed.</summary>
internal static class Words
{
    public static string Key(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Note => "note",
    };

    public static string ColourOf(Severity severity) => severity switch
    {
        Severity.Error => "red",
        Severity.Warning => "yellow",
        Severity.Note => "blue",
    };

    public static char SectionNumber(int number) => "一二三四五六"[number - 1];

    public static string Of(Edition edition) => edition switch
    {
        Edition.Trial2019 => "2019年试行格式",
        Edition.National2021 => "2021年格式",
    };

    /// <summary>A figure with its change: <c>表三“（一）予以公开”行“自然人”列 24 → 1</c>.</summary>
    public static string Of(MendedCell change) =>
        $"{change.Address.Figure.Description} {(change.From is { } from ? Figure.Format(from) : "未读出")} → {Figure.Format(change.To)}";
}
