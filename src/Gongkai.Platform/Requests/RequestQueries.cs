using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Redacting;
using Gongkai.Platform.Storage;
using Gongkai.Law.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests;

/// <summary>What a person at work reads of requests, within that person's part of the tree.</summary>
public sealed class RequestQueries(GongkaiDb db, RequestDesk desk, ApplicantSeal seal)
{
    /// <summary>The most lines of an export.</summary>
    public const int MostExported = 20_000;

    private const int PageSize = 50;

    /// <summary>A page of a list.</summary>
    /// <param name="filter">What to look for.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Page<RequestRow>> ListAsync(RequestFilter filter, Actor actor, string? after, CancellationToken cancellation)
    {
        var found = await Taken(filter, actor, after).Take(PageSize + 1).ToListAsync(cancellation);
        return new Page<RequestRow>([.. found.Take(PageSize)], found.Count > PageSize ? KeyOf(filter.Order, found[PageSize - 1]) : null);
    }

    /// <summary>All that the list shows over its pages, for an export; at most <see cref="MostExported"/>.</summary>
    public Task<List<RequestRow>> ExportAsync(RequestFilter filter, Actor actor, CancellationToken cancellation) =>
        Taken(filter, actor, null).Take(MostExported).ToListAsync(cancellation);

    /// <summary>A request with everything that this person may see of it; null where there is none for this person.</summary>
    public async Task<RequestSheet?> FindAsync(long requestId, Actor actor, CancellationToken cancellation)
    {
        var request = await db.Requests.AsNoTracking().SingleOrDefaultAsync(found => found.Id == requestId, cancellation);
        if (request is null)
        {
            return null;
        }

        var hand = await desk.InHandAsync(request, cancellation);
        if (!Gate.May(actor, Act.ViewRequests, hand.Situation.Path))
        {
            return null;
        }

        var row = await Rows(db.Requests.AsNoTracking().Where(found => found.Id == requestId), db.Agencies).SingleAsync(cancellation);
        var timeline = hand.Timeline();
        var fee = await db.RequestFees.AsNoTracking().Where(owed => owed.RequestId == requestId)
            .Select(owed => new FeeView(owed.Scale, owed.Ordinal, owed.Pages, owed.Amount, owed.PaidOn, owed.ReceiptNumber, owed.RefundedOn)).SingleOrDefaultAsync(cancellation);
        var units = await db.AssignedUnits.AsNoTracking().Where(unit => unit.RequestId == requestId).OrderBy(unit => unit.Number)
            .Select(unit => new UnitView(unit.Number, unit.Name, unit.ReportBy, unit.ReportedOn, unit.Opinion, unit.RecordedByName)).ToListAsync(cancellation);
        var isMergeable = request.Stage != RequestStage.Concluded && (await MergeTargetsAsync(requestId, cancellation)).Count > 0;
        return new RequestSheet
        {
            Row = row with { Stage = timeline.Stage, Turn = timeline.Turn, ClockState = timeline.Answer?.State, DueOn = timeline.DueOn },
            DocumentNumber = request.DocumentNumber,
            Features = request.Features,
            Carrier = request.Carrier,
            Supply = request.Supply,
            HandlerId = request.HandlerId,
            ParentId = request.ParentId,
            Applicant = Gate.May(actor, Act.ViewApplicants, hand.Situation.Path) && request.AnonymisedOn is null ? await ApplicantAsync(requestId, cancellation) : null,
            Timeline = timeline,
            Calendar = hand.Calendar,
            AnonymisedOn = request.AnonymisedOn,
            FilesDestroyedOn = request.FilesDestroyedOn,
            KeptUntil = request.KeptUntil,
            Actions = request.AnonymisedOn is not null ? [] : [.. RequestGate.Possible(hand.Situation, actor).Where(action => HasMatter(action, hand, fee) && (action != RequestAction.Merge || isMergeable) && (action != RequestAction.RecordUnit || units.Exists(unit => unit.ReportedOn is null)))],
            PendingReviews = hand.Situation.PendingReviews,
            Items = await db.RequestItems.AsNoTracking().Where(item => item.RequestId == requestId).OrderBy(item => item.Number)
                .Select(item => new ItemView(item.Number, item.Wanted, item.Outcome, item.Reason, item.Supplied)).ToListAsync(cancellation),
            Events =
            [
                .. hand.Events.Select(happened => new EventView(
                    happened.Id, happened.Event, happened.Note, happened.RecordedAt, happened.RecordedByName, happened.RetractedAt, happened.RetractedByName, happened.RetractedBecause)),
            ],
            Steps = await db.RequestSteps.AsNoTracking().Where(step => step.RequestId == requestId).OrderBy(step => step.Id)
                .Select(step => new StepView(step.Step, step.At, step.ActorName, step.Note)).ToListAsync(cancellation),
            Parties = await db.ConsultedParties.AsNoTracking().Where(party => party.RequestId == requestId).OrderBy(party => party.IsAgency).ThenBy(party => party.Number)
                .Select(party => new PartyView(party.Number, party.IsAgency, party.Name, party.Agrees, party.Opinion)).ToListAsync(cancellation),
            Searches = await db.SearchRecords.AsNoTracking().Where(search => search.RequestId == requestId).OrderBy(search => search.Id)
                .Select(search => new SearchView(search.SearchedOn, search.Systems, search.Words, search.Found, search.RecordedByName)).ToListAsync(cancellation),
            Fee = fee,
            Papers = await db.RequestPapers.AsNoTracking().Where(paper => paper.RequestId == requestId).OrderBy(paper => paper.Id)
                .Select(paper => new PaperView(paper.Id, paper.Paper, paper.Number, paper.MadeAt, paper.MadeByName, paper.Way, paper.SentOn, paper.SignedOn, paper.Proof)).ToListAsync(cancellation),
            Files = RequestFiles.Visible(await CaseShelf.OfAsync(db, requestId, cancellation), hand.Situation.Path, actor),
            Related = await RelatedAsync(request, cancellation),
            Units = units,
            Moves = await MovesAsync(request, cancellation),
            Ordinal = await ChargeFee.OrdinalAsync(db, request, cancellation),
        };
    }

