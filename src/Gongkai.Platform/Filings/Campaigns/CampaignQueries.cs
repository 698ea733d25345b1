using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>What an authority sees of a campaign: the board of all agencies, and all findings of all reports.</summary>
public sealed class CampaignQueries(GongkaiDb db, TimeProvider time)
{
    public const int PageSize = 100;

    /// <summary>The campaigns within the actor's reach, the newest first.</summary>
    public async Task<IReadOnlyList<CampaignLine>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        var scope = Gate.ScopeOf(actor, Act.SuperviseFilings);
        var agencies = Organizations.AgencyScope.Within(db.Agencies.AsNoTracking(), scope);
        return await (
            from campaign in db.Campaigns.AsNoTracking()
            join agency in agencies on campaign.AgencyId equals agency.Id
            orderby campaign.Year descending, agency.Path
            select new CampaignLine(campaign.Id, agency.Id, agency.Name, campaign.Year, campaign.OpensOn, campaign.InternalDueOn, campaign.ClosedAt)).ToListAsync(cancellation);
    }

    /// <summary>One campaign with how many agencies stand where; null where the actor does not supervise it.</summary>
    public async Task<CampaignBoard?> FindAsync(int campaignId, Actor actor, CancellationToken cancellation)
    {
        var found = await (
            from campaign in db.Campaigns.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on campaign.AgencyId equals agency.Id
            where campaign.Id == campaignId
            select new { Line = new CampaignLine(campaign.Id, agency.Id, agency.Name, campaign.Year, campaign.OpensOn, campaign.InternalDueOn, campaign.ClosedAt), agency.Path })
            .SingleOrDefaultAsync(cancellation);
        if (found is null || !Gate.May(actor, Act.SuperviseFilings, found.Path))
        {
            return null;
        }

        var today = time.Today();
        var counts = await Rows(found.Line, today)
            .GroupBy(row => new { row.Standing, row.IsLate, HasErrors = row.Errors > 0 })
            .Select(group => new { group.Key.Standing, group.Key.IsLate, group.Key.HasErrors, Count = group.Count() })
            .ToListAsync(cancellation);
        return new CampaignBoard(
            found.Line,
            found.Path,
            counts.GroupBy(row => row.Standing).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
            counts.Sum(row => row.Count),
            counts.Where(row => row.IsLate).Sum(row => row.Count),
            counts.Where(row => row.HasErrors).Sum(row => row.Count));
    }

    /// <summary>A page of the board, in the order of the tree.</summary>
    public async Task<Page<BoardRow>> RowsAsync(CampaignLine campaign, BoardFilter filter, string? after, CancellationToken cancellation)
    {
        var rows = Rows(campaign, time.Today());
        if (filter.Standing is { } standing)
        {
            rows = rows.Where(row => row.Standing == standing);
        }

        if (filter.LateOnly)
        {
            rows = rows.Where(row => row.IsLate);
        }

        if (filter.WithErrorsOnly)
        {
            rows = rows.Where(row => row.Errors > 0);
        }

        if (filter.Name is { Length: > 0 } name)
        {
            rows = rows.Where(row => row.AgencyName.Contains(name));
        }

        var (order, id) = BoardKey.Parse(after);
        var page = await rows
            .Where(row => row.SortOrder > order || (row.SortOrder == order && row.AgencyId > id))
            .OrderBy(row => row.SortOrder).ThenBy(row => row.AgencyId)
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        return page.Count > PageSize
            ? new Page<BoardRow>(page[..PageSize], BoardKey.Of(page[PageSize - 1]))
            : new Page<BoardRow>(page, null);
    }

    /// <summary>Which agencies have yet to submit, among those given or among all.</summary>
    public Task<List<int>> OwingAsync(CampaignLine campaign, IReadOnlyList<int>? among, CancellationToken cancellation) =>
        Rows(campaign, time.Today())
            .Where(row => row.Standing == Standing.NotBegun || row.Standing == Standing.Draft || row.Standing == Standing.WaitingInside || row.Standing == Standing.Returned)
            .Where(row => among == null || among.Contains(row.AgencyId))
            .Select(row => row.AgencyId)
            .ToListAsync(cancellation);

    /// <summary>How often each rule speaks in a campaign's reports.</summary>
    public async Task<IReadOnlyList<RuleCount>> RulesAsync(CampaignLine campaign, CancellationToken cancellation) =>
        await FindingsOf(campaign)
            .GroupBy(row => new { row.Rule, row.Severity })
            .Select(group => new RuleCount(group.Key.Rule, group.Key.Severity, group.Count(), group.Select(row => row.FilingId).Distinct().Count()))
            .OrderByDescending(rule => rule.Severity == Reports.Severity.Error).ThenByDescending(rule => rule.Count)
            .ToListAsync(cancellation);

    /// <summary>A page of all findings of all reports of a campaign, errors first.</summary>
    public async Task<Page<FindingRow>> FindingsAsync(CampaignLine campaign, string? rule, string? after, CancellationToken cancellation)
    {
        var (filing, number) = BoardKey.Parse(after);
        var rows = await FindingsOf(campaign)
            .Where(row => (rule == null || row.Rule == rule) && (row.FilingId > filing || (row.FilingId == filing && row.Number > number)))
            .OrderBy(row => row.FilingId).ThenBy(row => row.Number)
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        return rows.Count > PageSize
            ? new Page<FindingRow>(rows[..PageSize], FormattableString.Invariant($"{rows[PageSize - 1].FilingId}.{rows[PageSize - 1].Number}"))
            : new Page<FindingRow>(rows, null);
    }

    private IQueryable<FindingRow> FindingsOf(CampaignLine campaign) =>
        from finding in db.FilingFindings.AsNoTracking()
        join filing in db.Filings.AsNoTracking() on finding.FilingId equals filing.Id
        join member in db.CampaignMembers.AsNoTracking() on filing.AgencyId equals member.AgencyId
        join agency in db.Agencies.AsNoTracking() on filing.AgencyId equals agency.Id
        where member.CampaignId == campaign.Id && filing.Year == campaign.Year
        select new FindingRow
        {
            FilingId = filing.Id,
            Number = finding.Number,
            AgencyName = agency.ShortName ?? agency.Name,
            Rule = finding.Rule,
            Severity = finding.Severity,
            At = finding.At,
            Section = finding.Section,
            Message = finding.Message,
        };

    private IQueryable<BoardRow> Rows(CampaignLine campaign, DateOnly today) =>
        from member in db.CampaignMembers.AsNoTracking()
        join agency in db.Agencies.AsNoTracking() on member.AgencyId equals agency.Id
        join filing in db.Filings.AsNoTracking().Where(filing => filing.Year == campaign.Year) on member.AgencyId equals filing.AgencyId into filings
        from filing in filings.DefaultIfEmpty()
        where member.CampaignId == campaign.Id
        select new BoardRow
        {
            AgencyId = agency.Id,
            AgencyName = agency.Name,
            ShortName = agency.ShortName ?? agency.Name,
            SortOrder = agency.SortOrder,
            FilingId = filing == null ? null : filing.Id,
            Standing = filing == null ? Standing.NotBegun
                : filing.State == FilingState.Draft ? Standing.Draft
                : filing.State == FilingState.InReview || filing.State == FilingState.Signed ? Standing.WaitingInside
                : filing.State == FilingState.Submitted ? Standing.Submitted
                : filing.State == FilingState.Returned ? Standing.Returned
                : filing.State == FilingState.Accepted ? Standing.Accepted
                : Standing.Published,
            Errors = filing == null ? 0 : filing.Errors,
            Warnings = filing == null ? 0 : filing.Warnings,
            Unsettled = filing == null ? 0 : filing.Unsettled,
            DueOn = campaign.InternalDueOn != null && campaign.InternalDueOn < member.StatutoryDueOn ? campaign.InternalDueOn.Value : member.StatutoryDueOn,
            IsLate = (campaign.InternalDueOn != null && campaign.InternalDueOn < member.StatutoryDueOn ? campaign.InternalDueOn.Value : member.StatutoryDueOn) < today
                && (filing == null || filing.State == FilingState.Draft || filing.State == FilingState.InReview || filing.State == FilingState.Signed || filing.State == FilingState.Returned),
            SubmittedAt = filing == null ? null : filing.SubmittedAt,
            PublishedAt = filing == null ? null : filing.PublishedAt,
            LastUrgedAt = member.LastUrgedAt,
            TimesUrged = member.TimesUrged,
            IsCounted = member.CountedInSum,
        };
}
