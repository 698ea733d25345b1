using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests;

/// <summary>What waits for a person among the requests, the most pressing first.</summary>
public sealed class RequestsAtHand(GongkaiDb db, RequestDesk desk, Calendars.Calendars calendars, TimeProvider time)
{
    private const int Most = 300;
    private const int MostAgencies = 30;

    /// <summary>From how many working days left the head looks at a case too.</summary>
    private static readonly int NearAt = ClockRules.Default.NearAt;

    /// <summary>The cases of the own agencies in which the next step is this person's.</summary>
    public async Task<IReadOnlyList<RequestAtHand>> WaitingAsync(Actor actor, CancellationToken cancellation)
    {
        var today = time.Today();
        var waiting = new List<RequestAtHand>();
        var open = await OpenAsync(actor, cancellation);
        var late = await LateUnitsAsync(open, today, cancellation);
        foreach (var row in open)
        {
            var calendar = await calendars.OfAsync(row.AgencyId, cancellation);
            var left = row.DueOn is { } due && calendar.Covers(due) ? calendar.Between(today, due) : (int?)null;
            if (await ErrandAsync(row, left, late.Contains(row.Id), actor, cancellation) is { } errand)
            {
                waiting.Add(new RequestAtHand(row.Id, row.Number, row.AgencyName, row.Wanted, row.Stage, row.DeskStep, row.ClockState, row.DueOn, left, row.HandlerName, errand)
                {
                    LateUnits = late[row.Id].ToList(),
                });
            }
        }

        return [.. waiting.OrderBy(one => one.LateUnits.Select(unit => (DateOnly?)unit.ReportBy).Append(one.DueOn).Min() ?? DateOnly.MaxValue).ThenBy(one => one.Errand).ThenBy(one => one.Id)];
    }

    /// <summary>Every agency below with open cases: how many, how many late, near and unconfirmed; those most in need of a look first.</summary>
    public async Task<IReadOnlyList<AgencyLoad>> LoadsAsync(Actor actor, CancellationToken cancellation)
    {
        var scope = Gate.ScopeOf(actor, Act.ViewRequests);
        if (scope.Paths.Count == 0)
        {
            return [];
        }

        var today = time.Today();
        var near = (await calendars.NationalAsync(cancellation)).Add(today, ClockRules.Default.NearAt);
        var loads = await (
            from request in db.Requests.AsNoTracking()
            join agency in db.Agencies.AsNoTracking().Within(scope) on request.AgencyId equals agency.Id
            where request.Stage != RequestStage.Concluded
            group request by new { agency.Id, Name = agency.ShortName ?? agency.Name } into cases
            select new
            {
                cases.Key.Id,
                cases.Key.Name,
                Open = cases.Count(),
                Late = cases.Count(one => one.DueOn < today && one.ClockState != ClockState.Waiting),
                Near = cases.Count(one => one.DueOn >= today && one.DueOn <= near && one.ClockState != ClockState.Waiting),
                Unconfirmed = cases.Count(one => one.Stage == RequestStage.AwaitingConfirmation),
            })
            .OrderByDescending(load => load.Late).ThenByDescending(load => load.Near).ThenByDescending(load => load.Open).ThenBy(load => load.Id)
            .Take(MostAgencies).ToListAsync(cancellation);
        return [.. loads.Select(load => new AgencyLoad(load.Id, load.Name, load.Open, load.Late, load.Near, load.Unconfirmed))];
    }

    private async Task<List<OpenRow>> OpenAsync(Actor actor, CancellationToken cancellation)
    {
        var own = actor.Posts.Where(post => Gate.May(actor with { Posts = [post] }, Act.ViewRequests, post.Path)).Select(post => post.AgencyId).Distinct().ToList();
        return await (
            from request in db.Requests.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on request.AgencyId equals agency.Id
            where own.Contains(request.AgencyId) && request.Stage != RequestStage.Concluded
            orderby request.DueOn, request.Id
            select new OpenRow
            {
                Id = request.Id,
                Number = request.Number,
                AgencyId = agency.Id,
                AgencyName = agency.ShortName ?? agency.Name,
                Path = agency.Path,
                Wanted = request.Wanted,
                Stage = request.Stage,
                DeskStep = request.DeskStep,
                Turn = request.Turn,
                ClockState = request.ClockState,
                DueOn = request.DueOn,
                HandlerId = request.HandlerId,
                HandlerName = db.Users.Where(account => account.Id == request.HandlerId).Select(account => account.DisplayName).FirstOrDefault(),
                IsExtensionProposed = db.RequestSteps.Any(step => step.RequestId == request.Id && step.Step == RequestStepKind.ExtensionProposed)
                    && !db.RequestEvents.Any(happened => happened.RequestId == request.Id && happened.Kind == RequestEventKind.ExtensionNotified && happened.RetractedAt == null),
            }).Take(Most).ToListAsync(cancellation);
    }

