using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>What an authority sees of a campaign: the board of all agencies, and all findings of all reports.</summary>
public sealed class CampaignQueries(GongkaiDb db, TimeProvider time)
{
    public const int PageSize = 100;
    private const int MostExported = 100_000;

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
        var (order, id) = BoardKey.Parse(after);
        var page = await InOrder(Filtered(campaign, filter).Where(row => row.SortOrder > order || (row.SortOrder == order && row.AgencyId > id)))
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        return page.Count > PageSize
            ? new Page<BoardRow>(page[..PageSize], BoardKey.Of(page[PageSize - 1]))
            : new Page<BoardRow>(page, null);
    }

    /// <summary>The agencies that need a look first: those late, then those whose report has the most errors, of all that are not through.</summary>
    public async Task<IReadOnlyList<BoardRow>> WorstAsync(CampaignLine campaign, int count, CancellationToken cancellation) =>
        await Rows(campaign, time.Today())
            .Where(row => row.IsLate || (row.Errors > 0 && row.Standing != Standing.Accepted && row.Standing != Standing.Published))
            .OrderByDescending(row => row.IsLate).ThenByDescending(row => row.Errors).ThenBy(row => row.Standing).ThenBy(row => row.SortOrder).ThenBy(row => row.AgencyId)
            .Take(count).ToListAsync(cancellation);

    /// <summary>The whole of the board that a filter leaves.</summary>
    public async Task<IReadOnlyList<BoardRow>> AllRowsAsync(CampaignLine campaign, BoardFilter filter, CancellationToken cancellation) =>
        await InOrder(Filtered(campaign, filter)).Take(MostExported).ToListAsync(cancellation);

    private static IQueryable<BoardRow> InOrder(IQueryable<BoardRow> rows) => rows.OrderBy(row => row.SortOrder).ThenBy(row => row.AgencyId);

    private IQueryable<BoardRow> Filtered(CampaignLine campaign, BoardFilter filter)
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

        return filter.Name is { Length: > 0 } name ? rows.Where(row => row.AgencyName.Contains(name) || row.ShortName.Contains(name)) : rows;
    }

    /// <summary>Which agencies have yet to submit, among those given or among all.</summary>
    public Task<List<int>> OwingAsync(CampaignLine campaign, IReadOnlyList<int>? among, CancellationToken cancellation) =>
        Rows(campaign, time.Today())
            .Where(row => row.Standing == Standing.NotBegun || row.Standing == Standing.Draft || row.Standing == Standing.WaitingInside || row.Standing == Standing.Returned)
            .Where(row => among == null || among.Contains(row.AgencyId))
            .Select(row => row.AgencyId)
            .ToListAsync(cancellation);

    /// <summary>How often each rule speaks in a campaign's reports, the gravest first.</summary>
    public async Task<IReadOnlyList<RuleCount>> RulesAsync(CampaignLine campaign, CancellationToken cancellation) =>
        await FindingsOf(campaign)
            .GroupBy(row => new { row.Rule, row.Severity, row.Rank })
            .OrderBy(group => group.Key.Rank).ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Rule)
            .Select(group => new RuleCount(group.Key.Rule, group.Key.Severity, group.Count(), group.Select(row => row.FilingId).Distinct().Count()))
            .ToListAsync(cancellation);

    /// <summary>A page of all findings of all reports of a campaign, errors first.</summary>
    public async Task<Page<FindingRow>> FindingsAsync(CampaignLine campaign, FindingFilter filter, string? after, CancellationToken cancellation)
    {
        var findings = Filtered(campaign, filter);
        if (FindingKey.Parse(after) is var (rank, filing, number))
        {
            findings = findings.Where(row => row.Rank > rank || (row.Rank == rank && (row.FilingId > filing || (row.FilingId == filing && row.Number > number))));
        }

        var rows = await InOrder(findings).Take(PageSize + 1).ToListAsync(cancellation);
        return rows.Count > PageSize
            ? new Page<FindingRow>(rows[..PageSize], FindingKey.Of(rows[PageSize - 1]))
            : new Page<FindingRow>(rows, null);
    }

    public Task<int> CountFindingsAsync(CampaignLine campaign, FindingFilter filter, CancellationToken cancellation) => Filtered(campaign, filter).CountAsync(cancellation);

    /// <summary>All findings that a filter leaves, as far as one file can hold them.</summary>
    public async Task<IReadOnlyList<FindingRow>> AllFindingsAsync(CampaignLine campaign, FindingFilter filter, CancellationToken cancellation) =>
        await InOrder(Filtered(campaign, filter)).Take(MostExported).ToListAsync(cancellation);

    private static IQueryable<FindingRow> InOrder(IQueryable<FindingRow> findings) => findings.OrderBy(row => row.Rank).ThenBy(row => row.FilingId).ThenBy(row => row.Number);

    private IQueryable<FindingRow> Filtered(CampaignLine campaign, FindingFilter filter)
    {
        var findings = FindingsOf(campaign);
        if (filter.Rule is { Length: > 0 } rule)
        {
            findings = findings.Where(row => row.Rule == rule);
        }

        if (filter.Severity is { } severity)
        {
            findings = findings.Where(row => row.Severity == severity);
        }

        if (filter.AgencyId is { } agency)
        {
            findings = findings.Where(row => row.AgencyId == agency);
        }

        return filter.Name is { Length: > 0 } name ? findings.Where(row => row.AgencyName.Contains(name) || row.FullName.Contains(name)) : findings;
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
            AgencyId = agency.Id,
            AgencyName = agency.ShortName ?? agency.Name,
            FullName = agency.Name,
            Rule = finding.Rule,
            Severity = finding.Severity,
            Rank = finding.Severity == Reports.Severity.Error ? 0 : finding.Severity == Reports.Severity.Warning ? 1 : 2,
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
