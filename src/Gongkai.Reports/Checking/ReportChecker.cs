using System.Collections.Immutable;
using Gongkai.Reports.Checking.Arithmetic;
using Gongkai.Reports.Checking.Documents;
using Gongkai.Reports.Checking.Narrative;
using Gongkai.Reports.Checking.Tables;

namespace Gongkai.Reports.Checking;

/// <summary>
/// Holds a report to every rule of <see cref="Rules.All"/> that it, or it and last year's, can answer. Nothing is thrown for what a
/// report holds; a rule that cannot run because another owns the fault is silent. Safe for use from several threads.
/// </summary>
/// <param name="settings">Rules turned off or re-graded, and thresholds.</param>
public sealed class ReportChecker(CheckSettings settings)
{
    // What the reader says when there is no report of ours to check.
    private static readonly string[] NothingToCheck = ["read.notAReport", "read.otherForm"];

    /// <summary>The findings: the reader's own first, then figures, last year, sections and dates, text.</summary>
    /// <param name="report">The report.</param>
    /// <param name="context">What is known about it from outside.</param>
    public ImmutableArray<Finding> Check(AnnualReport report, CheckContext context)
    {
        var findings = new FindingList(settings);
        findings.Add(report.ReadingFindings);
        foreach (var finding in report.ReadingFindings)
        {
            if (NothingToCheck.Contains(finding.Rule))
            {
                return findings.ToImmutable();
            }
        }

        var level = context.Level ?? AgencyName.LevelOf(report.Agency);
        TableChecks.Check(report, findings);
        findings.Add(ArithmeticCheck.Check(report.Figures));
        FigureChecks.Check(report, level, findings);
        CheckLast(report, context.Last, findings);
        SectionChecks.Check(report, level, findings);
        DateChecks.Check(report, context, findings);
        LeftOverChecks.Check(report, findings);
        CheckText(report, findings);
        return findings.ToImmutable();
    }

    private static void CheckLast(AnnualReport report, AnnualReport? last, FindingList findings)
    {
        if (last is null)
        {
            return;
        }

        if (report.Year is { } year && last.Year is { } before && before != year - 1)
        {
            findings.Add(Rules.LastReport, $"给出的上年报告是 {before} 年度的，不是 {year - 1} 年度的，没有作比较。", expected: $"{year - 1}", actual: $"{before}");
            return;
        }

        LastYearChecks.Check(report, last, findings);
        SameTextChecks.Check(report, last, findings);
    }

    private static void CheckText(AnnualReport report, FindingList findings)
    {
        var passages = new (int Number, Passage Passage)[report.Sections.Length];
        for (var index = 0; index < passages.Length; index++)
        {
            passages[index] = (report.Sections[index].Number, Passage.Of(report.Sections[index].Text));
        }

        var claims = ClaimReader.Read(report, passages);
        ClaimCheck.Check(report, claims, findings);
        ShareCheck.Check(report, claims, findings);
        StatementChecks.Check(report, passages, findings);
        FeeChecks.CheckDisputesMentioned(report, passages, findings);
        FeeChecks.Check(report, passages, findings);
    }
}
