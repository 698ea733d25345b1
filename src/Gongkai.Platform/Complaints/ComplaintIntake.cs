using Gongkai.Law.Requests;
using Gongkai.Law.Supervision;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Applicants;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Complaints;

/// <summary>Takes a complaint: at the desk of the authority, or from the applicant's page of the own case. It goes to the authority above the agency complained of (第五十一条).</summary>
public sealed class ComplaintIntake(GongkaiDb db, ComplaintDesk desk, ApplicantSeal seal, Outbox outbox, TimeProvider time)
{
    private const int Longest = 4000;

    /// <summary>At the desk.</summary>
    public async Task<ComplaintTaken> RegisterAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var path = await db.Agencies.Where(agency => agency.Id == command.AgencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
        if (path is null || !Gate.May(actor, Act.HandleRequests, path))
        {
            return new(null, ComplaintRefusal.NotAllowed);
        }

        if (Refuse(command.Content) is { } refused)
        {
            return new(null, refused);
        }

        if (command.ReceivedOn > time.Today())
        {
            return new(null, ComplaintRefusal.DateInFuture);
        }

        if (!await desk.CoversAsync(command.AgencyId, command.ReceivedOn, cancellation))
        {
            return new(null, ComplaintRefusal.DateOutOfRange);
        }

        if (!await db.Agencies.AnyAsync(agency => agency.Id == command.AgainstId && agency.Id != command.AgencyId && (agency.Path.StartsWith(path) || agency.AuthorityId == command.AgencyId), cancellation))
        {
            return new(null, ComplaintRefusal.NoSuchAgency);
        }

        long? requestId = null;
        if (command.RequestNumber?.Trim() is { Length: > 0 } number)
        {
            requestId = await db.Requests.Where(request => request.AgencyId == command.AgainstId && request.Number == number).Select(request => (long?)request.Id).SingleOrDefaultAsync(cancellation);
            if (requestId is null)
            {
                return new(null, ComplaintRefusal.NoSuchRequest);
            }
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var name = command.Complainant.Name.Trim();
        var complaint = await MakeAsync(
            command.Key,
            async () => new Complaint
            {
                AgencyId = command.AgencyId, AgainstId = command.AgainstId, Number = await desk.NumberAsync(command.AgencyId, cancellation), Kind = command.Kind, Channel = command.Channel, RequestId = requestId,
                ComplainantLabel = name.Length == 0 ? "匿名" : Applicant.LabelOf(name, command.IsPerson), Sealed = name.Length == 0 ? null : seal.Seal(command.Complainant),
                Content = command.Content.Trim(), FormKey = command.Key, CreatedAt = time.GetUtcNow(), CreatedByName = actor.Name,
            },
            command.ReceivedOn, actor, cancellation);
        await transaction.CommitAsync(cancellation);
        return new(complaint, null);
    }

    /// <summary>By the applicant, about the own case.</summary>
    public async Task<ComplaintTaken> SendAsync(Own own, CancellationToken cancellation)
    {
        if (own.Key == Guid.Empty || Refuse(own.Content) is not null)
        {
            return new(null, Refuse(own.Content) ?? ComplaintRefusal.NotFound);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var request = await db.Requests.FromSql($"SELECT *, xmin FROM requests WHERE id = {own.Case.RequestId} FOR UPDATE").AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (request is null || !own.Case.Opens(request.QueryHash) || await desk.AuthorityOfAsync(request.AgencyId, cancellation) is not { } authority)
        {
            return new(null, ComplaintRefusal.NotFound);
        }

        if (await db.Complaints.AnyAsync(complaint => complaint.RequestId == request.Id && !complaint.IsClosed && complaint.FormKey != own.Key, cancellation))
        {
            return new(null, ComplaintRefusal.TooMany);
        }

        var applicant = await db.RequestApplicants.AsNoTracking().Where(kept => kept.RequestId == request.Id).Select(kept => kept.Sealed).SingleAsync(cancellation);
        var made = await MakeAsync(
            own.Key,
            async () => new Complaint
            {
                AgencyId = authority, AgainstId = request.AgencyId, Number = await desk.NumberAsync(authority, cancellation), Kind = own.Kind, Channel = IntakeChannel.Online, RequestId = request.Id,
                ComplainantLabel = request.ApplicantLabel, Sealed = applicant, Content = own.Content.Trim(), FormKey = own.Key, CreatedAt = time.GetUtcNow(), CreatedByName = SubmitRequest.ApplicantName,
            },
            time.Today(), SubmitRequest.Applicant(own.Address), cancellation);
        await transaction.CommitAsync(cancellation);
        return new(made, null);
    }

    private async Task<long> MakeAsync(Guid key, Func<Task<Complaint>> make, DateOnly receivedOn, Actor actor, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key.ToString()}, 1))", cancellation);
        if (await db.Complaints.Where(complaint => complaint.FormKey == key).Select(complaint => (long?)complaint.Id).SingleOrDefaultAsync(cancellation) is { } before)
        {
            return before;
        }

        var complaint = await make();
        complaint.ReceivedOn = receivedOn;
        complaint.DueOn = receivedOn;
        db.Complaints.Add(complaint);
        await db.SaveChangesAsync(cancellation);
        await desk.AddAsync(complaint, [], new ComplaintEvent(ComplaintStep.Received, receivedOn), null, actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        foreach (var person in await db.ToTellAsync(complaint.AgencyId, null, time.Today(), cancellation))
        {
            if (person != actor.AccountId)
            {
                await outbox.TellAsync(new Message(person, $"收到{complaint.Number}", $"收到一件对下级机关政府信息公开工作的投诉：{complaint.Number}，请在 {complaint.DueOn:yyyy-MM-dd} 前答复。", $"/work/complaints/{complaint.Id}", $"complaint/{complaint.Id}"), cancellation);
            }
        }

        return complaint.Id;
    }

    private static ComplaintRefusal? Refuse(string content) =>
        string.IsNullOrWhiteSpace(content) ? ComplaintRefusal.TextMissing : content.Length > Longest ? ComplaintRefusal.TextTooLong : null;

    /// <param name="Key">Of this filling-in alone.</param>
    /// <param name="AgencyId">The authority that looks into it.</param>
    /// <param name="AgainstId">The agency complained of.</param>
    /// <param name="Kind">What it is about.</param>
    /// <param name="RequestNumber">登记号 of the request that it is about; null where none.</param>
    /// <param name="Channel">How it came.</param>
    /// <param name="Complainant">Who complains; an empty name for one who gave none.</param>
    /// <param name="IsPerson">Whether that is a natural person.</param>
    /// <param name="Content">What it says.</param>
    /// <param name="ReceivedOn">The day on which it came.</param>
    public sealed record Command(
        Guid Key, int AgencyId, int AgainstId, ComplaintKind Kind, string? RequestNumber, IntakeChannel Channel, Applicant Complainant, bool IsPerson, string Content, DateOnly ReceivedOn);

    /// <param name="Case">The key of the case.</param>
    /// <param name="Key">Of this filling-in alone.</param>
    /// <param name="Kind">What it is about.</param>
    /// <param name="Content">What it says.</param>
    /// <param name="Address">The address from which it was sent, for the audit trail.</param>
    public sealed record Own(CaseKey Case, Guid Key, ComplaintKind Kind, string Content, string? Address);
}

/// <summary>What came of it.</summary>
public sealed record ComplaintTaken(long? ComplaintId, ComplaintRefusal? Refusal);
