using System.Globalization;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Public;

/// <summary>Documents as the public reads them.</summary>
public sealed class PublicDocumentQueries(GongkaiDb db, TimeProvider time)
{
    private const int PageSize = 30;

    private const int MostRelated = 50;
    private const int NewestRelated = 5;

    /// <summary>A page of a list, the newest first.</summary>
    public async Task<Page<PublicDocumentLine>> ListAsync(PublicDocumentFilter filter, string? after, CancellationToken cancellation)
    {
        var publications = Matching(filter);
        if (KeyOf(after) is { } key)
        {
            publications = publications.Where(publication => publication.PublishedAt < key.At || (publication.PublishedAt == key.At && publication.DocumentId < key.Id));
        }

        var found = await Lines(publications.OrderByDescending(publication => publication.PublishedAt).ThenByDescending(publication => publication.DocumentId).Take(PageSize + 1)).ToListAsync(cancellation);
        return new Page<PublicDocumentLine>(
            [.. found.Take(PageSize)],
            found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{found[PageSize - 1].PublishedAt.UtcTicks}-{found[PageSize - 1].Id}") : null);
    }

    /// <summary>The newest, for the home page and the feed.</summary>
    public Task<List<PublicDocumentLine>> NewestAsync(PublicDocumentFilter filter, int count, CancellationToken cancellation) =>
        Lines(Matching(filter).OrderByDescending(publication => publication.PublishedAt).ThenByDescending(publication => publication.DocumentId).Take(count)).ToListAsync(cancellation);

    /// <summary>A document; null where it is not public.</summary>
    public async Task<PublicDocument?> FindAsync(long documentId, CancellationToken cancellation)
    {
        var today = time.Today();
        var publication = await db.PublicPublications(today).SingleOrDefaultAsync(found => found.DocumentId == documentId, cancellation);
        if (publication is null)
        {
            return null;
        }

        var agency = await db.Agencies.AsNoTracking().Where(found => found.Id == publication.AgencyId).Select(found => found.Name).SingleAsync(cancellation);
        var item = publication.CatalogItemId is { } itemId ? await db.CatalogItems.AsNoTracking().Where(found => found.Id == itemId).Select(found => found.Name).SingleOrDefaultAsync(cancellation) : null;
        return new PublicDocument
        {
            Publication = publication,
            AgencyName = agency,
            CatalogItem = item,
            Status = HasStatus(publication.Kind) ? StatusOf(publication, today) : null,
            Files = await (
                from file in db.DocumentFiles.AsNoTracking()
                join blob in db.Blobs.AsNoTracking() on file.BlobId equals blob.Id
                where file.DocumentId == documentId && file.IsPublic && file.Purpose == DocumentFilePurpose.Attachment
                orderby file.Id
                select new PublicDocumentFile(file.Id, file.BlobId, file.Name, blob.ContentType, blob.Length)).ToListAsync(cancellation),
            Interpretations = await Lines(db.PublicPublications(today).Where(found => found.InterpretsId == documentId).OrderBy(found => found.PublishedAt).Take(MostRelated)).ToListAsync(cancellation),
            Related = publication.CatalogItemId is { } sameItem
                ? await Lines(db.PublicPublications(today).Where(found => found.AgencyId == publication.AgencyId && found.CatalogItemId == sameItem && found.DocumentId != documentId && found.InterpretsId == null)
                    .OrderByDescending(found => found.PublishedAt).ThenByDescending(found => found.DocumentId).Take(NewestRelated)).ToListAsync(cancellation) : [],
            Interprets = publication.InterpretsId is { } policy ? await Lines(db.PublicPublications(today).Where(found => found.DocumentId == policy)).SingleOrDefaultAsync(cancellation) : null,
        };
    }

    /// <summary>A file of a public document; null where it is not public.</summary>
    public async Task<PublicDocumentFile?> FileAsync(long fileId, CancellationToken cancellation)
    {
        var publications = db.PublicPublications(time.Today());
        return await (
            from file in db.DocumentFiles.AsNoTracking()
            join publication in publications on file.DocumentId equals publication.DocumentId
            join blob in db.Blobs.AsNoTracking() on file.BlobId equals blob.Id
            where file.Id == fileId && file.IsPublic
            select new PublicDocumentFile(file.Id, file.BlobId, file.Name, blob.ContentType, blob.Length)).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Documents that are cited by their 文号 in a text: what a citation leads to.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CitedAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellation)
    {
        var found = await db.PublicPublications(time.Today()).Where(publication => numbers.Contains(publication.Number)).OrderBy(publication => publication.DocumentId)
            .Select(publication => new { publication.Number, publication.DocumentId }).Take(MostRelated).ToListAsync(cancellation);
        return found.GroupBy(publication => publication.Number).ToDictionary(group => group.Key, group => group.First().DocumentId, StringComparer.Ordinal);
    }

    /// <summary>How many documents each category of the catalog holds, of one agency or of all.</summary>
    public async Task<IReadOnlyDictionary<CatalogCategory, int>> CountsAsync(int? agencyId, CancellationToken cancellation) =>
        await Matching(new PublicDocumentFilter { AgencyId = agencyId }).Where(publication => publication.Category != null).GroupBy(publication => publication.Category!.Value)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);

