using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>What waits for a person at work today.</summary>
public sealed class TodayQueries(GongkaiDb db, FilingDesk desk, TimeProvider time)
{
    private const int MostBelow = 10;

    private static readonly FilingAction[] Urgent = [FilingAction.Approve, FilingAction.Sign, FilingAction.Accept, FilingAction.Submit, FilingAction.Publish, FilingAction.Edit];

    /// <summary>The reports that the person's own agencies owe in the open campaigns, the nearest day first.</summary>
    public async Task<IReadOnlyList<OwedReport>> OwedAsync(Actor actor, CancellationToken cancellation)
    {
        var today = time.Today();
        var own = OwnAgencies(actor);
        var owed = await (
            from member in db.CampaignMembers.AsNoTracking()
            join campaign in db.Campaigns.AsNoTracking() on member.CampaignId equals campaign.Id
            join agency in db.Agencies.AsNoTracking() on member.AgencyId equals agency.Id
            join found in db.Filings.AsNoTracking() on new { member.AgencyId, campaign.Year } equals new { found.AgencyId, found.Year } into filings
            from filing in filings.DefaultIfEmpty()
            where own.Contains(member.AgencyId) && campaign.ClosedAt == null && campaign.OpensOn <= today
            select new
            {
                member.AgencyId, agency.Name, agency.Path, campaign.Year, campaign.InternalDueOn, member.StatutoryDueOn,
                FilingId = filing == null ? (int?)null : filing.Id,
                State = filing == null ? (FilingState?)null : filing.State,
            }).ToListAsync(cancellation);
        return
        [
            .. owed.DistinctBy(row => (row.AgencyId, row.Year))
                .Select(row => new OwedReport(
                    row.AgencyId, row.Name, row.Year, DueOn(row.InternalDueOn, row.StatutoryDueOn), row.StatutoryDueOn, row.FilingId, row.State, Gate.May(actor, Act.EditFilings, row.Path)))
                .OrderBy(row => row.DueOn),
        ];
    }

    /// <summary>The filings in which the next step is this person's: of the own agencies, and submitted ones of agencies below. The nearest day first.</summary>
    public async Task<IReadOnlyList<WaitingFiling>> WaitingAsync(Actor actor, CancellationToken cancellation)
    {
        var own = OwnAgencies(actor);
        var supervised = Gate.ScopeOf(actor, Act.SuperviseFilings);
        var rows = await Rows(db.Agencies.AsNoTracking().Where(agency => own.Contains(agency.Id)), filing => filing.State != FilingState.Published, withHeld: false).ToListAsync(cancellation);
        if (!supervised.IsEmpty)
        {
            rows.AddRange(await Rows(db.Agencies.AsNoTracking().Within(supervised).Where(agency => !own.Contains(agency.Id)), filing => filing.State == FilingState.Submitted, withHeld: true)
                .Take(MostBelow).ToListAsync(cancellation));
        }

        var waiting = new List<WaitingFiling>();
        foreach (var row in rows)
        {
            var possible = FilingGate.Possible(await desk.SituationAsync(row.Id, row.State, row.AgencyId, row.Path, cancellation), actor);
            if (Array.Find(Urgent, possible.Contains) is var next && possible.Contains(next))
            {
                waiting.Add(new WaitingFiling(row.Id, row.AgencyName, row.Year, row.State, next, row.Errors, row.Unsettled, row.OpenRemarks, row.DueOn, row.SubmittedAt));
            }
        }

        return [.. waiting.OrderBy(one => one.DueOn ?? DateOnly.MaxValue).ThenBy(one => Array.IndexOf(Urgent, one.Next)).ThenBy(one => one.FilingId)];
    }

    private static DateOnly DueOn(DateOnly? internalDue, DateOnly statutory) => internalDue is { } day && day < statutory ? day : statutory;

    private static List<int> OwnAgencies(Actor actor) =>
        [.. actor.Posts.Where(post => Gate.May(actor with { Posts = [post] }, Act.ViewFilings, post.Path)).Select(post => post.AgencyId).Distinct()];

    private IQueryable<FilingAtHand> Rows(IQueryable<Agency> agencies, System.Linq.Expressions.Expression<Func<Filing, bool>> which, bool withHeld) =>
        from filing in db.Filings.AsNoTracking().Where(which)
        join agency in agencies on filing.AgencyId equals agency.Id
        orderby filing.SubmittedAt, filing.Id
        select new FilingAtHand
        {
            Id = filing.Id,
            AgencyId = agency.Id,
            AgencyName = agency.Name,
            Path = agency.Path,
            Year = filing.Year,
            State = filing.State,
            Errors = filing.Errors,
            Unsettled = filing.Unsettled,
            OpenRemarks = db.Remarks.Count(remark => remark.FilingId == filing.Id && remark.SettledAt == null && (withHeld || !remark.IsHeld)),
            SubmittedAt = filing.SubmittedAt,
            DueOn = (
                from member in db.CampaignMembers
                join campaign in db.Campaigns on member.CampaignId equals campaign.Id
                where member.AgencyId == agency.Id && campaign.Year == filing.Year
                select (DateOnly?)(campaign.InternalDueOn != null && campaign.InternalDueOn < member.StatutoryDueOn ? campaign.InternalDueOn.Value : member.StatutoryDueOn)).Min(),
        };

    private sealed record FilingAtHand
    {
        public required int Id { get; init; }

        public required int AgencyId { get; init; }

        public required string AgencyName { get; init; }

        public required string Path { get; init; }

        public required int Year { get; init; }

        public required FilingState State { get; init; }

        public required int Errors { get; init; }

        public required int Unsettled { get; init; }

        public required int OpenRemarks { get; init; }

        public required DateTimeOffset? SubmittedAt { get; init; }

        public required DateOnly? DueOn { get; init; }
    }
}

/// <summary>A report that one of the person's own agencies owes in an open campaign; not begun where <paramref name="FilingId"/> is null.</summary>
public sealed record OwedReport(
    int AgencyId, string AgencyName, int Year, DateOnly DueOn, DateOnly StatutoryDueOn, int? FilingId, FilingState? State, bool MayEdit)
{
    public bool IsWithAgency => State is null or FilingState.Draft or FilingState.InReview or FilingState.Signed or FilingState.Returned;
}

/// <summary>A filing in which the next step is this person's.</summary>
public sealed record WaitingFiling(
    int FilingId, string AgencyName, int Year, FilingState State, FilingAction Next, int Errors, int Unsettled, int OpenRemarks, DateOnly? DueOn, DateTimeOffset? SubmittedAt);
