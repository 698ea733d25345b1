using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation;

/// <summary>Takes a text under lock one step on its way to the public, with its audit entry, and tells those who come next.</summary>
public sealed class ReleaseDesk(GongkaiDb db, AuditTrail audit, Outbox outbox, TimeProvider time)
{
    private const int LongestRemark = 500;

    /// <param name="text">What is begun, with its agency and its form.</param>
    /// <param name="write">Writes what was typed into it; not null refuses it.</param>
    /// <param name="actor">Who begins it.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal async Task<ParticipationResult> BeginAsync<TText>(TText text, Func<TText, Task<ParticipationRefusal?>> write, Actor actor, CancellationToken cancellation)
        where TText : BegunText
    {
        var path = await db.Agencies.Where(agency => agency.Id == text.AgencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
        if (path is null || !Gate.May(actor, Act.WriteDocuments, path))
        {
            return ParticipationResult.Refused(ParticipationRefusal.NotAllowed);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({text.FormKey.ToString()}, 2))", cancellation);
        if (await db.Set<TText>().Where(found => found.FormKey == text.FormKey).Select(found => (long?)found.Id).SingleOrDefaultAsync(cancellation) is { } before)
        {
            return new(before, null);
        }

        if (await write(text) is { } refusal)
        {
            return ParticipationResult.Refused(refusal);
        }

        db.Add(text);
        await db.SaveChangesAsync(cancellation);
        await RecordAsync(text, new ReleaseStep(ReleaseAction.Edit), actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(text.Id, null);
    }

    /// <param name="locked">The one row, read for update.</param>
    /// <param name="write">Writes what was typed into it; not null refuses it.</param>
    /// <param name="revision">The revision that the writer had before him.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal Task<ParticipationResult> SaveAsync<TText>(IQueryable<TText> locked, Func<TText, Task<ParticipationRefusal?>> write, int revision, Actor actor, CancellationToken cancellation)
        where TText : ReleasedText =>
        TakeAsync(
            locked, new ReleaseStep(ReleaseAction.Edit), actor,
            async text => (text.Revision == revision ? await write(text) : ParticipationRefusal.ChangedMeanwhile) is { } refusal ? ParticipationResult.Refused(refusal) : null, cancellation);

    /// <param name="locked">The one row, read for update.</param>
    /// <param name="step">What is done.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="change">What goes with the step; not null refuses it.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal async Task<ParticipationResult> TakeAsync<TText>(IQueryable<TText> locked, ReleaseStep step, Actor actor, Func<TText, Task<ParticipationResult?>> change, CancellationToken cancellation)
        where TText : ReleasedText
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await locked.SingleOrDefaultAsync(cancellation) is not { } text)
        {
            return ParticipationResult.Refused(ParticipationRefusal.NotFound);
        }

        var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == text.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        if ((ReleaseGate.Refuse(text, step.Action, path, actor) ?? FaultOf(step)) is { } refused)
        {
            return ParticipationResult.Refused(refused);
        }

        if (await change(text) is { } wrong)
        {
            db.ChangeTracker.Clear();
            return wrong;
        }

        await RecordAsync(text, step, actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return ParticipationResult.Done;
    }

    /// <summary>Marks the step in the text and the audit trail; the caller saves.</summary>
    internal async Task RecordAsync(ReleasedText text, ReleaseStep step, Actor actor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var before = text.Stage;
        (text.Stage, var done) = step.Action switch
        {
            ReleaseAction.Edit => (ReleaseStage.Draft, "saved"),
            ReleaseAction.Send => (ReleaseStage.Waiting, "sent"),
            ReleaseAction.TakeBack => (ReleaseStage.Draft, "takenBack"),
            ReleaseAction.Return => (ReleaseStage.Draft, "returned"),
            ReleaseAction.Release => (ReleaseStage.Released, "released"),
            ReleaseAction.Withdraw => (ReleaseStage.Withdrawn, "withdrawn"),
        };
        switch (step.Action)
        {
            case ReleaseAction.Edit:
                text.Writers = [.. text.Writers.Append(actor.AccountId).Distinct()];
                text.Revision++;
                break;
            case ReleaseAction.Release:
                text.ReleasedAt = now;
                text.ReleasedByName = actor.Name;
                text.Remark = null;
                break;
            case ReleaseAction.Return or ReleaseAction.Withdraw:
                text.Remark = step.Remark!.Trim();
                break;
        }

        text.ChangedAt = now;
        text.ChangedByName = actor.Name;
        await audit.RecordAsync(
            actor, text.AgencyId, $"{text.Noun}.{done}", text.Place, new { Stage = before }, new { text.Stage, text.Revision, Note = string.IsNullOrWhiteSpace(step.Remark) ? null : PersonalData.Mask(step.Remark.Trim()) }, cancellation);
        await TellAsync(text, step.Action, actor, cancellation);
    }

    internal Task ProlongedAsync(Consultations.Consultation consultation, DateOnly lastDay, Actor actor, CancellationToken cancellation) => audit.RecordAsync(
        actor, consultation.AgencyId, "consultation.prolonged", consultation.Place, new { To = consultation.LastDay.ToString("yyyy-MM-dd", null) }, new { To = lastDay.ToString("yyyy-MM-dd", null) }, cancellation);

    private static ParticipationRefusal? FaultOf(ReleaseStep step) =>
        step.Action is ReleaseAction.Return or ReleaseAction.Withdraw && string.IsNullOrWhiteSpace(step.Remark) ? ParticipationRefusal.ReasonMissing
        : step.Remark?.Length > LongestRemark ? ParticipationRefusal.TextTooLong
        : null;

    private async Task TellAsync(ReleasedText text, ReleaseAction action, Actor actor, CancellationToken cancellation)
    {
        var (people, said) = action switch
        {
            ReleaseAction.Send => (await ReleasersAsync(text, cancellation), $"请审核发布：{text.Title}"),
            ReleaseAction.Return => ([.. text.Writers], $"{text.Title}被退回：{text.Remark}"),
            ReleaseAction.Release => ([.. text.Writers], $"{text.Title}已发布"),
            _ => ((List<Guid>)[], ""),
        };
        foreach (var person in people.Where(person => person != actor.AccountId))
        {
            await outbox.TellAsync(new Message(person, said, said, $"/work/{text.Place}", FormattableString.Invariant($"{text.Noun}/{text.Place}/{text.Revision}/{action}/{time.GetUtcNow().ToUnixTimeSeconds()}")), cancellation);
        }
    }

    private Task<List<Guid>> ReleasersAsync(ReleasedText text, CancellationToken cancellation)
    {
        var today = time.Today();
        return (
            from post in db.PostsHeld(today)
            where post.AgencyId == text.AgencyId && (post.Role == Role.Clerk || post.Role == Role.Head || post.Role == Role.AuthorityOfficer) && !text.Writers.Contains(post.AccountId)
            select post.AccountId).Distinct().ToListAsync(cancellation);
    }
}

/// <summary>A step of a text.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Remark">Why it is returned or withdrawn; why what the screening found is let stand.</param>
internal sealed record ReleaseStep(ReleaseAction Action, string? Remark = null);
