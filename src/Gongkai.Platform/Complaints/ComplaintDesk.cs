using Gongkai.Law.Supervision;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Complaints;

/// <summary>Assigns a complaint, records its steps and its answer, and takes back what was entered wrongly.</summary>
public sealed class ComplaintDesk(GongkaiDb db, Calendars.Calendars calendars, InstallationSettings settings, AuditTrail audit, Outbox outbox, TimeProvider time)
{
    private const int Longest = 4000;

    private ComplaintRules? rules;

    public async Task<ComplaintTaken> AssignAsync(long complaintId, Guid handlerId, string? note, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var today = time.Today();
        if (await TakeAsync(complaintId, actor, cancellation) is not { } complaint)
        {
            return new(null, ComplaintRefusal.NotFound);
        }

        var handler = await db.Answerers(complaint.AgencyId, today).Where(account => account.Id == handlerId).Select(account => account.DisplayName).SingleOrDefaultAsync(cancellation);
        if (complaint.IsClosed || handler is null)
        {
            return new(complaintId, complaint.IsClosed ? ComplaintRefusal.WrongState : ComplaintRefusal.NoSuchReceiver);
        }

        if (complaint.HandlerId == handlerId && string.IsNullOrWhiteSpace(note))
        {
            return new(complaintId, null);
        }

        complaint.HandlerId = handlerId;
        await AddAsync(complaint, await EventsAsync(complaintId, cancellation), new ComplaintEvent(ComplaintStep.Assigned, today), $"{handler}承办{(string.IsNullOrWhiteSpace(note) ? "" : $"：{note.Trim()}")}", actor, cancellation);
        if (handlerId != actor.AccountId)
        {
            await outbox.TellAsync(
                new Message(handlerId, $"请承办{complaint.Number}", $"请承办{complaint.Number}，在 {complaint.DueOn:yyyy-MM-dd} 前答复。", $"/work/complaints/{complaintId}", FormattableString.Invariant($"complaint/{complaintId}/assigned/{time.GetUtcNow().ToUnixTimeSeconds()}")), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(complaintId, null);
    }

    public async Task<ComplaintTaken> RecordAsync(long complaintId, ComplaintEvent happened, string note, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await TakeAsync(complaintId, actor, cancellation) is not { } complaint)
        {
            return new(null, ComplaintRefusal.NotFound);
        }

        if (await RefuseAsync(complaint, happened, note, cancellation) is { } refusal)
        {
            return new(complaintId, refusal);
        }

        await AddAsync(complaint, await EventsAsync(complaintId, cancellation), happened, note.Trim(), actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(complaintId, null);
    }

    public async Task<ComplaintTaken> RetractAsync(long complaintId, long eventId, string why, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await TakeAsync(complaintId, actor, cancellation) is not { } complaint)
        {
            return new(null, ComplaintRefusal.NotFound);
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return new(complaintId, ComplaintRefusal.TextMissing);
        }

        var events = await EventsAsync(complaintId, cancellation);
        if (events.Find(recorded => recorded.Id == eventId && recorded.RetractedAt is null) is not { } wrong || wrong.Step == ComplaintStep.Received)
        {
            return new(complaintId, ComplaintRefusal.NoSuchEvent);
        }

        wrong.RetractedAt = time.GetUtcNow();
        wrong.RetractedByName = actor.Name;
        wrong.RetractedBecause = why.Trim();
        await MirrorAsync(complaint, events, cancellation);
        await audit.RecordAsync(
            actor, complaint.AgencyId, "complaint.stepRetracted", $"complaint/{complaintId}", new { wrong.Step, On = wrong.HappenedOn.ToString("yyyy-MM-dd", null) }, new { Reason = PersonalData.Mask(why.Trim()) }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(complaintId, null);
    }

    /// <summary>Computes the open complaints anew: the calendar or the days of the local rule may have changed.</summary>
    internal async Task RenewAsync(CancellationToken cancellation)
    {
        var open = Portions.ReadAsync(
            last => db.Complaints.AsNoTracking().Where(complaint => complaint.Id > last && !complaint.IsClosed).OrderBy(complaint => complaint.Id)
                .Select(complaint => new { complaint.Id, complaint.AgencyId, complaint.ReceivedOn, complaint.DueOn }),
            complaint => complaint.Id, cancellation);
        await foreach (var complaint in open)
        {
            var dueOn = (await StandingAsync(complaint.AgencyId, [new ComplaintEvent(ComplaintStep.Received, complaint.ReceivedOn)], cancellation)).Clock.LastDay!.Value;
            if (dueOn != complaint.DueOn)
            {
                await db.Complaints.Where(found => found.Id == complaint.Id && found.ReceivedOn == complaint.ReceivedOn).ExecuteUpdateAsync(set => set.SetProperty(found => found.DueOn, dueOn), cancellation);
            }
        }
    }

    /// <summary>The authority to which one complains of an agency: its 主管部门, else the government above.</summary>
    internal async Task<int?> AuthorityOfAsync(int agencyId, CancellationToken cancellation)
    {
        var agency = await db.Agencies.AsNoTracking().SingleAsync(found => found.Id == agencyId, cancellation);
        return agency.AuthorityId ?? await db.Agencies.AsNoTracking().Where(above => above.Id != agencyId && agency.Path.StartsWith(above.Path) && above.Kind == AgencyKind.Government)
            .OrderByDescending(above => above.Path.Length).Select(above => (int?)above.Id).FirstOrDefaultAsync(cancellation) ?? agency.ParentId ?? agency.Id;
    }

    internal async Task<bool> CoversAsync(int agencyId, DateOnly day, CancellationToken cancellation) => (await calendars.OfAsync(agencyId, cancellation)).Covers(day);

    internal async Task<string> NumberAsync(int agencyId, CancellationToken cancellation)
    {
        var year = time.Today().Year;
        return FormattableString.Invariant($"投诉{year}-{await db.NextNumberAsync(agencyId, RunningNumbers.Complaints, year, cancellation):0000}");
    }

    /// <summary>Writes a step with its audit entry and computes the columns anew; the caller saves. What a complaint says stays out of the audit trail.</summary>
    internal async Task AddAsync(Complaint complaint, List<RecordedComplaintEvent> events, ComplaintEvent happened, string? note, Actor actor, CancellationToken cancellation)
    {
        var recorded = new RecordedComplaintEvent
        {
            ComplaintId = complaint.Id, Step = happened.Step, HappenedOn = happened.On, Finding = happened.Finding, Measure = happened.Measure, Note = note,
            RecordedAt = time.GetUtcNow(), RecordedByName = actor.Name,
        };
        db.ComplaintEvents.Add(recorded);
        events.Add(recorded);
        await MirrorAsync(complaint, events, cancellation);
        await audit.RecordAsync(
            actor, complaint.AgencyId, happened.Step == ComplaintStep.Received ? "complaint.received" : "complaint.stepRecorded", $"complaint/{complaint.Id}", null,
            new { complaint.Number, complaint.AgainstId, happened.Step, On = happened.On.ToString("yyyy-MM-dd", null), happened.Finding, happened.Measure }, cancellation);
    }

    internal Task<ComplaintStanding> StandingAsync(int agencyId, IEnumerable<RecordedComplaintEvent> events, CancellationToken cancellation) =>
        StandingAsync(agencyId, events.Where(recorded => recorded.RetractedAt is null).Select(recorded => recorded.Event), cancellation);

    private async Task<ComplaintStanding> StandingAsync(int agencyId, IEnumerable<ComplaintEvent> events, CancellationToken cancellation) => ComplaintStanding.Of(
        events, (rules ??= await settings.ReadAsync<ComplaintRules>(ComplaintRules.Setting, cancellation) ?? new ComplaintRules()).Days,
        await calendars.OfAsync(agencyId, cancellation), time.Today());

    private async Task<ComplaintRefusal?> RefuseAsync(Complaint complaint, ComplaintEvent happened, string note, CancellationToken cancellation) =>
        happened.Step is ComplaintStep.Received or ComplaintStep.Assigned || complaint.IsClosed != (happened.Step == ComplaintStep.Corrected) ? ComplaintRefusal.WrongState
        : string.IsNullOrWhiteSpace(note) ? ComplaintRefusal.TextMissing
        : note.Length > Longest ? ComplaintRefusal.TextTooLong
        : happened.On > time.Today() ? ComplaintRefusal.DateInFuture
        : happened.On < complaint.ReceivedOn || !await CoversAsync(complaint.AgencyId, happened.On, cancellation) ? ComplaintRefusal.DateOutOfRange
        : happened.Step == ComplaintStep.Answered && happened.Finding is null ? ComplaintRefusal.FindingMissing
        : happened.Finding is { } finding && ComplaintStanding.NeedsMeasure(finding) && happened.Measure is null ? ComplaintRefusal.MeasureMissing
        : null;

    private async Task<Complaint?> TakeAsync(long complaintId, Actor actor, CancellationToken cancellation)
    {
        var complaint = await db.Complaints.FromSql($"SELECT *, xmin FROM complaints WHERE id = {complaintId} FOR UPDATE").SingleOrDefaultAsync(cancellation);
        return complaint is not null && await db.Agencies.Where(agency => agency.Id == complaint.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation) is var path && Gate.May(actor, Act.HandleRequests, path)
            ? complaint
            : null;
    }

    private Task<List<RecordedComplaintEvent>> EventsAsync(long complaintId, CancellationToken cancellation) =>
        db.ComplaintEvents.Where(recorded => recorded.ComplaintId == complaintId).OrderBy(recorded => recorded.Id).ToListAsync(cancellation);

    private async Task MirrorAsync(Complaint complaint, List<RecordedComplaintEvent> events, CancellationToken cancellation)
    {
        var standing = await StandingAsync(complaint.AgencyId, events, cancellation);
        complaint.ReceivedOn = standing.ReceivedOn;
        complaint.Step = standing.Step;
        complaint.IsClosed = standing.IsClosed;
        complaint.DueOn = standing.Clock.LastDay!.Value;
        complaint.ClosedOn = standing.ClosedOn;
        complaint.Finding = standing.Finding;
        complaint.Measure = standing.Measure;
    }
}
