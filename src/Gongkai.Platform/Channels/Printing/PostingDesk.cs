using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.Printing;

/// <summary>Keeps the boards of an agency and what was posted on them, broadcast and printed.</summary>
public sealed class PostingDesk(GongkaiDb db, AuditTrail audit, TimeProvider time)
{
    private const int LongestPlace = 100;
    private const int FarthestDays = 366;

    public async Task<ChannelRefusal?> AddBoardAsync(int agencyId, string? name, string? place, Actor actor, CancellationToken cancellation)
    {
        if (!await MayAsync(agencyId, Act.ManageChannels, actor, cancellation))
        {
            return ChannelRefusal.NotAllowed;
        }

        var (called, stands) = (name?.Trim() ?? "", place?.Trim() ?? "");
        if (called.Length is 0 or > 60 || stands.Length > LongestPlace)
        {
            return ChannelRefusal.NameMissing;
        }

        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var added = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO boards (agency_id, name, place, is_on, created_at) VALUES ({agencyId}, {called}, {stands}, true, {now}) ON CONFLICT (agency_id, name) WHERE is_on DO NOTHING", cancellation);
        if (added == 1)
        {
            await audit.RecordAsync(actor, agencyId, "board.added", $"agency/{agencyId}", before: null, new { called, stands }, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return null;
    }

    /// <summary>Takes a board out of use; what hung on it stays on record.</summary>
    public async Task<ChannelRefusal?> RemoveBoardAsync(long boardId, Actor actor, CancellationToken cancellation)
    {
        var board = await db.Boards.SingleOrDefaultAsync(found => found.Id == boardId && found.IsOn, cancellation);
        if (board is null || !await MayAsync(board.AgencyId, Act.ManageChannels, actor, cancellation))
        {
            return ChannelRefusal.NotFound;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        board.IsOn = false;
        await audit.RecordAsync(actor, board.AgencyId, "board.removed", $"board/{boardId}", new { board.Name }, after: null, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Records that a document was posted, broadcast or printed.</summary>
    public async Task<ChannelRefusal?> RecordAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var today = time.Today();
        var document = await db.Documents.AsNoTracking().Where(found => found.Id == command.DocumentId).Select(found => new { found.AgencyId }).SingleOrDefaultAsync(cancellation);
        if (document is null || !await MayAsync(document.AgencyId, Act.WriteDocuments, actor, cancellation))
        {
            return ChannelRefusal.NotFound;
        }

        var board = command.Kind == PostingKind.Board ? await db.Boards.AsNoTracking().SingleOrDefaultAsync(found => found.Id == command.BoardId && found.AgencyId == document.AgencyId && found.IsOn, cancellation) : null;
        var place = command.Kind == PostingKind.Board ? board?.Name : command.Place?.Trim();
        if (string.IsNullOrEmpty(place) || place.Length > LongestPlace)
        {
            return command.Kind == PostingKind.Board ? ChannelRefusal.NotFound : ChannelRefusal.NameMissing;
        }

        if (command.FromOn is not { } from || from > today || from < today.AddDays(-FarthestDays) || command.UntilOn < from || command.UntilOn > today.AddDays(FarthestDays))
        {
            return ChannelRefusal.DateWrong;
        }

        var version = await db.PublicPublications(today).Where(found => found.DocumentId == command.DocumentId).Select(found => (int?)found.ContentVersion).SingleOrDefaultAsync(cancellation);
        if (version is null)
        {
            return ChannelRefusal.NotPublic;
        }

        var (now, kind, until) = (time.GetUtcNow(), command.Kind.ToString(), command.Kind == PostingKind.Board ? command.UntilOn : null);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO postings (document_id, agency_id, content_version, kind, board_id, place, from_on, until_on, by_name, recorded_at, form_key)
            VALUES ({command.DocumentId}, {document.AgencyId}, {version}, {kind}, {board?.Id}, {place}, {from}, {until}, {actor.Name}, {now}, {command.FormKey})
            ON CONFLICT (form_key) DO NOTHING
            """,
            cancellation);
        if (added == 1)
        {
            await audit.RecordAsync(actor, document.AgencyId, "posting.recorded", $"document/{command.DocumentId}", before: null, new { command.Kind, place, from, until }, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return null;
    }

    /// <summary>Records that it was taken down.</summary>
    public Task<ChannelRefusal?> TakeDownAsync(long postingId, DateOnly? on, Actor actor, CancellationToken cancellation) => TakeAsync(postingId, "posting.takenDown", actor, posting =>
    {
        if (posting is not { Kind: PostingKind.Board, TakenDownOn: null, RetractedAt: null })
        {
            return ChannelRefusal.WrongState;
        }

        if (on is not { } day || day < posting.FromOn || day > time.Today())
        {
            return ChannelRefusal.DateWrong;
        }

        posting.TakenDownOn = day;
        posting.TakenDownByName = actor.Name;
        return null;
    }, cancellation);

    /// <summary>Takes a record back that was wrong; it is counted no more.</summary>
    public Task<ChannelRefusal?> RetractAsync(long postingId, Actor actor, CancellationToken cancellation) => TakeAsync(postingId, "posting.retracted", actor, posting =>
    {
        if (posting.RetractedAt is not null)
        {
            return ChannelRefusal.WrongState;
        }

        posting.RetractedAt = time.GetUtcNow();
        return null;
    }, cancellation);

    private async Task<ChannelRefusal?> TakeAsync(long postingId, string action, Actor actor, Func<Posting, ChannelRefusal?> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var posting = await db.Postings.FromSql($"SELECT * FROM postings WHERE id = {postingId} FOR UPDATE").SingleOrDefaultAsync(cancellation);
        if (posting is null || !await MayAsync(posting.AgencyId, Act.WriteDocuments, actor, cancellation))
        {
            return ChannelRefusal.NotFound;
        }

        if (change(posting) is { } refusal)
        {
            return refusal;
        }

        await audit.RecordAsync(actor, posting.AgencyId, action, $"posting/{postingId}", before: null, new { posting.Place, posting.TakenDownOn }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    private async Task<bool> MayAsync(int agencyId, Act act, Actor actor, CancellationToken cancellation) =>
        await db.Agencies.AsNoTracking().Where(agency => agency.Id == agencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation) is { } path && Gate.May(actor, act, path);

    public sealed record Command(long DocumentId, PostingKind Kind, long? BoardId, string? Place, DateOnly? FromOn, DateOnly? UntilOn, Guid FormKey);
}
