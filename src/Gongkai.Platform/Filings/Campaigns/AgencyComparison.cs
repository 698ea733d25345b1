using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>Holds an agency's figures beside those of its last year and of the agencies of its kind in the campaign.</summary>
public sealed class AgencyComparison(GongkaiDb db, CampaignQueries campaigns, FilingCheck check)
{
    /// <summary>The comparison; null where the actor does not supervise the campaign, or the agency is not in it.</summary>
    public async Task<ComparedAgency?> RunAsync(int campaignId, int agencyId, Actor actor, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(campaignId, actor, cancellation) is not { } board)
        {
            return null;
        }

        var year = board.Campaign.Year;
        var agency = await (
            from member in db.CampaignMembers.AsNoTracking()
            join candidate in db.Agencies.AsNoTracking() on member.AgencyId equals candidate.Id
            where member.CampaignId == campaignId && candidate.Id == agencyId
            select new { candidate.Name, candidate.Kind }).SingleOrDefaultAsync(cancellation);
        if (agency is null)
        {
            return null;
        }

        var reports = await (
            from member in db.CampaignMembers.AsNoTracking()
            join candidate in db.Agencies.AsNoTracking() on member.AgencyId equals candidate.Id
            join filing in db.Filings.AsNoTracking() on candidate.Id equals filing.AgencyId
            where member.CampaignId == campaignId && candidate.Kind == agency.Kind && filing.Year == year
            select new { candidate.Id, FilingId = filing.Id, filing.Figures }).ToListAsync(cancellation);
        var own = reports.Find(report => report.Id == agencyId);
        var peers = reports.FindAll(report => report.Id != agencyId).ConvertAll(report => report.Figures);
        var last = (await check.FrameAsync(agencyId, year, cancellation)).Context.Last;
        return new ComparedAgency
        {
            Campaign = board.Campaign,
            AgencyId = agencyId,
            AgencyName = agency.Name,
            Kind = agency.Kind,
            FilingId = own?.FilingId,
            HasLast = last is not null,
            Peers = peers.Count,
            Rows = [.. NationalForm.Figures.Select(figure => RowOf(figure.Address, own?.Figures, last, peers)).Where(row => row.IsWorthShowing)],
        };
    }

    private static ComparedFigure RowOf(FigureAddress address, decimal?[]? own, AnnualReport? last, List<decimal?[]> peers)
    {
        List<decimal> values = [.. peers.Select(figures => Of(figures, address)).OfType<decimal>().Order()];
        return new ComparedFigure
        {
            Address = address,
            Value = Of(own, address),
            Last = last?.Figures[address].ValueOrNull,
            Median = values.Count == 0 ? null : values.Count % 2 == 1 ? values[values.Count / 2] : (values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2,
            Highest = values.Count == 0 ? null : values[^1],
        };
    }

    private static decimal? Of(decimal?[]? figures, FigureAddress address) => figures is not null && address.Index < figures.Length ? figures[address.Index] : null;
}

/// <summary>An agency's figures beside others.</summary>
public sealed record ComparedAgency
{
    public required CampaignLine Campaign { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required Organizations.AgencyKind Kind { get; init; }

    public int? FilingId { get; init; }

    public required bool HasLast { get; init; }

    /// <summary>How many reports of agencies of the same kind there are.</summary>
    public required int Peers { get; init; }

    public required IReadOnlyList<ComparedFigure> Rows { get; init; }
}

/// <summary>One figure beside last year's and those of the peers.</summary>
public sealed record ComparedFigure
{
    private const decimal Far = 10;

    public required FigureAddress Address { get; init; }

    public decimal? Value { get; init; }

    public decimal? Last { get; init; }

    public decimal? Median { get; init; }

    public decimal? Highest { get; init; }

    public decimal? Change => Value - Last;

    /// <summary>More than double or less than half of last year's, by ten or more.</summary>
    public bool IsFarFromLast => Change is { } change && Math.Abs(change) >= Far && (Value > Last * 2 || Value * 2 < Last);

    /// <summary>Beyond the highest of the peers, by ten or more.</summary>
    public bool IsBeyondPeers => Value - Highest >= Far;

    internal bool IsWorthShowing => Value is not (null or 0) || Last is not (null or 0) || Median is not (null or 0);
}
