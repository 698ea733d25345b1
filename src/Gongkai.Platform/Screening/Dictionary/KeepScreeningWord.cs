using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Screening.Dictionary;

/// <summary>Adds a word to the dictionary, changes one, or stops looking for one.</summary>
public sealed class KeepScreeningWord(GongkaiDb db, AuditTrail audit, TimeProvider time)
{
    /// <summary>Adds a word, or changes the one with this id.</summary>
    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.ManageScreeningWords))
        {
            return new Result(null, Refusal.NotAllowed);
        }

        var word = command.Word with { Word = command.Word.Word.Trim() };
        if (WordTable.FaultOf(word) is { } fault)
        {
            return new Result(null, Refusal.Wrong, fault);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await LockAsync(db, cancellation);
        if (await db.ScreeningWords.AnyAsync(other => other.Word == word.Word && other.Id != command.Id, cancellation))
        {
            return new Result(null, Refusal.AlreadyThere);
        }

        var stored = command.Id is { } id
            ? await db.ScreeningWords.SingleOrDefaultAsync(known => known.Id == id, cancellation)
            : db.ScreeningWords.Add(new StoredWord { Word = word.Word, Kind = word.Kind, Severity = word.Severity }).Entity;
        if (stored is null)
        {
            return new Result(null, Refusal.NotFound);
        }

        var before = command.Id is null ? null : stored.ForAudit();
        stored.Take(word);
        stored.IsDisabled = command.IsDisabled;
        (stored.ChangedAt, stored.ChangedByName) = (time.GetUtcNow(), actor.Name);
        await db.SaveChangesAsync(cancellation);
        await audit.RecordAsync(actor, actor.AgencyId, before is null ? "screening.wordAdded" : "screening.wordChanged", $"screeningWord/{stored.Id}", before, stored.ForAudit(), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(stored.Id, null);
    }

    /// <summary>Who changes the dictionary waits for who is changing it.</summary>
    internal static Task LockAsync(GongkaiDb db, CancellationToken cancellation) => db.Database.ExecuteSqlAsync($"LOCK TABLE screening_words IN SHARE ROW EXCLUSIVE MODE", cancellation);

    /// <param name="Id">The word to be changed; null for a new one.</param>
    /// <param name="Word">What it is to be.</param>
    /// <param name="IsDisabled">Whether it is no longer looked for.</param>
    public sealed record Command(int? Id, ScreeningWord Word, bool IsDisabled);

    /// <param name="Id">The word, where it was kept.</param>
    /// <param name="Refusal">Why it was not.</param>
    /// <param name="Fault">What is wrong with it, as a sentence.</param>
    public sealed record Result(int? Id, Refusal? Refusal, string? Fault = null);

    public enum Refusal
    {
        NotAllowed,
        NotFound,
        AlreadyThere,
        Wrong,
    }
}
