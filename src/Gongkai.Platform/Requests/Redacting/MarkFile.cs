using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Redaction;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Redacting;

/// <summary>标注遮盖: which places of a file are to be covered. Kept, so that one may go on later; nothing is covered yet.</summary>
public sealed class MarkFile(GongkaiDb db, FileReading files, RedactionQueries queries, AuditTrail audit, TimeProvider time)
{
    /// <summary>The most marks of one file.</summary>
    public const int Most = 2000;

    /// <summary>Marks some places.</summary>
    public async Task<Result> AddAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (await files.FindAsync(command.RequestId, command.FileId, actor, cancellation) is not { } file)
        {
            return new Result { Refusal = Refusal.NotFound };
        }

        var pages = (await queries.FindAsync(command.RequestId, command.FileId, actor, cancellation))?.Pages.Count ?? 0;
        var areas = command.Areas.Select(area => area.OnPage()).OfType<PageArea>().Where(area => area.Page <= pages).ToList();
        if (areas.Count == 0 || !MarkList.Grounds.Any(rule => rule.Outcome == command.Ground))
        {
            return new Result { Refusal = Refusal.NothingMarked };
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var kept = Working(file.File.Id);
        if (await kept.CountAsync(cancellation) + areas.Count > Most)
        {
            return new Result { Refusal = Refusal.TooMany };
        }

        var now = time.GetUtcNow();
        db.RequestMarks.AddRange(areas.Select(area => new RequestMark
        {
            RequestId = command.RequestId, FileId = command.FileId, Page = area.Page,
            AreaLeft = area.Left, AreaTop = area.Top, AreaWidth = area.Width, AreaHeight = area.Height,
            Ground = command.Ground, MadeAt = now, MadeBy = actor.AccountId, MadeByName = actor.Name,
        }));
        await audit.RecordAsync(actor, file.AgencyId, "request.marked", $"request/{command.RequestId}", null, new { File = command.FileId, Marks = areas.Count, command.Ground }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result { Count = areas.Count };
    }

    /// <summary>Marks every place where one of the words stands.</summary>
    public async Task<Result> CoverWordsAsync(Words command, Actor actor, CancellationToken cancellation)
    {
        if (await queries.FindWordsAsync(command.RequestId, command.FileId, command.Phrases, actor, cancellation) is not { } found)
        {
            return new Result { Refusal = Refusal.NotFound };
        }

        return found.Complaint is { } complaint ? new Result { Refusal = Refusal.Unreadable, Complaint = complaint }
            : !found.HasText ? new Result { Refusal = Refusal.NoText }
            : found.Places.Count == 0 ? new Result { Refusal = Refusal.WordsNotFound }
            : await AddAsync(new Command(command.RequestId, command.FileId, command.Ground, [.. found.Places.SelectMany(place => place.Areas)]), actor, cancellation) is { Refusal: null }
                ? new Result { Count = found.Places.Count }
                : new Result { Refusal = Refusal.TooMany };
    }

    /// <summary>Takes one mark away.</summary>
    public Task<Result> RemoveAsync(long requestId, long fileId, long markId, Actor actor, CancellationToken cancellation) =>
        RemoveAsync(requestId, fileId, marks => marks.Where(mark => mark.Id == markId), actor, cancellation);

    /// <summary>Takes away what was marked last, all of it where it was several places at once.</summary>
    public Task<Result> UndoAsync(long requestId, long fileId, Actor actor, CancellationToken cancellation) =>
        RemoveAsync(requestId, fileId, marks => marks.Where(mark => mark.MadeAt == marks.Max(other => other.MadeAt)), actor, cancellation);

    private async Task<Result> RemoveAsync(long requestId, long fileId, Func<IQueryable<RequestMark>, IQueryable<RequestMark>> which, Actor actor, CancellationToken cancellation)
    {
        if (await files.FindAsync(requestId, fileId, actor, cancellation) is not { } file)
        {
            return new Result { Refusal = Refusal.NotFound };
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var removed = await which(Working(fileId)).ExecuteDeleteAsync(cancellation);
        if (removed == 0)
        {
            return new Result { Refusal = Refusal.NothingMarked };
        }

        await audit.RecordAsync(actor, file.AgencyId, "request.markRemoved", $"request/{requestId}", new { File = fileId, Marks = removed }, null, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result { Count = removed };
    }

    private IQueryable<RequestMark> Working(long fileId) => db.RequestMarks.Where(mark => mark.FileId == fileId && mark.ResultId == null);

    public sealed record Command(long RequestId, long FileId, Outcome Ground, IReadOnlyList<PageArea> Areas);

    public sealed record Words(long RequestId, long FileId, Outcome Ground, IReadOnlyList<string> Phrases);

    public enum Refusal
    {
        NotFound,

        /// <summary>No area lies on a page, or the ground is none of articles 14 to 16.</summary>
        NothingMarked,

        TooMany,

        /// <summary>The file was scanned: it has no letters to look for.</summary>
        NoText,

        WordsNotFound,

        Unreadable,
    }

    public sealed record Result
    {
        public Refusal? Refusal { get; init; }

        /// <summary>Why the file cannot be read.</summary>
        public string? Complaint { get; init; }

        /// <summary>How many places it was.</summary>
        public int Count { get; init; }
    }
}