    /// <summary>A request with who asks, for a paper; the caller asked the gate.</summary>
    internal async Task<(RequestSheet Sheet, Applicant Applicant)> WholeAsync(long requestId, Actor actor, CancellationToken cancellation) =>
        (await FindAsync(requestId, actor, cancellation) ?? throw new InvalidOperationException("A paper is made for a request that its maker may see."),
            await ApplicantAsync(requestId, cancellation));

    /// <summary>The people of an agency to whom a case can be given.</summary>
    public async Task<IReadOnlyList<Handler>> HandlersAsync(int agencyId, DateOnly today, CancellationToken cancellation)
    {
        var held = db.PostsHeld(today).Where(post => post.AgencyId == agencyId);
        return await db.Users.AsNoTracking().Where(account => held.Any(post => post.AccountId == account.Id)).OrderBy(account => account.DisplayName)
            .Select(account => new Handler(account.Id, account.DisplayName)).ToListAsync(cancellation);
    }

    /// <summary>Whether the case holds what the action is about: nothing is paid that was not charged.</summary>
    private static bool HasMatter(RequestAction action, RequestInHand hand, FeeView? fee)
    {
        bool Has(RequestEventKind kind) => hand.Events.Exists(happened => happened.Kind == kind && happened.RetractedAt is null);
        return action switch
        {
            RequestAction.NoticeFee => fee is null,
            RequestAction.RecordPayment => fee is { PaidOn: null },
            RequestAction.RefundFee => fee is { PaidOn: not null, RefundedOn: null },
            RequestAction.InformThirdParty => Has(RequestEventKind.ThirdPartyAsked),
            RequestAction.SetLaterDate => Has(RequestEventKind.ReasonGiven),
            RequestAction.ProposeExtension or RequestAction.Extend => hand.Timeline().Answer is not { ExtendedBy: > 0 },
            RequestAction.Pass => hand.Request.DeskStep == DeskStep.Registered,
            _ => true,
        };
    }

