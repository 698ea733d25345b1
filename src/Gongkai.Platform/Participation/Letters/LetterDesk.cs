using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Letters;

/// <summary>Answers a letter, puts somebody in charge of it, or hands it to the agency whose matter it is.</summary>
public sealed class LetterDesk(GongkaiDb db, LetterClock clock, LetterTidings tidings, AuditTrail audit, TimeProvider time)
{
    public const int LongestAnswer = 10_000;

    private const int LongestReason = 500;

    /// <summary>How often a letter may be handed on: nobody is sent round in a circle.</summary>
    private const int MostTransfers = 3;

    /// <summary>Answers it; what was answered before is corrected or added to.</summary>
    public Task<ParticipationResult> AnswerAsync(long letterId, string answer, Actor actor, CancellationToken cancellation) => TakeAsync(letterId, actor, async letter =>
    {
        if (string.IsNullOrWhiteSpace(answer) || answer.Length > LongestAnswer)
        {
            return answer.Length > LongestAnswer ? ParticipationRefusal.TextTooLong : ParticipationRefusal.TextMissing;
        }

        var step = letter.AnsweredOn is null ? LetterStepKind.Answered : LetterStepKind.AnsweredAgain;
        letter.Answer = answer.Trim();
        letter.AnsweredOn ??= time.Today();
        await RecordAsync(letter, step, letter.Answer, step == LetterStepKind.Answered ? "letter.answered" : "letter.answeredAgain", actor, cancellation);
        return null;
    }, cancellation);

    /// <summary>交办: one of those who answer the agency's letters is in charge of it, until somebody else is.</summary>
    public Task<ParticipationResult> AssignAsync(long letterId, Guid handlerId, string? note, Actor actor, CancellationToken cancellation) => TakeAsync(letterId, actor, async letter =>
    {
        if (letter.AnsweredOn is not null || note?.Length > LongestReason)
        {
            return letter.AnsweredOn is not null ? ParticipationRefusal.WrongState : ParticipationRefusal.TextTooLong;
        }

        if (await db.Answerers(letter.AgencyId, time.Today()).Where(account => account.Id == handlerId).Select(account => account.DisplayName).SingleOrDefaultAsync(cancellation) is not { } handler)
        {
            return ParticipationRefusal.NoSuchHandler;
        }

        if (letter.HandlerId == handlerId && string.IsNullOrWhiteSpace(note))
        {
            return null;
        }

        letter.HandlerId = handlerId;
        await RecordAsync(letter, LetterStepKind.Assigned, $"{handler}承办{(string.IsNullOrWhiteSpace(note) ? "" : $"：{note.Trim()}")}", "letter.assigned", actor, cancellation);
        if (handlerId != actor.AccountId)
        {
            await tidings.TellAsync(letter, $"请承办{ParticipationWords.Of(letter.Kind)}{letter.Number}，在 {letter.DueOn:yyyy-MM-dd} 前答复。", FormattableString.Invariant($"assigned{time.GetUtcNow().ToUnixTimeSeconds()}"), cancellation);
        }

        return null;
    }, cancellation);

    public Task<ParticipationResult> TransferAsync(long letterId, int toAgencyId, string why, Actor actor, CancellationToken cancellation) => TakeAsync(letterId, actor, async letter =>
    {
        var today = time.Today();
        if (letter.AnsweredOn is not null || letter.Transfers >= MostTransfers)
        {
            return letter.AnsweredOn is not null ? ParticipationRefusal.WrongState : ParticipationRefusal.TooMany;
        }

        if (string.IsNullOrWhiteSpace(why) || why.Length > LongestReason)
        {
            return string.IsNullOrWhiteSpace(why) ? ParticipationRefusal.ReasonMissing : ParticipationRefusal.TextTooLong;
        }

        if (toAgencyId == letter.AgencyId || !await db.Agencies.AnyAsync(agency => agency.Id == toAgencyId && agency.ValidFrom <= today && (agency.ValidTo == null || agency.ValidTo >= today), cancellation))
        {
            return ParticipationRefusal.NoSuchReceiver;
        }

        var from = letter.AgencyId;
        letter.AgencyId = toAgencyId;
        letter.HandlerId = null;
        letter.Transfers++;
        letter.CountedFrom = await clock.HandedOnAsync(letter, today, cancellation);
        letter.DueOn = await clock.DueAsync(toAgencyId, letter.Kind, letter.CountedFrom, cancellation);
        await audit.RecordAsync(actor, from, "letter.transferred", FormattableString.Invariant($"letters/{letter.Id}"), new { AgencyId = from }, new { AgencyId = toAgencyId, Note = PersonalData.Mask(why.Trim()) }, cancellation);
        await RecordAsync(letter, LetterStepKind.Transferred, why.Trim(), "letter.received", actor, cancellation);
        var sender = await db.Agencies.Where(agency => agency.Id == from).Select(agency => agency.Name).SingleAsync(cancellation);
        await tidings.TellAsync(letter, $"{sender}转来{ParticipationWords.Of(letter.Kind)}{letter.Number}，请在 {letter.DueOn:yyyy-MM-dd} 前答复。", FormattableString.Invariant($"transfer{letter.Transfers}"), cancellation);
        return null;
    }, cancellation);

    private async Task RecordAsync(Letter letter, LetterStepKind step, string note, string action, Actor actor, CancellationToken cancellation)
    {
        db.LetterSteps.Add(new LetterStep { LetterId = letter.Id, Step = step, AgencyId = letter.AgencyId, Note = note, At = time.GetUtcNow(), ByName = actor.Name });
        await audit.RecordAsync(actor, letter.AgencyId, action, FormattableString.Invariant($"letters/{letter.Id}"), null, new { letter.Number, letter.Kind, Note = PersonalData.Mask(note) }, cancellation);
    }

    private async Task<ParticipationResult> TakeAsync(long letterId, Actor actor, Func<Letter, Task<ParticipationRefusal?>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Letters.FromSql($"SELECT * FROM letters WHERE id = {letterId} FOR UPDATE").SingleOrDefaultAsync(cancellation) is not { } letter
            || !Gate.May(actor, Act.ViewRequests, await db.Agencies.Where(agency => agency.Id == letter.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation)))
        {
            return ParticipationResult.Refused(ParticipationRefusal.NotFound);
        }

        if (!Gate.May(actor, Act.HandleRequests, await db.Agencies.Where(agency => agency.Id == letter.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation)))
        {
            return ParticipationResult.Refused(ParticipationRefusal.NotAllowed);
        }

        if (await change(letter) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return ParticipationResult.Refused(refusal);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(letterId, null);
    }
}