    /// <summary>The units whose day has gone by without a word, in cases that are still being worked on.</summary>
    private async Task<ILookup<long, LateUnit>> LateUnitsAsync(List<OpenRow> open, DateOnly today, CancellationToken cancellation)
    {
        var ids = open.Where(row => row.DeskStep is DeskStep.Assigned or DeskStep.Drafted).Select(row => row.Id).ToArray();
        var units = await db.AssignedUnits.AsNoTracking().Where(unit => ids.Contains(unit.RequestId) && unit.ReportedOn == null && unit.ReportBy < today)
            .OrderBy(unit => unit.ReportBy).ThenBy(unit => unit.Number).Select(unit => new { unit.RequestId, unit.Name, unit.ReportBy }).ToListAsync(cancellation);
        return units.ToLookup(unit => unit.RequestId, unit => new LateUnit(unit.Name, unit.ReportBy!.Value));
    }

    private async Task<RequestErrand?> ErrandAsync(OpenRow row, int? left, bool hasLateUnit, Actor actor, CancellationToken cancellation)
    {
        if (Gate.May(actor, Act.HandleRequests, row.Path))
        {
            if (row.Stage == RequestStage.AwaitingConfirmation)
            {
                return RequestErrand.Confirm;
            }

            if (row.DeskStep is DeskStep.Registered or DeskStep.Signed)
            {
                return row.DeskStep == DeskStep.Registered ? RequestErrand.Assign : RequestErrand.Serve;
            }

            var isMine = row.HandlerId == actor.AccountId || row.HandlerId is null;
            if (isMine && hasLateUnit)
            {
                return RequestErrand.PressUnits;
            }

            if (isMine && row.DeskStep is DeskStep.Assigned or DeskStep.Drafted && (row.Turn == Turn.Agency || left < 0))
            {
                return RequestErrand.Handle;
            }
        }

        if (row.DeskStep == DeskStep.InReview && Gate.May(actor, Act.ReviewRequests, row.Path) && await MayReviewAsync(row.Id, actor, cancellation))
        {
            return RequestErrand.Review;
        }

        return !Gate.May(actor, Act.SignRequests, row.Path) ? null
            : row.DeskStep == DeskStep.Reviewed ? RequestErrand.Sign
            : row.IsExtensionProposed ? RequestErrand.Extend
            : hasLateUnit || (left <= NearAt && row.ClockState != ClockState.Waiting) ? RequestErrand.Watch : null;
    }

    private async Task<bool> MayReviewAsync(long requestId, Actor actor, CancellationToken cancellation)
    {
        var request = await db.Requests.AsNoTracking().SingleAsync(found => found.Id == requestId, cancellation);
        var hand = await desk.InHandAsync(request, cancellation);
        db.ChangeTracker.Clear();
        return RequestGate.Possible(hand.Situation, actor).Any(action => action is RequestAction.ApproveLegality or RequestAction.ApproveSecrecy);
    }

    private sealed record OpenRow
    {
        public required long Id { get; init; }

        public required string Number { get; init; }

        public required int AgencyId { get; init; }

        public required string AgencyName { get; init; }

        public required string Path { get; init; }

        public required string Wanted { get; init; }

        public required RequestStage Stage { get; init; }

        public required DeskStep DeskStep { get; init; }

        public required Turn Turn { get; init; }

        public required ClockState? ClockState { get; init; }

        public required DateOnly? DueOn { get; init; }

        public required Guid? HandlerId { get; init; }

        public required string? HandlerName { get; init; }

        public required bool IsExtensionProposed { get; init; }
    }
}

/// <summary>A case that waits for a person, with the working days left to its day: below zero when it has gone by, null where it has none.</summary>
public sealed record RequestAtHand(
    long Id, string Number, string AgencyName, string Wanted, RequestStage Stage, DeskStep DeskStep, ClockState? ClockState, DateOnly? DueOn, int? Left, string? HandlerName, RequestErrand Errand)
{
    /// <summary>The units that have not reported back by their day.</summary>
    public IReadOnlyList<LateUnit> LateUnits { get; init; } = [];
}

/// <summary>A unit that was to report back by a day.</summary>
public sealed record LateUnit(string Name, DateOnly ReportBy);

/// <summary>What a person is to do with a case, in the order of its life.</summary>
public enum RequestErrand
{
    Confirm,
    Assign,
    Handle,

    /// <summary>A unit has not reported back by its day.</summary>
    PressUnits,
    Review,
    Extend,
    Sign,
    Serve,

    /// <summary>Nothing by oneself: it is late or nearly so, and the head should know.</summary>
    Watch,
}

/// <summary>The open cases of an agency, counted.</summary>
public sealed record AgencyLoad(int AgencyId, string Name, int Open, int Late, int Near, int Unconfirmed);
