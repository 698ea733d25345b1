using System.Globalization;

namespace Gongkai.Reports;

/// <summary>Days as JSON and CSV write them: <c>2025-01-20</c>.</summary>
internal static class IsoDate
{
    private const string Pattern = "yyyy-MM-dd";

    public static string Of(DateOnly date) => date.ToString(Pattern, CultureInfo.InvariantCulture);

    public static DateOnly? OrNull(string? text) =>
        DateOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