    /// <summary>How many documents each line of the catalog holds.</summary>
    public async Task<IReadOnlyDictionary<int, int>> ItemCountsAsync(int? agencyId, CancellationToken cancellation) =>
        await Matching(new PublicDocumentFilter { AgencyId = agencyId }).Where(publication => publication.CatalogItemId != null).GroupBy(publication => publication.CatalogItemId!.Value)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);

    /// <summary>The lines of the catalog that stand, in its order.</summary>
    public async Task<IReadOnlyList<CatalogItem>> CatalogAsync(CancellationToken cancellation)
    {
        var today = time.Today();
        return await db.CatalogItems.AsNoTracking().Where(item => item.ValidTo == null || item.ValidTo >= today).OrderBy(item => item.SortOrder).ThenBy(item => item.Id).ToListAsync(cancellation);
    }

    /// <summary>Whether the page of a kind says whether it is in force.</summary>
    public static bool HasStatus(DocumentKind kind) => kind is DocumentKind.PolicyDocument or DocumentKind.NormativeDocument or DocumentKind.Rule or DocumentKind.Regime or DocumentKind.Plan;

    internal static DocumentStatus StatusOf(Publication publication, DateOnly day) => new DocumentValidity(publication.EffectiveOn, publication.ExpiresOn, publication.AmendedOn, publication.RepealedOn).On(day);

    private IQueryable<Publication> Matching(PublicDocumentFilter filter)
    {
        var today = time.Today();
        var publications = db.PublicPublications(today);
        publications = filter.AgencyId is { } agency ? publications.Where(publication => publication.AgencyId == agency) : publications;
        publications = filter.Category is { } category ? publications.Where(publication => publication.Category == category) : publications;
        publications = filter.CatalogItemId is { } item ? publications.Where(publication => publication.CatalogItemId == item) : publications;
        publications = filter.Kinds is { Count: > 0 } kinds ? publications.Where(publication => kinds.Contains(publication.Kind)) : publications;
        publications = string.IsNullOrWhiteSpace(filter.Topic) ? publications : publications.Where(publication => publication.Topic == filter.Topic);
        if (filter.Year is { } year and >= 1950 and <= 2200)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            publications = publications.Where(publication => publication.MadeOn >= from && publication.MadeOn <= to);
        }

        return filter.Status is { } status ? InStatus(publications, status, today) : publications;
    }

    internal static IQueryable<Publication> InStatus(IQueryable<Publication> publications, DocumentStatus status, DateOnly today) => status switch
    {
        DocumentStatus.Repealed => publications.Where(publication => publication.RepealedOn <= today && !(publication.ExpiresOn < publication.RepealedOn)),
        DocumentStatus.Expired => publications.Where(publication => publication.ExpiresOn < today && (publication.RepealedOn == null || publication.ExpiresOn < publication.RepealedOn)),
        DocumentStatus.NotYetInForce => InForceOrTo(publications, today).Where(publication => publication.EffectiveOn > today),
        DocumentStatus.Amended => InForceOrTo(publications, today).Where(publication => (publication.EffectiveOn == null || publication.EffectiveOn <= today) && publication.AmendedOn <= today),
        DocumentStatus.InForce => InForceOrTo(publications, today).Where(publication => (publication.EffectiveOn == null || publication.EffectiveOn <= today) && (publication.AmendedOn == null || publication.AmendedOn > today)),
    };

    private static IQueryable<Publication> InForceOrTo(IQueryable<Publication> publications, DateOnly today) =>
        publications.Where(publication => (publication.RepealedOn == null || publication.RepealedOn > today) && (publication.ExpiresOn == null || publication.ExpiresOn >= today));

    private IQueryable<PublicDocumentLine> Lines(IQueryable<Publication> publications) => publications.Select(publication => new PublicDocumentLine
    {
        Id = publication.DocumentId,
        AgencyId = publication.AgencyId,
        AgencyName = db.Agencies.Where(agency => agency.Id == publication.AgencyId).Select(agency => agency.ShortName ?? agency.Name).Single(),
        Title = publication.Title,
        Kind = publication.Kind,
        Number = publication.Number,
        MadeOn = publication.MadeOn,
        PublishedAt = publication.PublishedAt,
        UpdatedAt = publication.UpdatedAt,
        Summary = publication.Summary,
        InterpretationForm = publication.InterpretationForm,
        Validity = new DocumentValidity(publication.EffectiveOn, publication.ExpiresOn, publication.AmendedOn, publication.RepealedOn),
    });

    private static (DateTimeOffset At, long Id)? KeyOf(string? after) =>
        after?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? (new DateTimeOffset(at, TimeSpan.Zero), last) : null;
}