    private async Task<Applicant> ApplicantAsync(long requestId, CancellationToken cancellation) =>
        seal.Open(await db.RequestApplicants.AsNoTracking().Where(applicant => applicant.RequestId == requestId).Select(applicant => applicant.Sealed).SingleAsync(cancellation));

    private async Task<List<RelatedRequest>> RelatedAsync(Request request, CancellationToken cancellation)
    {
        const int most = 60;
        var first = new DateOnly(request.ArrivedOn.Year, request.ArrivedOn.Month, 1);
        var next = first.AddMonths(1);
        return await db.Requests.AsNoTracking()
            .Where(other => other.AgencyId == request.AgencyId && other.Id != request.Id && other.ApplicantKey == request.ApplicantKey
                && ((other.ArrivedOn >= first && other.ArrivedOn < next) || other.Wanted == request.Wanted))
            .OrderByDescending(other => other.Id).Take(most)
            .Select(other => new RelatedRequest(other.Id, other.Number, other.ArrivedOn, other.Wanted, other.Stage, other.Outcome, other.Wanted == request.Wanted))
            .ToListAsync(cancellation);
    }

    /// <summary>The open requests of the applicant for the like that came before this one: into one of them it may be closed.</summary>
    public async Task<IReadOnlyList<RelatedRequest>> MergeTargetsAsync(long requestId, CancellationToken cancellation) => await (
        from request in db.Requests.AsNoTracking()
        from other in db.Requests.AsNoTracking()
        where request.Id == requestId && other.AgencyId == request.AgencyId && other.ApplicantKey == request.ApplicantKey && other.Kind == request.Kind && other.Id != request.Id
            && other.Stage != RequestStage.Concluded && (other.ReceivedOn < request.ReceivedOn || (other.ReceivedOn == request.ReceivedOn && other.Id < request.Id))
        orderby other.ReceivedOn, other.Id
        select new RelatedRequest(other.Id, other.Number, other.ArrivedOn, other.Wanted, other.Stage, other.Outcome, other.Wanted == request.Wanted)).Take(20).ToListAsync(cancellation);

