using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Requests.Applicants;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Platform.Requests;

/// <summary>What every use case of a request shares: taking it under lock, asking the gate, writing what happened, and computing its columns anew from that.</summary>
public sealed class RequestDesk(GongkaiDb db, Calendars.Calendars calendars, RequestRules rules, RequestTrail trail, TimeProvider time)
{
    internal DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Does one thing with a request, all of it in one transaction, or says why not.</summary>
    internal async Task<RequestResult> TakeAsync(long requestId, RequestAction action, Actor actor, Func<RequestInHand, Task<RequestTaken>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await LockAsync(requestId, cancellation) is not { } hand)
        {
            return RequestResult.Refused(RequestRefusal.NotFound);
        }

        return (RequestGate.Refuse(hand.Situation, action, actor) ?? (hand.Request.AnonymisedOn is null ? null : RequestRefusal.WrongState)) is { } refusal
            ? RequestResult.Refused(refusal, hand.Request.Stage)
            : await DoAsync(hand, actor, change, transaction, cancellation);
    }

    /// <summary>The same for the applicant, who holds no post: the key of the case stands in the place of the gate's question who it is.</summary>
    internal async Task<RequestResult> TakeOwnAsync(CaseKey key, RequestAction action, Actor actor, Func<RequestInHand, Task<RequestTaken>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await LockAsync(key.RequestId, cancellation) is not { } hand || !key.Opens(hand.Request.QueryHash))
        {
            db.ChangeTracker.Clear();
            return RequestResult.Refused(RequestRefusal.NotFound);
        }

        return RequestGate.RefuseOwn(hand.Situation, action) is { } refusal
            ? RequestResult.Refused(refusal, hand.Request.Stage)
            : await DoAsync(hand, actor, change, transaction, cancellation);
    }

    private async Task<RequestResult> DoAsync(
        RequestInHand hand, Actor actor, Func<RequestInHand, Task<RequestTaken>> change, IDbContextTransaction transaction, CancellationToken cancellation)
    {
        var taken = await change(hand);
        if (taken.Refusal is { } refused)
        {
            db.ChangeTracker.Clear();
            return RequestResult.Refused(refused, hand.Request.Stage) with { Limit = taken.Limit };
        }

        await RecordAsync(hand, taken, actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new RequestResult { RequestId = hand.Request.Id, Stage = hand.Request.Stage, Paper = taken.MadePaper?.Id, File = taken.MadeFile?.Id };
    }

    /// <summary>The request under lock, with what happened to it and what the law says of that; null where there is none.</summary>
    internal async Task<RequestInHand?> LockAsync(long requestId, CancellationToken cancellation)
    {
        var request = await db.Requests.FromSql($"SELECT *, xmin FROM requests WHERE id = {requestId} FOR UPDATE").SingleOrDefaultAsync(cancellation);
        return request is null ? null : await InHandAsync(request, cancellation);
    }

    internal async Task<RequestInHand> InHandAsync(Request request, CancellationToken cancellation) =>
        await InHandAsync(request, await db.RequestEvents.Where(happened => happened.RequestId == request.Id).OrderBy(happened => happened.Id).ToListAsync(cancellation), cancellation);

    /// <summary>The same where the caller knows what happened to it.</summary>
    internal async Task<RequestInHand> InHandAsync(Request request, List<RecordedEvent> events, CancellationToken cancellation)
    {
        var agency = await db.Agencies.AsNoTracking().Where(candidate => candidate.Id == request.AgencyId)
            .Select(candidate => new { candidate.Name, candidate.Path }).SingleAsync(cancellation);
        var calendar = await calendars.OfAsync(request.AgencyId, cancellation);
        var clockRules = await rules.ReadAsync(cancellation);
        var situation = await SituationAsync(request, events, agency.Path, cancellation);
        return new RequestInHand(request, events, agency.Name, calendar, clockRules, time.Today(), situation);
    }

    private async Task<RequestSituation> SituationAsync(Request request, List<RecordedEvent> events, string path, CancellationToken cancellation)
    {
        var open = events.Where(happened => happened.RetractedAt is null).ToList();
        var asked = open.Count(happened => happened.Kind is RequestEventKind.ThirdPartyAsked or RequestEventKind.AgencyAsked);
        var replied = open.Count(happened => happened.Kind is RequestEventKind.ThirdPartyReplied or RequestEventKind.AgencyReplied);
        var isAsked = open.Exists(happened => happened.Kind == RequestEventKind.ClarificationAsked);
        if (request.DeskStep is not DeskStep.InReview)
        {
            return new RequestSituation(path, request.Stage, request.DeskStep, null, [], isAsked, asked - replied);
        }

        var today = time.Today();
        var steps = await db.RequestSteps.AsNoTracking().Where(step => step.RequestId == request.Id).OrderByDescending(step => step.Id).Take(16)
            .Select(step => new { step.Step, step.AccountId }).ToListAsync(cancellation);
        var since = steps.TakeWhile(step => step.Step != RequestStepKind.SentToReview).ToList();
        var sentBy = steps.ElementAtOrDefault(since.Count)?.AccountId;
        var held = await (
            from post in db.PostsHeld(today)
            where post.AgencyId == request.AgencyId && post.AccountId != sentBy
            select post.Role).Distinct().ToListAsync(cancellation);
        var pending = Enum.GetValues<Review>()
            .Where(review => RequestGate.Reviewers(review).Any(held.Contains) && !since.Exists(step => step.Step == StepOf(review))).ToList();
        return new RequestSituation(path, request.Stage, request.DeskStep, sentBy, pending, isAsked, asked - replied);
    }

    internal static RequestStepKind StepOf(Review review) => review switch
    {
        Review.Legality => RequestStepKind.LegalityApproved,
        Review.Secrecy => RequestStepKind.SecrecyApproved,
    };

    /// <summary>Writes the events, the step and the audit entry, and computes the request's columns anew; the caller saves and commits.</summary>
    internal async Task RecordAsync(RequestInHand hand, RequestTaken taken, Actor actor, CancellationToken cancellation)
    {
        var request = hand.Request;
        var before = new { request.Stage, request.DeskStep, request.DueOn };
        var now = time.GetUtcNow();
        Guid? account = actor.AccountId == Guid.Empty ? null : actor.AccountId;
        foreach (var happened in taken.Events)
        {
            var recorded = Recorded(request.Id, happened, taken.Note, now, account, actor.Name);
            db.RequestEvents.Add(recorded);
            hand.Events.Add(recorded);
        }

        db.RequestSteps.Add(new RequestStep { RequestId = request.Id, Step = taken.Step, At = now, AccountId = account, ActorName = actor.Name, Role = taken.Role, Note = taken.Note });
        Mirror(hand);
        await trail.RecordAsync(
            actor,
            request,
            taken.Step,
            before,
            new { request.Stage, request.DeskStep, request.DueOn, Note = taken.Note is null || MayNamePeople(taken.Step) ? null : PersonalData.Mask(taken.Note), Days = taken.Events.Count == 0 ? null : string.Join(' ', taken.Events.Select(happened => happened.On.ToString("yyyy-MM-dd", null))) },
            cancellation);
    }

    /// <summary>What an applicant writes, who was asked and who signed may name people: it stands in the case, from which it can be taken, and not in the audit trail, from which it cannot.</summary>
    private static bool MayNamePeople(RequestStepKind step) =>
        step is RequestStepKind.ClarificationSupplied or RequestStepKind.ReasonGiven or RequestStepKind.Withdrawn or RequestStepKind.PartyAsked or RequestStepKind.PartyReplied
            or RequestStepKind.ThirdPartyInformed or RequestStepKind.Served;

    internal static RecordedEvent Recorded(long requestId, RequestEvent happened, string? note, DateTimeOffset at, Guid? account, string name) => new()
    {
        RequestId = requestId,
        Kind = happened.Kind,
        HappenedOn = happened.On,
        ServedOn = happened.ServedOn,
        DueOn = happened.DueOn,
        Days = happened.Days,
        Party = happened.Party,
        Outcome = happened.Outcome,
        Note = note,
        RecordedAt = at,
        RecordedBy = account,
        RecordedByName = name,
    };

    /// <summary>Computes the columns that mirror the events.</summary>
    internal static void Mirror(RequestInHand hand)
    {
        var timeline = hand.Timeline();
        var request = hand.Request;
        request.ReceivedOn = timeline.ReceivedOn;
        request.Stage = timeline.Stage;
        request.Turn = timeline.Turn;
        request.ClockState = timeline.Answer?.State;
        request.DueOn = timeline.DueOn;
        request.Outcome = timeline.Outcome;
        request.ConcludedOn = timeline.ConcludedOn;
        request.FirstOutcome = timeline.FirstConclusion?.Outcome;
        request.FirstConcludedOn = timeline.FirstConclusion?.On;
    }
}

