using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>What every step of a filing does: lock, ask the gate, change, keep the report as it stood, write the event and the audit entry, all in one transaction.</summary>
public sealed class FilingSteps(GongkaiDb db, FilingDesk desk, FilingTidings tidings, AuditTrail audit, TimeProvider time)
{
    /// <summary>Takes a step, or says why not and what happened last.</summary>
    internal async Task<StepResult> TakeAsync(int filingId, FilingAction action, Actor actor, Func<FilingInHand, Task<StepTaken>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await desk.TakeAsync(filingId, cancellation) is not { } hand)
        {
            return new StepResult { Refusal = FilingRefusal.NotFound };
        }

        if (FilingGate.Refuse(hand.Situation, action, actor) is { } refused)
        {
            return await RefuseAsync(hand.Filing, refused, actor, [], cancellation);
        }

        var before = hand.Filing.State;
        var taken = await change(hand);
        if (taken.Refusal is { } refusal)
        {
            db.Entry(hand.Filing).State = EntityState.Detached;
            return await RefuseAsync(hand.Filing, refusal, actor, taken.Hindrances, cancellation, before);
        }

        if (taken.Step is { } step)
        {
            await RecordAsync(hand.Filing, step, actor, taken.Note, taken.Role, before, taken.NewVersion, cancellation);
            await tidings.TellAsync(hand, step, actor, taken.Note, cancellation);
        }
        else if (taken.Audited is var (act, after))
        {
            await audit.RecordAsync(actor, hand.Filing.AgencyId, act, $"filing/{filingId}", null, after, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new StepResult { State = hand.Filing.State };
    }

    /// <summary>Keeps the report as it stands, the event and the audit entry.</summary>
    internal async Task<int> RecordAsync(
        Filing filing,
        FilingStep step,
        Actor actor,
        string? note = null,
        Role? role = null,
        FilingState? before = null,
        string? newVersion = null,
        CancellationToken cancellation = default)
    {
        var number = await KeepVersionAsync(filing, actor, newVersion ?? FilingWords.Of(step), newVersion is not null, cancellation);
        db.FilingEvents.Add(new FilingEvent
        {
            FilingId = filing.Id,
            Step = step,
            At = time.GetUtcNow(),
            AccountId = actor.AccountId,
            ActorName = actor.Name,
            Role = role,
            Note = note,
            VersionNumber = number,
        });
        await audit.RecordAsync(
            actor,
            filing.AgencyId,
            $"filing.{char.ToLowerInvariant(step.ToString()[0])}{step.ToString()[1..]}",
            $"filing/{filing.Id}",
            before is null ? null : new { State = before },
            new { filing.State, Version = number, Note = note, Role = role },
            cancellation);
        return number;
    }

    /// <summary>A new version, or the last one where the report has not changed since.</summary>
    internal async Task<int> KeepVersionAsync(Filing filing, Actor actor, string reason, bool always, CancellationToken cancellation)
    {
        var last = await db.FilingVersions.AsNoTracking().Where(version => version.FilingId == filing.Id).OrderByDescending(version => version.Number)
            .Select(version => new { version.Number, IsSame = version.Content == filing.Content }).FirstOrDefaultAsync(cancellation);
        if (last is { IsSame: true } && !always)
        {
            return last.Number;
        }

        var now = time.GetUtcNow();
        var isPublished = filing.State == FilingState.Published;
        var version = new FilingVersion
        {
            FilingId = filing.Id,
            Number = (last?.Number ?? 0) + 1,
            Content = filing.Content,
            Figures = filing.Figures,
            CreatedAt = now,
            CreatedBy = actor.AccountId,
            CreatedByName = actor.Name,
            Reason = reason,
            PublishedAt = isPublished ? now : null,
        };
        db.FilingVersions.Add(version);
        if (isPublished)
        {
            filing.PublishedVersion = version.Number;
        }

        return version.Number;
    }

    private async Task<StepResult> RefuseAsync(
        Filing filing, FilingRefusal refusal, Actor actor, IReadOnlyList<string> hindrances, CancellationToken cancellation, FilingState? state = null)
    {
        if (refusal == FilingRefusal.NotFound)
        {
            return new StepResult { Refusal = refusal };
        }

        var last = await db.FilingEvents.AsNoTracking().Where(happened => happened.FilingId == filing.Id && happened.Step != FilingStep.Urged).OrderByDescending(happened => happened.Id)
            .Select(happened => new LastStep(happened.Step, happened.At, happened.ActorName, happened.AccountId == actor.AccountId)).FirstOrDefaultAsync(cancellation);
        return new StepResult { Refusal = refusal, State = state ?? filing.State, Last = last, Hindrances = hindrances };
    }
}

/// <summary>What a step changed: the event to write, or why it was not taken.</summary>
internal sealed record StepTaken
{
    public FilingStep? Step { get; init; }

    public FilingRefusal? Refusal { get; init; }

    public IReadOnlyList<string> Hindrances { get; init; } = [];

    public string? Note { get; init; }

    public Role? Role { get; init; }

    /// <summary>The reason of a version that is kept even where the report is the same as in the last one.</summary>
    public string? NewVersion { get; init; }

    /// <summary>What the audit entry says, where nothing moved and no event is written.</summary>
    public (string Action, object After)? Audited { get; init; }

    public static StepTaken Noted(string action, object after) => new() { Audited = (action, after) };

    public static StepTaken Done(FilingStep step, string? note = null) => new() { Step = step, Note = note };

    public static StepTaken Refused(FilingRefusal refusal, IReadOnlyList<string>? hindrances = null) => new() { Refusal = refusal, Hindrances = hindrances ?? [] };
}

/// <summary>What came of a step of a filing.</summary>
public sealed record StepResult
{
    public FilingRefusal? Refusal { get; init; }

    /// <summary>Where the filing stands now.</summary>
    public FilingState State { get; init; }

    /// <summary>What happened last, where the step was refused.</summary>
    public LastStep? Last { get; init; }

    /// <summary>What stands in the way, each a sentence.</summary>
    public IReadOnlyList<string> Hindrances { get; init; } = [];

    public bool IsDone => Refusal is null;

    /// <summary>The refusal as a sentence that says what happened; null where the step was taken.</summary>
    public string? Message => Refusal switch
    {
        null => null,
        FilingRefusal.WrongState when Last is { } last =>
            $"{(last.IsOwn ? "您" : last.ActorName)}已于{last.At.InBeijing():M月d日 HH:mm}{FilingWords.Of(last.Step)}，年报现在是“{FilingWords.Of(State)}”，不能再做这一步。请刷新页面看看。",
        { } refusal => FilingWords.Sentence(refusal, State),
    };
}

/// <summary>The last step of a filing.</summary>
public sealed record LastStep(FilingStep Step, DateTimeOffset At, string ActorName, bool IsOwn);
