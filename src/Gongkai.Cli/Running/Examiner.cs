using System.Collections.Immutable;
using Gongkai.Law.Reporting;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Checking.Narrative;
using Gongkai.Reports.Form;
using Gongkai.Reports.Mending;

namespace Gongkai.Cli.Running;

/// <summary>A report with everything that is to be said about it.</summary>
/// <param name="Report">The report as read.</param>
/// <param name="Findings">Of the reading and of the checks, gravest first; those of broken identities carry the mends.</param>
/// <param name="Mending">The mends of the whole report, numbered as <c>gongkai mend</c> numbers them.</param>
internal sealed record Examination(AnnualReport Report, ImmutableArray<Finding> Findings, MendResult Mending)
{
    /// <summary>Whether last year's report was found; null where it was not looked for.</summary>
    public bool? HasLast { get; init; }

    /// <summary>What <c>--apply</c> can be given the number of: the mends of all that is wrong, then those of a part of it.</summary>
    public ImmutableArray<Mend> Choices => [.. Mending.Mends, .. Mending.Parts.Where(part => part.Changes.Length < Mending.ChangedCells)];
}

/// <summary>Checks and mends a report beside last year's.</summary>
internal sealed class Examiner(ReportChecker checker, LastYear last, GovernmentLevel? level)
{
    public Examination Examine(AnnualReport report)
    {
        var before = last.Of(report);
        var findings = checker.Check(report, new CheckContext { Last = before, Level = level });
        var mending = findings.Any(IsBrokenIdentity)
            ? Mender.Find(report, IsYearBefore(before, report) ? before : null, supported: SaidInText(report))
            : MendResult.Clean;
        return new Examination(report, [.. findings.Select(finding => WithMends(finding, mending)).OrderByDescending(finding => finding.Severity)], mending) { HasLast = last.IsKnown ? before is not null : null };
    }

    /// <summary>The figures that the text surely states, by which mends are ranked.</summary>
    private static Dictionary<FigureAddress, decimal> SaidInText(AnnualReport report)
    {
        var said = new Dictionary<FigureAddress, decimal>();
        foreach (var figure in TextFigures.Find(report).Where(figure => figure.Sure))
        {
            said.TryAdd(figure.Address, figure.Value);
        }

        return said;
    }

    /// <summary>Another year's report carries nothing over into this one, so no figure is bent to it.</summary>
    private static bool IsYearBefore(AnnualReport? before, AnnualReport report) =>
        before is not null && (before.Year is null || report.Year is null || before.Year == report.Year - 1);

    private static Finding WithMends(Finding finding, MendResult mending) => IsBrokenIdentity(finding)
        ? finding with { Mends = [.. mending.Parts.Where(mend => mend.Changes.Any(change => finding.At.Contains(change.Address)))] }
        : finding;

    /// <summary>Whether a finding is about figures that do not add up, which is what a mend mends.</summary>
    public static bool IsBrokenIdentity(Finding finding) =>
        finding.Rule is Identities.Balance or Identities.Concluded or Identities.ApplicantTotal or Identities.DisputeTotal or "requests.carriedIn";
}