/// <summary>Which documents a public list shows; null leaves it open.</summary>
public sealed record PublicDocumentFilter
{
    public int? AgencyId { get; init; }

    public CatalogCategory? Category { get; init; }

    public int? CatalogItemId { get; init; }

    public IReadOnlyList<DocumentKind>? Kinds { get; init; }

    public string? Topic { get; init; }

    /// <summary>The year of its making.</summary>
    public int? Year { get; init; }

    public DocumentStatus? Status { get; init; }
}

/// <summary>A document in a public list.</summary>
public sealed record PublicDocumentLine
{
    public required long Id { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string Title { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string Number { get; init; }

    public required DateOnly? MadeOn { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string Summary { get; init; }

    public required InterpretationForm? InterpretationForm { get; init; }

    public required DocumentValidity Validity { get; init; }

    /// <summary>Whether it is in force; null for a kind of which that is not said.</summary>
    public DocumentStatus? StatusOn(DateOnly day) => PublicDocumentQueries.HasStatus(Kind) ? Validity.On(day) : null;
}

/// <summary>A document with all that its page shows.</summary>
public sealed record PublicDocument
{
    public required Publication Publication { get; init; }

    public required string AgencyName { get; init; }

    public required string? CatalogItem { get; init; }

    public required DocumentStatus? Status { get; init; }

    public required IReadOnlyList<PublicDocumentFile> Files { get; init; }

    public required IReadOnlyList<PublicDocumentLine> Interpretations { get; init; }

    public required PublicDocumentLine? Interprets { get; init; }

    /// <summary>The newest others of the same agency under the same line of the catalog.</summary>
    public required IReadOnlyList<PublicDocumentLine> Related { get; init; }
}

/// <summary>A file that anyone may have.</summary>
public sealed record PublicDocumentFile(long Id, Guid BlobId, string Name, string ContentType, long Length);
