using System.Buffers;
using System.Globalization;

namespace Gongkai.Reports.Checking.Narrative.Wording;

/// <summary>When the figures of a sentence happened, seen from the report's year.</summary>
internal enum Time
{
    /// <summary>The report's year, or nothing is said.</summary>
    Report,

    /// <summary>Another year.</summary>
    Other,

    /// <summary>A part of the year, or several years.</summary>
    Span,
}

/// <summary>Finds in a sentence which year it speaks of.</summary>
internal static class YearReader
{
    private static readonly WordSet Spans = new(
        "近年", "历年", "每年", "年均", "平均", "三年", "五年", "两年", "十四五", "上半年", "下半年", "季度", "月份", "每月", "任期", "同期", "至今", "截至目前", "截止目前", "计划", "力争", "预计");

    // A stretch of text without any of these says nothing of time.
    private static readonly SearchValues<char> TimeLetters = SearchValues.Create("年月度至计期均");

    private static readonly WordSet ThisYear = new("今年", "本年", "当年", "年内");

    /// <summary>The time after this stretch of text; years that belong to a carry-over (2023年结转) are not times.</summary>
    public static Time Of(ReadOnlySpan<char> text, int? year, Time before)
    {
        if (text.IndexOfAny(TimeLetters) < 0)
        {
            return before;
        }

        if (text.HasAny(Spans) || IsSince(text, year))
        {
            return Time.Span;
        }

        var time = before;
        for (var at = text.IndexOf('年'); at >= 0; at = Next(text, at))
        {
            if (at >= 4 && int.TryParse(text[(at - 4)..at], NumberStyles.None, CultureInfo.InvariantCulture, out var named)
                && !IsCarrying(text, at))
            {
                time = year is null || named == year ? Time.Report : Time.Other;
            }
            else if (at >= 1 && text[at - 1] is '去' or '前' && !IsCarrying(text, at))
            {
                time = Time.Other;
            }
        }

        return text.HasAny(ThisYear) ? Time.Report : time;
    }

    /// <summary>自2008年以来 is many years; 今年以来 and the report's year with 以来 are this one.</summary>
    private static bool IsSince(ReadOnlySpan<char> text, int? year)
    {
        var at = text.IndexOf("以来");
        if (at < 0)
        {
            return false;
        }

        var before = text[..at];
        return !before.EndsWith("今年") && !before.EndsWith("本年")
            && !(before.Length >= 5 && before[^1] == '年'
                && int.TryParse(before[^5..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var named) && named == year);
    }

    private static int Next(ReadOnlySpan<char> text, int at)
    {
        var next = text[(at + 1)..].IndexOf('年');
        return next < 0 ? -1 : at + 1 + next;
    }

    private static bool IsCarrying(ReadOnlySpan<char> text, int at)
    {
        var after = text[(at + 1)..];
        after = after.Length > 6 ? after[..6] : after;
        var before = text[..at];
        before = before.Length > 9 ? before[^9..] : before;
        return after.Has("结转") || after.Has("遗留") || before.Has("结转") || before.Has("转至") || before.Has("转入") || before.Has("转到");
    }
}
