using System.Collections.Immutable;
using Gongkai.Law.Reporting;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Checking.Narrative;
using Gongkai.Reports.Form;
using Gongkai.Reports.Mending;
using Gongkai.Reports.Summing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>Holds a report under work to the rules, beside last year's report of its agency or of those that it took over from.</summary>
public sealed class FilingCheck(GongkaiDb db, LedgerFigures ledger)
{
    /// <summary>The name of the setting with the rules turned off or re-graded, in the words of <see cref="CheckSettings"/>.</summary>
    public const string SettingName = "checks";

    private static readonly MendLimits Limits = new() { Mends = 8, Steps = 2_000 };

    /// <summary>What is known about the report of an agency for a year from outside it.</summary>
    public async Task<CheckFrame> FrameAsync(int agencyId, int year, CancellationToken cancellation)
    {
        var agency = await db.Agencies.AsNoTracking().Where(candidate => candidate.Id == agencyId)
            .Select(candidate => new { candidate.Level, candidate.Kind }).SingleAsync(cancellation);
        var settings = await db.Settings.AsNoTracking().Where(setting => setting.Name == SettingName).Select(setting => setting.Value).SingleOrDefaultAsync(cancellation);
        var context = new CheckContext
        {
            Last = await LastYearAsync(agencyId, year, cancellation),
            Level = agency.Level,
            Filer = agency.Kind == AgencyKind.Government ? Filer.Government : Filer.Department,
        };
        return new CheckFrame(
            context,
            settings is null ? CheckSettings.Default : CheckSettings.Parse(settings, out _) ?? CheckSettings.Default,
            agency.Kind == AgencyKind.Government ? null : await ledger.AdoptedAsync(agencyId, year, cancellation));
    }

    /// <summary>Everything that is to be said about a report.</summary>
    public static CheckedReport Check(AnnualReport report, CheckFrame frame)
    {
        var findings = new ReportChecker(frame.Settings).Check(report, frame.Context);
        var last = frame.Context.Last is { } before && (before.Year is null || before.Year == report.Year - 1) ? before : null;
        var mends = findings.Any(IsBrokenIdentity) ? Mender.Find(report, last, Limits, SaidInText(report)).Parts : [];
        var unsettled = ReportFields.Figures(report).Where(address => report.Figures[address].Kind is CellKind.Unreadable or CellKind.Missing).ToImmutableArray();
        var differences = frame.Ledger is { } kept ? LedgerDifferences.Find(report, kept) : [];
        return new CheckedReport(
            [.. findings.Select(finding => WithMends(finding, mends)).Concat(differences).OrderByDescending(finding => finding.Severity)],
            FiguresOf(report),
            unsettled);
    }

    /// <summary>The figures of the form in their order; null where a cell is no number.</summary>
    public static decimal?[] FiguresOf(AnnualReport report) => [.. NationalForm.Figures.Select(figure => report.Figures[figure.Address].ValueOrNull)];

    /// <summary>Last year's report that was accepted or published: the agency's own, or that of the agency renamed into it, or the sum of those merged into it.</summary>
    private async Task<AnnualReport?> LastYearAsync(int agencyId, int year, CancellationToken cancellation)
    {
        var contents = await db.Database.SqlQuery<string>(
            $"""
            SELECT coalesce(version.content, filing.content) AS "Value"
            FROM filings filing
            LEFT JOIN filing_versions version ON version.filing_id = filing.id AND version.number = filing.published_version
            WHERE filing.year = {year - 1}
              AND (filing.published_version IS NOT NULL OR filing.state = 'Accepted')
              AND (filing.agency_id = {agencyId} OR filing.agency_id IN
                   (SELECT predecessor_id FROM agency_successions WHERE successor_id = {agencyId} AND kind IN ('Renamed', 'Merged')))
            ORDER BY filing.agency_id = {agencyId} DESC, filing.id
            """).ToListAsync(cancellation);
        return contents.Count switch
        {
            0 => null,
            1 => FilingContent.Read(contents[0]),
            _ => ReportSum.Sum(contents.Select(FilingContent.Read)).Report with { Year = year - 1 },
        };
    }

    private static Finding WithMends(Finding finding, ImmutableArray<Mend> mends) => IsBrokenIdentity(finding)
        ? finding with { Mends = [.. mends.Where(mend => mend.Changes.Any(change => finding.At.Contains(change.Address)))] }
        : finding;

    private static Dictionary<FigureAddress, decimal> SaidInText(AnnualReport report)
    {
        var said = new Dictionary<FigureAddress, decimal>();
        foreach (var figure in TextFigures.Find(report).Where(figure => figure.Sure))
        {
            said.TryAdd(figure.Address, figure.Value);
        }

        return said;
    }

    private static bool IsBrokenIdentity(Finding finding) =>
        finding.Rule is Identities.Balance or Identities.Concluded or Identities.ApplicantTotal or Identities.DisputeTotal or "requests.carriedIn";
}

/// <summary>What a report is held against.</summary>
/// <param name="Context">What is known from outside it.</param>
/// <param name="Settings">How strict the rules are.</param>
/// <param name="Ledger">The figures of the agency's own cases; null where it keeps none here, and for a government's report, which is the sum of many.</param>
public sealed record CheckFrame(CheckContext Context, CheckSettings Settings, IReadOnlyDictionary<FigureAddress, decimal>? Ledger = null);

/// <summary>A report as the rules see it: the findings, gravest first, with their mends; its figures in the order of the form; the cells that a person has to settle.</summary>
public sealed record CheckedReport(ImmutableArray<Finding> Findings, decimal?[] Figures, ImmutableArray<FigureAddress> Unsettled)
{
    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);

    public int Warnings => Findings.Count(finding => finding.Severity == Severity.Warning);
}
