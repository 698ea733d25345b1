using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Search.Texts;
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
        words.Names.Count == 0 ? [] : await NamedAsync(db.Agencies.AsNoTracking(), words, await ReadAsync(words, cancellation), cancellation);

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
            return new FoundAtWork([], [], []);
        }

        var initials = await ReadAsync(words, cancellation);
        var managed = Gate.ScopeOf(actor, Act.ManageAgencies);
        var agencies = managed.IsEmpty || words.Names.Count == 0 ? [] : await NamedAsync(db.Agencies.AsNoTracking().Within(managed), words, initials, cancellation);
        var year = words.Year;
        var filings =
            from agency in Named(db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewFilings)), words, initials)
            join filing in db.Filings.AsNoTracking() on agency.Id equals filing.AgencyId
            where year == null || filing.Year == year
            orderby filing.Year descending, agency.Name.Length, agency.Id
            select new FoundFiling(filing.Id, agency.Name, filing.Year, filing.State);
        return new FoundAtWork(agencies, await filings.Take(MostOfAKind).ToListAsync(cancellation), await DocumentsAsync(words, actor, cancellation));
    }

    /// <summary>Documents in each state, by title, 文号 and 索引号.</summary>
    private async Task<IReadOnlyList<FoundWorkDocument>> DocumentsAsync(SearchWords words, Actor actor, CancellationToken cancellation)
    {
        var reach = Gate.ScopeOf(actor, Act.ViewDocuments);
        if (reach.IsEmpty || words.Pairs() is not { } pairs)
        {
            return [];
        }

        var named = db.Documents.FromSql($"SELECT * FROM documents WHERE search_pairs(title || ' ' || coalesce(index_number, '') || ' ' || coalesce(content ->> 'number', '')) @@ {pairs}::tsquery");
        return await (
            from document in named.AsNoTracking()
            join agency in db.Agencies.AsNoTracking().Within(reach) on document.AgencyId equals agency.Id
            orderby document.Id descending
            select new FoundWorkDocument(document.Id, document.Title, agency.Name, document.Stage)).Take(MostOfAKind).ToListAsync(cancellation);
    }

    /// <summary>The agencies that each word may mean by the initials of their names.</summary>
    private async Task<Dictionary<string, int[]>> ReadAsync(SearchWords words, CancellationToken cancellation)
    {
        var asked = words.Names.Where(word => PinyinInitials.MayBe(SearchLetters.Fold(word))).ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        var names = await db.Agencies.AsNoTracking().Select(agency => new { agency.Id, agency.Name, agency.ShortName }).ToListAsync(cancellation);
        return asked.ToDictionary(word => word, word => names
            .Where(agency => PinyinInitials.Of(agency.Name).Concat(PinyinInitials.Of(agency.ShortName ?? "")).Any(read => read.Contains(SearchLetters.Fold(word), StringComparison.Ordinal)))
            .Select(agency => agency.Id).ToArray());
    }

    private static async Task<IReadOnlyList<FoundAgency>> NamedAsync(IQueryable<Agency> agencies, SearchWords words, Dictionary<string, int[]> initials, CancellationToken cancellation) =>
        await Named(agencies, words, initials).OrderBy(agency => agency.ValidTo != null).ThenBy(agency => agency.Name.Length).ThenBy(agency => agency.Id).Take(MostOfAKind)
            .Select(agency => new FoundAgency(agency.Id, agency.Name, agency.ValidTo)).ToListAsync(cancellation);

    private static IQueryable<Agency> Named(IQueryable<Agency> agencies, SearchWords words, Dictionary<string, int[]> initials) =>
        words.Names.Aggregate(agencies, (rest, word) =>
        {
            var read = initials.GetValueOrDefault(word, []);
            return rest.Where(agency => agency.Name.Contains(word) || (agency.ShortName != null && agency.ShortName.Contains(word)) || agency.CreditCode == word || agency.DivisionCode == word || read.Contains(agency.Id));
        });
}

/// <summary>An agency that was found; with its last day where it stands no more.</summary>
public sealed record FoundAgency(int Id, string Name, DateOnly? ValidTo);

/// <summary>A published report that was found, and the place.</summary>
public sealed record FoundReport(int AgencyId, string AgencyName, int Year, DateTimeOffset PublishedAt, Excerpt Excerpt);

/// <summary>A report on its way that was found.</summary>
public sealed record FoundFiling(int Id, string AgencyName, int Year, FilingState State);

/// <summary>What was found for a person at work.</summary>
public sealed record FoundAtWork(IReadOnlyList<FoundAgency> Agencies, IReadOnlyList<FoundFiling> Filings, IReadOnlyList<FoundWorkDocument> Documents);

/// <summary>A document at work that was found.</summary>
public sealed record FoundWorkDocument(long Id, string Title, string AgencyName, DocumentStage Stage);
