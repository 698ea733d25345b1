using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Search;

/// <summary>Looks for agencies and reports: for the public in what is published, for a person at work in the own part of the tree.</summary>
public sealed class SearchQueries(GongkaiDb db)
{
    private const int PageSize = 20;
    private const int MostOfAKind = 10;

    /// <summary>Agencies by name, shortest first: the one that is meant is seldom the one with the longest name.</summary>
    public async Task<IReadOnlyList<FoundAgency>> AgenciesAsync(SearchWords words, CancellationToken cancellation) =>
        words.Names.Count == 0 ? [] : await NamedAsync(db.Agencies.AsNoTracking(), words, cancellation);

    /// <summary>Published reports that hold all the words, the newest year first.</summary>
    /// <param name="words">What to look for.</param>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Page<FoundReport>> ReportsAsync(SearchWords words, string? after, CancellationToken cancellation)
    {
        if (words.Pairs() is not { } pairs)
        {
            return new Page<FoundReport>([], null);
        }

        var reports =
            from text in db.Set<SearchReport>().FromSql($"SELECT filing_id, text FROM search_reports WHERE pairs @@ {pairs}::tsquery")
            join report in db.PublicReports() on text.FilingId equals report.FilingId
            select new { report.FilingId, report.AgencyId, report.AgencyName, report.Year, report.PublishedAt, text.Text };
        if (after?.Split('-') is [var year, var id]
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var lastYear) && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var lastId))
        {
            reports = reports.Where(report => report.Year < lastYear || (report.Year == lastYear && report.FilingId > lastId));
        }

        var found = await reports.OrderByDescending(report => report.Year).ThenBy(report => report.FilingId).Take(PageSize + 1).ToListAsync(cancellation);
        return new Page<FoundReport>(
            [.. found.Take(PageSize).Select(report => new FoundReport(report.AgencyId, report.AgencyName, report.Year, report.PublishedAt, words.ExcerptOf(report.Text)))],
            found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{found[PageSize - 1].Year}-{found[PageSize - 1].FilingId}") : null);
    }

    /// <summary>What a person at work may open: agencies that the person manages or supervises, and reports.</summary>
    public async Task<FoundAtWork> AtWorkAsync(SearchWords words, Actor actor, CancellationToken cancellation)
    {
        if (words.IsEmpty)
        {
            return new FoundAtWork([], []);
        }

        var managed = Gate.ScopeOf(actor, Act.ManageAgencies);
        var agencies = managed.IsEmpty || words.Names.Count == 0 ? [] : await NamedAsync(db.Agencies.AsNoTracking().Within(managed), words, cancellation);
        var year = words.Year;
        var filings =
            from agency in Named(db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewFilings)), words)
            join filing in db.Filings.AsNoTracking() on agency.Id equals filing.AgencyId
            where year == null || filing.Year == year
            orderby filing.Year descending, agency.Name.Length, agency.Id
            select new FoundFiling(filing.Id, agency.Name, filing.Year, filing.State);
        return new FoundAtWork(agencies, await filings.Take(MostOfAKind).ToListAsync(cancellation));
    }

    private static async Task<IReadOnlyList<FoundAgency>> NamedAsync(IQueryable<Agency> agencies, SearchWords words, CancellationToken cancellation) =>
        await Named(agencies, words).OrderBy(agency => agency.ValidTo != null).ThenBy(agency => agency.Name.Length).ThenBy(agency => agency.Id).Take(MostOfAKind)
            .Select(agency => new FoundAgency(agency.Id, agency.Name, agency.ValidTo)).ToListAsync(cancellation);

    private static IQueryable<Agency> Named(IQueryable<Agency> agencies, SearchWords words) =>
        words.Names.Aggregate(agencies, (rest, word) => rest.Where(agency => agency.Name.Contains(word) || (agency.ShortName != null && agency.ShortName.Contains(word)) || agency.CreditCode == word || agency.DivisionCode == word));
}

/// <summary>An agency that was found; with its last day where it stands no more.</summary>
public sealed record FoundAgency(int Id, string Name, DateOnly? ValidTo);

/// <summary>A published report that was found, and the place.</summary>
public sealed record FoundReport(int AgencyId, string AgencyName, int Year, DateTimeOffset PublishedAt, Excerpt Excerpt);

/// <summary>A report on its way that was found.</summary>
public sealed record FoundFiling(int Id, string AgencyName, int Year, FilingState State);

/// <summary>What was found for a person at work.</summary>
public sealed record FoundAtWork(IReadOnlyList<FoundAgency> Agencies, IReadOnlyList<FoundFiling> Filings);
