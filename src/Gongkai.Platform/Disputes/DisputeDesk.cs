using Gongkai.Law.Calendar;
using Gongkai.Law.Disputes;
using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Disputes;

/// <summary>Opens a dispute, records its steps, and takes back what was entered wrongly.</summary>
public sealed class DisputeDesk(GongkaiDb db, Calendars.Calendars calendars, AuditTrail audit, TimeProvider time)
{
    private static readonly DisputeStep[] OfReconsideration =
        [.. Enum.GetValues<DisputeStep>().Where(step => step <= DisputeStep.CorrectionReported)];

    private static readonly DisputeStep[] EndingAnInstance =
        [DisputeStep.Decided, DisputeStep.JudgmentReceived, DisputeStep.RulingReceived, DisputeStep.FinalJudgmentReceived];

    /// <summary>The steps that a dispute of a kind can have.</summary>
    public static IReadOnlyList<DisputeStep> StepsOf(DisputeKind kind) =>
        kind == DisputeKind.Reconsideration ? OfReconsideration : [.. Enum.GetValues<DisputeStep>().Except(OfReconsideration)];

    /// <summary>Whether a step brings a result.</summary>
    public static bool BringsResult(DisputeStep step) => EndingAnInstance.Contains(step);

    public async Task<DisputeTaken> OpenAsync(Opening opening, Actor actor, CancellationToken cancellation)
    {
        if (!await MayAsync(opening.AgencyId, actor, cancellation))
        {
            return new(null, DisputeRefusal.NotAllowed);
        }

        if (string.IsNullOrWhiteSpace(opening.Body) || string.IsNullOrWhiteSpace(opening.Subject) || string.IsNullOrWhiteSpace(opening.Complainant))
        {
            return new(null, DisputeRefusal.TextMissing);
        }

        if (opening.RequestId is { } requestId && !await db.Requests.AnyAsync(request => request.Id == requestId && request.AgencyId == opening.AgencyId, cancellation))
        {
            return new(null, DisputeRefusal.NoSuchRequest);
        }

        if (await RefuseAsync(opening.AgencyId, opening.Kind, opening.First, cancellation) is { } refusal)
        {
            return new(null, refusal);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var dispute = new Dispute
        {
            AgencyId = opening.AgencyId,
            Number = await NumberAsync(db, opening.AgencyId, time.Today().Year, cancellation),
            Kind = opening.Kind,
            RequestId = opening.RequestId,
            Body = opening.Body.Trim(),
            CaseNumber = string.IsNullOrWhiteSpace(opening.CaseNumber) ? null : opening.CaseNumber.Trim(),
            ComplainantLabel = Requests.Applicant.LabelOf(opening.Complainant.Trim(), opening.IsPerson),
            Subject = opening.Subject.Trim(),
            CreatedAt = time.GetUtcNow(),
            CreatedByName = actor.Name,
        };
        db.Disputes.Add(dispute);
        await db.SaveChangesAsync(cancellation);
        await AddAsync(dispute, opening.First, null, actor, [], cancellation);
        await audit.RecordAsync(
            actor, dispute.AgencyId, "dispute.opened", $"dispute/{dispute.Id}", null, new { dispute.Number, dispute.Kind, dispute.Body, dispute.CaseNumber, opening.First.Step, On = opening.First.On.ToString("yyyy-MM-dd", null) }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(dispute.Id, null);
    }

    public async Task<DisputeTaken> RecordAsync(long disputeId, DisputeEvent happened, string? note, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (dispute, refused) = await TakeAsync(disputeId, actor, cancellation);
        if (dispute is null)
        {
            return new(null, refused);
        }

        if (await RefuseAsync(dispute.AgencyId, dispute.Kind, happened, cancellation) is { } refusal)
        {
            return new(disputeId, refusal);
        }

        var events = await db.DisputeEvents.Where(recorded => recorded.DisputeId == disputeId).ToListAsync(cancellation);
        await AddAsync(dispute, happened, note, actor, events, cancellation);
        await audit.RecordAsync(
            actor, dispute.AgencyId, "dispute.stepRecorded", $"dispute/{disputeId}", null, new { happened.Step, On = happened.On.ToString("yyyy-MM-dd", null), happened.Result }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(disputeId, null);
    }

    public async Task<DisputeTaken> RetractAsync(long disputeId, long eventId, string why, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (dispute, refused) = await TakeAsync(disputeId, actor, cancellation);
        if (dispute is null)
        {
            return new(null, refused);
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return new(disputeId, DisputeRefusal.TextMissing);
        }

        var events = await db.DisputeEvents.Where(recorded => recorded.DisputeId == disputeId).ToListAsync(cancellation);
        if (events.Find(recorded => recorded.Id == eventId && recorded.RetractedAt is null) is not { } wrong || events.Count(recorded => recorded.RetractedAt is null) == 1)
        {
            return new(disputeId, DisputeRefusal.NoSuchEvent);
        }

        wrong.RetractedAt = time.GetUtcNow();
        wrong.RetractedByName = actor.Name;
        wrong.RetractedBecause = why.Trim();
        await MirrorAsync(dispute, events, cancellation);
        await audit.RecordAsync(
            actor, dispute.AgencyId, "dispute.stepRetracted", $"dispute/{disputeId}", new { wrong.Step, On = wrong.HappenedOn.ToString("yyyy-MM-dd", null) }, new { Reason = why.Trim() }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(disputeId, null);
    }

    private async Task<(Dispute? Dispute, DisputeRefusal? Refusal)> TakeAsync(long disputeId, Actor actor, CancellationToken cancellation)
    {
        var dispute = await db.Disputes.FromSql($"SELECT *, xmin FROM disputes WHERE id = {disputeId} FOR UPDATE").SingleOrDefaultAsync(cancellation);
        if (dispute is null)
        {
            return (null, DisputeRefusal.NotFound);
        }

        return await MayAsync(dispute.AgencyId, actor, cancellation) ? (dispute, null) : (null, DisputeRefusal.NotFound);
    }

    private async Task<bool> MayAsync(int agencyId, Actor actor, CancellationToken cancellation) =>
        await db.Agencies.Where(agency => agency.Id == agencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation) is { } path
        && Gate.May(actor, Act.HandleRequests, path);

    private async Task<DisputeRefusal?> RefuseAsync(int agencyId, DisputeKind kind, DisputeEvent happened, CancellationToken cancellation) =>
        !StepsOf(kind).Contains(happened.Step) ? DisputeRefusal.WrongStep
        : BringsResult(happened.Step) != happened.Result is not null ? DisputeRefusal.ResultMissing
        : happened.On > time.Today() ? DisputeRefusal.DateInFuture
        : (await calendars.OfAsync(agencyId, cancellation)).Covers(happened.On) ? null : DisputeRefusal.DateOutOfRange;

    private async Task AddAsync(Dispute dispute, DisputeEvent happened, string? note, Actor actor, List<RecordedDisputeEvent> events, CancellationToken cancellation)
    {
        var recorded = new RecordedDisputeEvent
        {
            DisputeId = dispute.Id, Step = happened.Step, HappenedOn = happened.On, Result = happened.Result, Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
            RecordedAt = time.GetUtcNow(), RecordedByName = actor.Name,
        };
        db.DisputeEvents.Add(recorded);
        events.Add(recorded);
        await MirrorAsync(dispute, events, cancellation);
    }

    private async Task MirrorAsync(Dispute dispute, List<RecordedDisputeEvent> events, CancellationToken cancellation) =>
        Mirror(dispute, [.. events.Where(recorded => recorded.RetractedAt is null).Select(recorded => recorded.Event)], await calendars.OfAsync(dispute.AgencyId, cancellation), time.Today());

    /// <summary>Sets the columns that mirror the steps that count.</summary>
    internal static void Mirror(Dispute dispute, IReadOnlyList<DisputeEvent> known, WorkingCalendar calendar, DateOnly today)
    {
        var standing = DisputeStanding.Of(known, today);
        dispute.BegunOn = standing.BegunOn;
        dispute.Result = standing.Result;
        dispute.ResultOn = standing.ResultOn;
        dispute.NextDueOn = DisputeClocks.Of(known, calendar, today)
            .Where(clock => clock.Period.Party == DisputeParty.Agency && clock.State is ClockState.Running or ClockState.Overdue).Min(clock => (DateOnly?)clock.LastDay);
    }

    internal static async Task<string> NumberAsync(GongkaiDb db, int agencyId, int year, CancellationToken cancellation) =>
        FormattableString.Invariant($"争议{year}-{await db.NextNumberAsync(agencyId, RunningNumbers.Disputes, year, cancellation):0000}");

    /// <param name="AgencyId">The agency that answers.</param>
    /// <param name="Kind">Reconsideration, or a suit with or without it before.</param>
    /// <param name="RequestId">The request that it is about; null where none.</param>
    /// <param name="Body">The review body or the court.</param>
    /// <param name="CaseNumber">Its number there.</param>
    /// <param name="Complainant">Who complains; only a label of a person is kept.</param>
    /// <param name="IsPerson">Whether that is a natural person.</param>
    /// <param name="Subject">What it is about.</param>
    /// <param name="First">The step from which the office knows of it.</param>
    public sealed record Opening(int AgencyId, DisputeKind Kind, long? RequestId, string Body, string? CaseNumber, string Complainant, bool IsPerson, string Subject, DisputeEvent First);
}

/// <summary>What came of it.</summary>
public sealed record DisputeTaken(long? DisputeId, DisputeRefusal? Refusal);
