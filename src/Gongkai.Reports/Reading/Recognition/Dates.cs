using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>The dates of a report: its year, its statistical period, the day on which it was signed.</summary>
internal static partial class Dates
{
    private const int LongestLine = 24;
    private const int MostBeforeYear = 6;
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>The first year that a line names as <c>2024年</c>, or null.</summary>
    public static int? Year(string folded)
    {
        var match = YearPattern().Match(folded);
        return match.Success && ReadYear(match.Groups[1].Value) is { } year ? year : null;
    }

    /// <summary>The span from one day to another that a text names, or null.</summary>
    public static StatisticalPeriod? Period(string text)
    {
        if (!text.Contains('月', StringComparison.Ordinal))
        {
            return null;
        }

        for (var match = PeriodPattern().Match(Folding.Fold(text)); match.Success; match = match.NextMatch())
        {
            if (Date(match, 1) is { } from && Date(match, 4, from.Year) is { } to && from < to)
            {
                return new StatisticalPeriod(from, to);
            }
        }

        return null;
    }

    /// <summary>The date that a line consists of, or null.</summary>
    public static DateOnly? WholeLine(ReadOnlySpan<char> line)
    {
        if (line.Length is < 6 or > LongestLine)
        {
            return null;
        }

        Span<char> folded = stackalloc char[line.Length];
        Folding.Fold(line, folded);
        if (folded.IndexOfAny('2', '二') is < 0 or > MostBeforeYear)
        {
            return null;
        }

        var match = LinePattern().Match(folded.ToString());
        return match.Success ? Date(match, 1) : null;
    }

    private static DateOnly? Date(Match match, int group, int year = 0)
    {
        var text = match.Groups[group].Value;
        var read = text.Length == 0 ? year : ReadYear(text) ?? 0;
        return read is >= 1990 and <= 2200
            && Number(match.Groups[group + 1].Value) is { } month and >= 1 and <= 12
            && Number(match.Groups[group + 2].Value) is { } day && day >= 1 && day <= DateTime.DaysInMonth(read, month)
            ? new DateOnly(read, month, day)
            : null;
    }

    private static int? ReadYear(string text)
    {
        var value = 0;
        var digits = 0;
        foreach (var character in text)
        {
            if (character == ' ')
            {
                continue;
            }

            var digit = char.IsAsciiDigit(character) ? character - '0' : character is '○' or 'O' or '零' ? 0 : Numerals.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            value = (value * 10) + digit;
            digits++;
        }

        return digits == 4 && value is >= 1990 and <= 2200 ? value : null;
    }

    private static int? Number(string text)
    {
        text = text.Replace(" ", "", StringComparison.Ordinal);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var tens = text.IndexOf('十', StringComparison.Ordinal);
        if (tens < 0)
        {
            return text.Length == 1 && Numerals.IndexOf(text[0], StringComparison.Ordinal) is var single and > 0 ? single : null;
        }

        var high = tens == 0 ? 1 : Numerals.IndexOf(text[0], StringComparison.Ordinal);
        var low = tens == text.Length - 1 ? 0 : Numerals.IndexOf(text[^1], StringComparison.Ordinal);
        return high > 0 && low >= 0 ? (high * 10) + low : null;
    }

    [GeneratedRegex("((?:[12] ?[0-9] ?[0-9] ?[0-9])|(?:二[〇○O零][〇○O零一二三四五六七八九]{2})) ?年")]
    private static partial Regex YearPattern();

    [GeneratedRegex("((?:20[0-9]{2}|二[〇○O零][〇○O零一二三四五六七八九]{2})) ?年 ?([0-9一二三四五六七八九十]{1,3}) ?月 ?([0-9一二三四五六七八九十]{1,3}) ?日? ?(?:起)?,? ?(?:至|到|-|—|－|~|～)+ ?(?:((?:20[0-9]{2}|二[〇○O零][〇○O零一二三四五六七八九]{2})) ?年)? ?([0-9一二三四五六七八九十]{1,3}) ?月 ?([0-9一二三四五六七八九十]{1,3}) ?日")]
    private static partial Regex PeriodPattern();

    [GeneratedRegex("^[^0-9〇一二]{0,6}((?:2 ?0 ?[0-9] ?[0-9])|(?:二[〇○O零][〇○O零一二三四五六七八九]{2})) ?[年./-] ?([0-9一二三四五六七八九十]{1,3}) ?[月./-] ?([0-9一二三四五六七八九十]{1,3}) ?日?[ .]*$")]
    private static partial Regex LinePattern();
}
