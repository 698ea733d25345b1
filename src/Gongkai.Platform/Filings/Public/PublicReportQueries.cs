using System.Globalization;
using System.Text;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Json;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Public;

/// <summary>The published reports, for the portal, the open data and the API.</summary>
public sealed class PublicReportQueries(GongkaiDb db)
{
    public const int PageSize = 50;

    /// <summary>The report of an agency for a year, or null where none is public.</summary>
    public async Task<PublishedReport?> FindAsync(int agencyId, int year, CancellationToken cancellation)
    {
        var found = await db.PublicReports().SingleOrDefaultAsync(report => report.AgencyId == agencyId && report.Year == year, cancellation);
        if (found is null)
        {
            return null;
        }

        var report = ReportJson.Read(Encoding.UTF8.GetBytes(found.Content)).Report
            ?? throw new InvalidOperationException($"The version {found.Version} of the filing {found.FilingId} is no report.");
        return new PublishedReport(LineOf(found), report, found.Version, found.UpdatedAt);
    }

    /// <summary>The versions of a report that stood before the public, the newest first: a correction does not hide what it corrects.</summary>
    public async Task<IReadOnlyList<PublishedVersion>> VersionsAsync(int agencyId, int year, CancellationToken cancellation) => await (
        from filing in db.Filings.AsNoTracking()
        join version in db.FilingVersions.AsNoTracking() on filing.Id equals version.FilingId
        where filing.AgencyId == agencyId && filing.Year == year && filing.PublishedVersion != null && version.PublishedAt != null
        orderby version.Number descending
        select new PublishedVersion(version.Number, version.PublishedAt!.Value, version.Reason)).ToListAsync(cancellation);

    /// <summary>An earlier version of a published report, or null where it never was public.</summary>
    public async Task<AnnualReport?> FindVersionAsync(int agencyId, int year, int number, CancellationToken cancellation)
    {
        var content = await (
            from filing in db.Filings.AsNoTracking()
            join version in db.FilingVersions.AsNoTracking() on filing.Id equals version.FilingId
            where filing.AgencyId == agencyId && filing.Year == year && filing.PublishedVersion != null && version.PublishedAt != null && version.Number == number
            select version.Content).SingleOrDefaultAsync(cancellation);
        return content is null ? null : ReportJson.Read(Encoding.UTF8.GetBytes(content)).Report;
    }

    /// <summary>The newest publications.</summary>
    public async Task<IReadOnlyList<ReportLine>> NewestAsync(int count, CancellationToken cancellation) =>
        await db.PublicReports().OrderByDescending(report => report.PublishedAt).ThenByDescending(report => report.FilingId).Take(count)
            .Select(report => new ReportLine(report.AgencyId, report.AgencyName, report.Year, report.PublishedAt)).ToListAsync(cancellation);

    /// <summary>The years with public reports, the newest first, and how many each has.</summary>
    public async Task<IReadOnlyList<YearCount>> YearsAsync(CancellationToken cancellation) =>
        await db.Filings.AsNoTracking().Where(filing => filing.PublishedVersion != null)
            .GroupBy(filing => filing.Year).OrderByDescending(group => group.Key)
            .Select(group => new YearCount(group.Key, group.Count())).ToListAsync(cancellation);

    /// <summary>The years in which an agency has a public report, the newest first.</summary>
    public async Task<IReadOnlyList<ReportLine>> OfAgencyAsync(int agencyId, CancellationToken cancellation) =>
        await db.PublicReports().Where(report => report.AgencyId == agencyId).OrderByDescending(report => report.Year)
            .Select(report => new ReportLine(report.AgencyId, report.AgencyName, report.Year, report.PublishedAt)).ToListAsync(cancellation);

    /// <summary>A page of the reports of a year, in the order of the agencies.</summary>
    public async Task<Page<ReportLine>> OfYearAsync(int year, string? name, string? after, CancellationToken cancellation)
    {
        var reports = db.PublicReports().Where(report => report.Year == year);
        if (name is { Length: > 0 })
        {
            reports = reports.Where(report => report.AgencyName.Contains(name));
        }

        var last = int.TryParse(after, NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var page = await reports.Where(report => report.AgencyId > last).OrderBy(report => report.AgencyId).Take(PageSize + 1)
            .Select(report => new ReportLine(report.AgencyId, report.AgencyName, report.Year, report.PublishedAt)).ToListAsync(cancellation);
        return page.Count > PageSize
            ? new Page<ReportLine>(page[..PageSize], page[PageSize - 1].AgencyId.ToString(CultureInfo.InvariantCulture))
            : new Page<ReportLine>(page, null);
    }

    /// <summary>Some figures of an agency over the years, the earliest first; null where a cell holds no number.</summary>
    public async Task<IReadOnlyList<FiguresOfYear>> SeriesAsync(int agencyId, IReadOnlyList<FigureAddress> addresses, CancellationToken cancellation)
    {
        var years = await db.PublicReports().Where(report => report.AgencyId == agencyId).OrderBy(report => report.Year)
            .Select(report => new { report.Year, report.Figures }).ToListAsync(cancellation);
        return [.. years.Select(year => new FiguresOfYear(year.Year, [.. addresses.Select(address => address.Index < year.Figures.Length ? year.Figures[address.Index] : null)]))];
    }

    /// <summary>How many reports of a year are public, and when the last of them became what it is; null where none is.</summary>
    public async Task<StateOfYear?> StateOfYearAsync(int year, CancellationToken cancellation) =>
        await db.PublicReports().Where(report => report.Year == year).GroupBy(report => report.Year)
            .Select(group => new StateOfYear(group.Count(), group.Max(report => report.UpdatedAt))).SingleOrDefaultAsync(cancellation);

    /// <summary>Every public report of a year, one after the other, for downloads of any length.</summary>
    public async IAsyncEnumerable<PublishedReport> StreamYearAsync(int year, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var reports = db.PublicReports().Where(report => report.Year == year).OrderBy(report => report.AgencyId).AsAsyncEnumerable();
        await foreach (var found in reports.WithCancellation(cancellation))
        {
            if (ReportJson.Read(Encoding.UTF8.GetBytes(found.Content)).Report is { } report)
            {
                yield return new PublishedReport(LineOf(found), report, found.Version, found.UpdatedAt);
            }
        }
    }

    private static ReportLine LineOf(PublicReport report) => new(report.AgencyId, report.AgencyName, report.Year, report.PublishedAt);
}

/// <summary>A published report in a list.</summary>
public sealed record ReportLine(int AgencyId, string AgencyName, int Year, DateTimeOffset PublishedAt);

/// <summary>A published report as it stands, when its first version was published and when this one was.</summary>
public sealed record PublishedReport(ReportLine Line, AnnualReport Report, int Version, DateTimeOffset UpdatedAt);

/// <summary>A version that the public has read.</summary>
public sealed record PublishedVersion(int Number, DateTimeOffset PublishedAt, string Reason);

/// <summary>A year and how many reports it has.</summary>
public sealed record YearCount(int Year, int Reports);

/// <summary>The public reports of a year as a whole.</summary>
public sealed record StateOfYear(int Reports, DateTimeOffset UpdatedAt);

/// <summary>The asked figures of one year, in the order asked.</summary>
public sealed record FiguresOfYear(int Year, IReadOnlyList<decimal?> Values);