/// <summary>A request under lock.</summary>
internal sealed record RequestInHand(
    Request Request, List<RecordedEvent> Events, string AgencyName, WorkingCalendar Calendar, ClockRules Rules, DateOnly Today, RequestSituation Situation)
{
    public RequestTimeline Timeline() =>
        RequestTimeline.Of(Events.Where(happened => happened.RetractedAt is null).Select(happened => happened.Event), Calendar, Today, Rules);

    /// <summary>Why a day cannot be entered for something that happened; null where it can.</summary>
    public RequestRefusal? Refuse(DateOnly day) =>
        day > Today ? RequestRefusal.DateInFuture
        : day < Request.ArrivedOn ? RequestRefusal.DateBeforeArrival
        : Calendar.Covers(day) ? null : RequestRefusal.DateOutOfRange;
}

/// <summary>What was done: the step and the events to write, or why nothing was.</summary>
internal sealed record RequestTaken
{
    public RequestStepKind Step { get; init; }

    public IReadOnlyList<RequestEvent> Events { get; init; } = [];

    public string? Note { get; init; }

    public Role? Role { get; init; }

    /// <summary>The paper that was made with it.</summary>
    public RequestPaper? MadePaper { get; init; }

    /// <summary>The file that was made with it.</summary>
    public RequestFile? MadeFile { get; init; }