    /// <summary>What the agencies of a person have passed on, the latest first: the proof that it did not get lost there.</summary>
    public async Task<IReadOnlyList<PassedOn>> PassedOnAsync(Actor actor, CancellationToken cancellation)
    {
        const int most = 500;
        return await (
            from passing in db.RequestPassings.AsNoTracking()
            join source in db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.HandleRequests)) on passing.FromAgencyId equals source.Id
            join target in db.Agencies.AsNoTracking() on passing.ToAgencyId equals target.Id
            orderby passing.Id descending
            select new PassedOn(passing.FromNumber, source.Name, target.Name, passing.PassedAt, passing.PassedByName, passing.Reason)).Take(most).ToListAsync(cancellation);
    }

    private async Task<CaseMoves> MovesAsync(Request request, CancellationToken cancellation) => new(
        request.MergedIntoId is { } into ? await db.Requests.AsNoTracking().Where(other => other.Id == into).Select(other => new NumberedCase(other.Id, other.Number)).SingleAsync(cancellation) : null,
        await db.Requests.AsNoTracking().Where(other => other.MergedIntoId == request.Id).OrderBy(other => other.Id).Select(other => new NumberedCase(other.Id, other.Number)).ToListAsync(cancellation),
        await (
            from passing in db.RequestPassings.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on passing.FromAgencyId equals agency.Id
            where passing.RequestId == request.Id
            orderby passing.Id
            select new PassedFrom(agency.Name, passing.FromNumber)).ToListAsync(cancellation));

    private IQueryable<RequestRow> Taken(RequestFilter filter, Actor actor, string? after)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewRequests));
        if (filter.AgencyId is { } agencyId)
        {
            agencies = agencies.Where(agency => agency.Id == agencyId);
        }

        var requests = Matching(filter);
        var (day, id) = KeyOrNull(after);
        if (filter.Order == RequestOrder.ByDueDay)
        {
            requests = requests.Where(request => request.Stage != RequestStage.Concluded);
            if (id is not null)
            {
                requests = day is { } due
                    ? requests.Where(request => request.DueOn > due || (request.DueOn == due && request.Id > id) || request.DueOn == null)
                    : requests.Where(request => request.DueOn == null && request.Id > id);
            }

            return Rows(requests.OrderBy(request => request.DueOn).ThenBy(request => request.Id), agencies);
        }

        if (id is not null)
        {
            requests = requests.Where(request => request.Id < id);
        }

        return Rows(requests.OrderByDescending(request => request.Id), agencies);
    }

    private IQueryable<Request> Matching(RequestFilter filter)
    {
        var requests = db.Requests.AsNoTracking();
        if (filter.Text?.Trim() is { Length: > 0 } text)
        {
            requests = requests.Where(request => request.Number == text || request.Wanted.Contains(text)
                || db.RequestPassings.Where(passing => passing.FromNumber == text).Select(passing => passing.RequestId).Contains(request.Id));
        }

        if (filter.Stage is { } stage)
        {
            requests = requests.Where(request => request.Stage == stage);
        }

        if (filter.DeskStep is { } step)
        {
            requests = requests.Where(request => request.DeskStep == step);
        }

        if (filter.Channel is { } channel)
        {
            requests = requests.Where(request => request.Channel == channel);
        }

        if (filter.Outcome is { } outcome)
        {
            requests = requests.Where(request => request.Outcome == outcome);
        }

        if (filter.Year is { } year)
        {
            var first = new DateOnly(year, 1, 1);
            var last = new DateOnly(year, 12, 31);
            requests = requests.Where(request => request.ReceivedOn >= first && request.ReceivedOn <= last);
        }

        if (filter.DueUpTo is { } due)
        {
            requests = requests.Where(request => request.DueOn <= due && request.Stage != RequestStage.Concluded);
        }

        if (filter.HandlerId is { } handler)
        {
            requests = requests.Where(request => request.HandlerId == handler);
        }

        return requests;
    }

    private IQueryable<RequestRow> Rows(IQueryable<Request> requests, IQueryable<Agency> agencies) =>
        from request in requests
        join agency in agencies on request.AgencyId equals agency.Id
        select new RequestRow
        {
            Id = request.Id,
            Number = request.Number,
            AgencyId = agency.Id,
            AgencyName = agency.Name,
            Kind = request.Kind,
            ApplicantLabel = request.ApplicantLabel,
            ApplicantKind = request.ApplicantKind,
            Wanted = request.Wanted,
            Channel = request.Channel,
            ArrivedOn = request.ArrivedOn,
            ReceivedOn = request.ReceivedOn,
            Stage = request.Stage,
            Turn = request.Turn,
            DeskStep = request.DeskStep,
            ClockState = request.ClockState,
            DueOn = request.DueOn,
            Outcome = request.Outcome,
            ConcludedOn = request.ConcludedOn,
            Unit = request.Unit,
            HandlerName = db.Users.Where(account => account.Id == request.HandlerId).Select(account => account.DisplayName).FirstOrDefault(),
        };

    private static string KeyOf(RequestOrder order, RequestRow last) => order switch
    {
        RequestOrder.ByDueDay => string.Create(CultureInfo.InvariantCulture, $"{last.DueOn:yyyyMMdd}-{last.Id}"),
        RequestOrder.Newest => string.Create(CultureInfo.InvariantCulture, $"-{last.Id}"),
    };

    private static (DateOnly? Day, long? Id) KeyOrNull(string? key) =>
        key?.Split('-') is [var day, var id] && long.TryParse(id, CultureInfo.InvariantCulture, out var number)
            ? (DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? due : null, number)
            : (null, null);
}

/// <summary>Somebody to whom a case can be given.</summary>
public sealed record Handler(Guid AccountId, string Name);
