using System.Diagnostics.CodeAnalysis;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Search.Texts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Gongkai.Platform.Search.Documents;

/// <summary>Looks for published documents. Bounded in all: words, answers that are looked at, and the time that the database may take.</summary>
public sealed class DocumentSearch(GongkaiDb db, TimeProvider time)
{
    public const int PageSize = 20;
    public const int MostPages = DocumentSearchSql.MostShown / PageSize;

    private const int MostSuggested = 8;

    private static readonly string[] Ruled = [.. Enum.GetValues<DocumentKind>().Where(PublicDocumentQueries.HasStatus).Select(kind => kind.ToString())];

    /// <summary>A page of what holds all the words, with how many there are by agency, category, kind, year and status.</summary>
    public async Task<FoundDocuments> FindAsync(SearchWords words, DocumentSearchFilter filter, CancellationToken cancellation)
    {
        if (words.Terms() is not { } terms)
        {
            return FoundDocuments.None;
        }

        var today = time.Today();
        return await BoundedAsync(FoundDocuments.TooMuch, async () =>
        {
            var shares = await SearchShares.OfAsync(db, words, filter, cancellation);
            var counts = await CountAsync(terms, words, filter, shares, today, cancellation);
            var page = Math.Clamp(filter.Page, 1, MostPages);
            var documents = counts.Total == 0 ? [] : await PageAsync(terms, words, filter with { Page = page }, shares, today, cancellation);
            return new FoundDocuments([.. documents.Take(PageSize)], counts, page, documents.Count > PageSize && page < MostPages, IsTooMuch: false);
        }, cancellation);
    }

    /// <summary>The best few, for a hint.</summary>
    public async Task<IReadOnlyList<FoundDocument>> BestAsync(SearchWords words, int most, CancellationToken cancellation) =>
        words.Terms() is { } terms
            ? await BoundedAsync([], async () =>
            {
                var shares = await SearchShares.OfAsync(db, words, new DocumentSearchFilter(), cancellation);
                return (IReadOnlyList<FoundDocument>)[.. (await PageAsync(terms, words, new DocumentSearchFilter(), shares, time.Today(), cancellation)).Take(most)];
            }, cancellation)
            : [];

    /// <summary>Titles that begin with what was typed, then titles that hold it.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync(string? typed, CancellationToken cancellation)
    {
        var words = SearchWords.Of(typed);
        if (words.Terms() is not { } terms)
        {
            return [];
        }

        var beginning = SearchLetters.Tidy(typed!.Trim());
        var pattern = beginning.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        var publications = db.PublicPublications(time.Today());
        return await BoundedAsync([], async () =>
        {
            var begun = db.Database.SqlQuery<Hit>($"""SELECT document_id AS "DocumentId", 0::real AS "Rank" FROM search_documents WHERE left(title, 60) LIKE {pattern} LIMIT 50""");
            var held = db.Database.SqlQuery<Hit>($"""SELECT document_id AS "DocumentId", 0::real AS "Rank" FROM search_documents WHERE names @@ {terms}::tsquery LIMIT 200""");
            var titles = await Titles(begun);
            return titles.Count >= MostSuggested ? titles : (IReadOnlyList<string>)[.. titles.Concat(await Titles(held)).Distinct().Take(MostSuggested)];
        }, cancellation);

        Task<List<string>> Titles(IQueryable<Hit> hits) => (
            from hit in hits
            join publication in publications on hit.DocumentId equals publication.DocumentId
            group publication by publication.Title into title
            orderby title.Max(publication => publication.PublishedAt) descending
            select title.Key).Take(MostSuggested).ToListAsync(cancellation);
    }

    private async Task<FoundCounts> CountAsync(string terms, SearchWords words, DocumentSearchFilter filter, SearchShares shares, DateOnly today, CancellationToken cancellation)
    {
        var hits = Asked<FoundId>(DocumentSearchSql.Found(shares.CountsWalking(DocumentSearchSql.MostCounted)), terms, words, filter, today);
        var found = await (
            from hit in hits
            join publication in db.PublicPublications(today) on hit.DocumentId equals publication.DocumentId
            select new
            {
                publication.AgencyId, publication.Category, publication.Kind, publication.MadeOn,
                Validity = new DocumentValidity(publication.EffectiveOn, publication.ExpiresOn, publication.AmendedOn, publication.RepealedOn),
            }).ToListAsync(cancellation);
        var agencies = found.CountBy(row => row.AgencyId).OrderByDescending(count => count.Value).Take(FoundCounts.MostAgencies).ToDictionary();
        var names = await db.Agencies.AsNoTracking().Where(agency => agencies.Keys.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Name, cancellation);
        return new FoundCounts
        {
            Total = found.Count,
            Agencies = [.. agencies.Select(count => new FoundCount<(int Id, string Name)>((count.Key, names[count.Key]), count.Value))],
            Categories = Counted(found.Where(row => row.Category != null).CountBy(row => row.Category!.Value)),
            Kinds = Counted(found.CountBy(row => row.Kind)),
            Years = [.. Counted(found.Where(row => row.MadeOn != null).CountBy(row => row.MadeOn!.Value.Year)).OrderByDescending(count => count.Of)],
            Statuses = Counted(found.Where(row => PublicDocumentQueries.HasStatus(row.Kind)).CountBy(row => row.Validity.On(today))),
        };
    }