    public RequestRefusal? Refusal { get; init; }

    /// <summary>The day that the refusal speaks of.</summary>
    public DateOnly? Limit { get; init; }

    public static RequestTaken Done(RequestStepKind step, string? note = null, params IReadOnlyList<RequestEvent> events) => new() { Step = step, Note = note, Events = events };

    public static RequestTaken Refused(RequestRefusal refusal, DateOnly? limit = null) => new() { Refusal = refusal, Limit = limit };
}

/// <summary>What came of it.</summary>
public sealed record RequestResult
{
    public RequestRefusal? Refusal { get; init; }

    public long RequestId { get; init; }

    /// <summary>Where the case stands now.</summary>
    public RequestStage? Stage { get; init; }

    /// <summary>The last day that a refusal speaks of.</summary>
    public DateOnly? Limit { get; init; }

    /// <summary>The paper that was made.</summary>
    public long? Paper { get; init; }

    /// <summary>The file that was made.</summary>
    public long? File { get; init; }

    /// <summary>Why a file cannot be opened, in the words of what opens it.</summary>
    public string? Complaint { get; init; }

    public bool IsDone => Refusal is null;

    /// <summary>The refusal as a sentence that says what to do; null where it was done.</summary>
    public string? Message => Complaint ?? (Refusal is { } refusal ? RequestWords.Sentence(refusal, Limit) : null);

    internal static RequestResult Refused(RequestRefusal refusal, RequestStage? stage = null) => new() { Refusal = refusal, Stage = stage };
}
