using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.Printing;

/// <summary>What is read of boards and of what was posted, broadcast and printed.</summary>
public sealed class PostingQueries(GongkaiDb db, TimeProvider time)
{
    private const int MostInABriefing = 100;

    /// <summary>The boards within reach of those who manage them.</summary>
    public Task<List<BoardRow>> BoardsAsync(Actor actor, CancellationToken cancellation) => (
        from board in db.Boards.AsNoTracking()
        join agency in db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ManageChannels)) on board.AgencyId equals agency.Id
        where board.IsOn
        orderby agency.Id, board.Id
        select new BoardRow(board.Id, agency.Id, agency.ShortName ?? agency.Name, board.Name, board.Place, db.Postings.Count(posting => posting.BoardId == board.Id && posting.TakenDownOn == null && posting.RetractedAt == null))).ToListAsync(cancellation);

    /// <summary>The boards of one agency.</summary>
    public Task<List<BoardRow>> BoardsOfAsync(int agencyId, CancellationToken cancellation) =>
        db.Boards.AsNoTracking().Where(board => board.AgencyId == agencyId && board.IsOn).OrderBy(board => board.Id).Select(board => new BoardRow(board.Id, agencyId, "", board.Name, board.Place, 0)).ToListAsync(cancellation);

    /// <summary>Where a document was posted, broadcast and printed.</summary>
    public async Task<List<PostingRow>> OfDocumentAsync(long documentId, Actor actor, CancellationToken cancellation)
    {
        var today = time.Today();
        var isPublic = await db.PublicPublications(today).AnyAsync(publication => publication.DocumentId == documentId, cancellation);
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewDocuments));
        return await db.Postings.AsNoTracking().Where(posting => posting.DocumentId == documentId && posting.RetractedAt == null && agencies.Any(agency => agency.Id == posting.AgencyId)).OrderByDescending(posting => posting.Id)
            .Select(posting => new PostingRow(
                posting.Id, posting.Kind, posting.Place, posting.FromOn, posting.UntilOn, posting.ByName, posting.ContentVersion, posting.TakenDownOn, posting.TakenDownByName,
                posting.Kind == PostingKind.Board && posting.TakenDownOn == null && (!isPublic || posting.UntilOn < today))).ToListAsync(cancellation);
    }

    /// <summary>What is public of a document within reach; null where nothing is.</summary>
    public async Task<PrintedDocument?> PrintedAsync(long documentId, Actor actor, CancellationToken cancellation)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewDocuments));
        return await (
            from publication in db.PublicPublications(time.Today())
            join agency in agencies on publication.AgencyId equals agency.Id
            where publication.DocumentId == documentId
            select new PrintedDocument(publication, agency.Name)).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>What an agency made public in a span, for the choice of a briefing.</summary>
    public async Task<List<Publication>> SpanAsync(int agencyId, DateOnly from, DateOnly to, Actor actor, CancellationToken cancellation)
    {
        var (begin, end) = (Midnight(from), Midnight(to.AddDays(1)));
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewDocuments));
        return await db.PublicPublications(time.Today()).Where(publication => publication.AgencyId == agencyId && agencies.Any(agency => agency.Id == agencyId) && publication.PublishedAt >= begin && publication.PublishedAt < end)
            .OrderBy(publication => publication.PublishedAt).Take(MostInABriefing).ToListAsync(cancellation);
    }

    private static DateTimeOffset Midnight(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).ToUniversalTime();
}

/// <summary>A board, with how many papers hang on it.</summary>
public sealed record BoardRow(long Id, int AgencyId, string AgencyName, string Name, string Place, int Hanging);

/// <summary>What was posted, broadcast or printed; what must be taken down hangs although its time is over or the document is no longer public.</summary>
public sealed record PostingRow(long Id, PostingKind Kind, string Place, DateOnly FromOn, DateOnly? UntilOn, string ByName, int Version, DateOnly? TakenDownOn, string? TakenDownByName, bool MustTakeDown);

/// <summary>A document as it is printed.</summary>
public sealed record PrintedDocument(Publication Publication, string AgencyName);