    private async Task<List<FoundDocument>> PageAsync(string terms, SearchWords words, DocumentSearchFilter filter, SearchShares shares, DateOnly today, CancellationToken cancellation)
    {
        var sql = filter.Order == SearchOrder.Newest
            ? DocumentSearchSql.Newest(shares.WalksWords(DocumentSearchSql.MostShown))
            : DocumentSearchSql.Ranked(shares.WalksNames(DocumentSearchSql.MostRanked), shares.WalksWords(DocumentSearchSql.MostRanked));
        var hits = Asked<Hit>(sql, terms, words, filter, today);
        var page = await (
            from hit in hits
            join publication in db.PublicPublications(today) on hit.DocumentId equals publication.DocumentId
            orderby hit.Rank descending, publication.PublishedAt descending, publication.DocumentId descending
            select new
            {
                publication.DocumentId, publication.AgencyId, publication.Title, publication.Kind, publication.Number, publication.IndexNumber, publication.MadeOn, publication.PublishedAt,
                AgencyName = db.Agencies.Where(agency => agency.Id == publication.AgencyId).Select(agency => agency.ShortName ?? agency.Name).Single(),
                Validity = new DocumentValidity(publication.EffectiveOn, publication.ExpiresOn, publication.AmendedOn, publication.RepealedOn),
            }).Skip((filter.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
        var ids = page.Take(PageSize).Select(row => row.DocumentId).ToArray();
        var texts = await db.Set<SearchDocument>().AsNoTracking().Where(text => ids.Contains(text.DocumentId)).ToDictionaryAsync(text => text.DocumentId, cancellation);
        var folded = words.Folded;
        return [.. page.Select(row =>
        {
            var (excerpt, inAttachment) = texts.GetValueOrDefault(row.DocumentId) is { } text ? ExcerptOf(text, folded) : ([], false);
            return new FoundDocument
            {
                Id = row.DocumentId, AgencyId = row.AgencyId, AgencyName = row.AgencyName, Title = row.Title, MarkedTitle = MarkedText.Of(row.Title, folded), Kind = row.Kind, Number = row.Number,
                IndexNumber = row.IndexNumber, MadeOn = row.MadeOn, PublishedAt = row.PublishedAt, Status = PublicDocumentQueries.HasStatus(row.Kind) ? row.Validity.On(today) : null,
                Excerpt = excerpt, IsInAttachment = inAttachment,
            };
        })];
    }

    private static (IReadOnlyList<MarkedPiece> Excerpt, bool InAttachment) ExcerptOf(SearchDocument document, string[] folded) =>
        MarkedText.Excerpt(document.Text, folded) is { } inText ? (inText, false)
        : MarkedText.Excerpt(document.Attachments, folded) is { } inAttachment ? (inAttachment, true)
        : (MarkedText.Beginning(document.Text), false);

    private static FoundCount<T>[] Counted<T>(IEnumerable<KeyValuePair<T, int>> counts) => [.. counts.OrderByDescending(count => count.Value).Select(count => new FoundCount<T>(count.Key, count.Value))];

    /// <summary>Asks the database within a time limit, in a transaction that only reads.</summary>
    private async Task<T> BoundedAsync<T>(T otherwise, Func<Task<T>> ask, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SET LOCAL statement_timeout = 3000; SET LOCAL jit = off", cancellation);
        try
        {
            return await ask();
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            return otherwise;
        }
        catch (InvalidOperationException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled })
        {
            return otherwise;
        }
    }

    [SuppressMessage("Security", "EF1002", Justification = "The text is one of the constants; all that is asked for goes in parameters.")]
    private IQueryable<T> Asked<T>(string sql, string terms, SearchWords words, DocumentSearchFilter filter, DateOnly today) => db.Database.SqlQueryRaw<T>(
        sql,
        new NpgsqlParameter<string>("q_terms", terms),
        new NpgsqlParameter<DateOnly>("q_today", today),
        new NpgsqlParameter("q_now", NpgsqlDbType.TimestampTz) { Value = time.GetUtcNow().UtcDateTime },
        Optional("q_agency", NpgsqlDbType.Integer, filter.AgencyId),
        Optional("q_category", NpgsqlDbType.Text, filter.Category?.ToString()),
        Optional("q_kind", NpgsqlDbType.Text, filter.Kind?.ToString()),
        Optional("q_year", NpgsqlDbType.Integer, filter.Year),
        Optional("q_status", NpgsqlDbType.Text, filter.Status?.ToString()),
        new NpgsqlParameter<string[]>("q_ruled", Ruled),
        new NpgsqlParameter<string[]>("q_folded", words.Folded),
        new NpgsqlParameter<string[]>("q_phrases", [.. words.Phrases]));

    private static NpgsqlParameter Optional(string name, NpgsqlDbType type, object? value) => new(name, type) { Value = value ?? DBNull.Value };

    private sealed record FoundId(long DocumentId);

    private sealed record Hit(long DocumentId, float Rank);
}
