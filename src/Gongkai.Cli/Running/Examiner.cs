using System.Collections.Immutable;
using Gongkai.Law.Reporting;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Form;
using Gongkai.Reports.Mending;

namespace Gongkai.Cli.Running;

/// <summary>A report with everything that is to be said about it.</summary>
/// <param name="Report">The report as read.</param>
/// <param name="Findings">Of the reading and of the checks, gravest first; those of broken identities carry the mends.</param>
/// <param name="Mending">The mends of the whole report, numbered as <c>gongkai mend</c> numbers them.</param>
internal sealed record Examination(AnnualReport Report, ImmutableArray<Finding> Findings, MendResult Mending);

/// <summary>Checks and mends a report beside last year's.</summary>
internal sealed class Examiner(ReportChecker checker, LastYear last, GovernmentLevel? level)
{
    public Examination Examine(AnnualReport report)
    {
        var before = last.Of(report);
        var findings = checker.Check(report, new CheckContext { Last = before, Level = level });
        var mending = findings.Any(IsBrokenIdentity) ? Mender.Find(report, IsYearBefore(before, report) ? before : null) : MendResult.Clean;
        return new Examination(report, [.. findings.Select(finding => WithMends(finding, mending)).OrderByDescending(finding => finding.Severity)], mending);
    }

    /// <summary>Another year's report carries nothing over into this one, so no figure is bent to it.</summary>
    private static bool IsYearBefore(AnnualReport? before, AnnualReport report) =>
        before is not null && (before.Year is null || report.Year is null || before.Year == report.Year - 1);

    private static Finding WithMends(Finding finding, MendResult mending) => IsBrokenIdentity(finding)
        ? finding with { Mends = [.. mending.Mends.Where(mend => mend.Changes.Any(change => finding.At.Contains(change.Address)))] }
        : finding;

    /// <summary>Whether a finding is about figures that do not add up, which is what a mend mends.</summary>
    public static bool IsBrokenIdentity(Finding finding) =>
        finding.Rule is Identities.Balance or Identities.Concluded or Identities.ApplicantTotal or Identities.DisputeTotal or "requests.carriedIn";
}
