using Gongkai.Reports.Reading.Recognition;

namespace Gongkai.Reports;

/// <summary>The dates that a report prints in words, understood as the readers understand them.</summary>
public static class PrintedDates
{
    private const int OpeningLength = 600;

    /// <summary>The statistical period (统计期限) that the preamble names, or else the beginning of section one; null where neither does.</summary>
    public static StatisticalPeriod? PeriodOf(AnnualReport report) =>
        Dates.Period(Folding.Fold(report.Preamble)) ?? (report.Sections.FirstOrDefault() is { } first ? Dates.Period(Folding.Fold(Opening(first.Text))) : null);

    /// <summary>The day that a line consists of, as <c>2025年1月20日</c> or <c>2025-01-20</c>; null where it is no day.</summary>
    public static DateOnly? DayOrNull(string line) => IsoDate.OrNull(line.Trim()) ?? Dates.WholeLine(line.Trim());

    private static string Opening(string text) => text.Length <= OpeningLength ? text : text[..OpeningLength];
}
