using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>Adds the reports of a campaign cell by cell: who is in it, who is missing, what could not be added, and where a typed overall report differs.</summary>
public sealed class CampaignSum(GongkaiDb db)
{
    private static readonly FilingState[] Counting = [FilingState.Submitted, FilingState.Accepted, FilingState.Published];

    /// <summary>The sum of a campaign; null where the actor does not supervise it.</summary>
    public async Task<SumOfCampaign?> RunAsync(int campaignId, Actor actor, CancellationToken cancellation)
    {
        var campaign = await (
            from candidate in db.Campaigns.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on candidate.AgencyId equals agency.Id
            where candidate.Id == campaignId
            select new { candidate.Year, candidate.AgencyId, agency.Path, agency.Name }).SingleOrDefaultAsync(cancellation);
        if (campaign is null || !Gate.May(actor, Act.SuperviseFilings, campaign.Path))
        {
            return null;
        }

        var parts = await (
            from member in db.CampaignMembers.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on member.AgencyId equals agency.Id
            join filing in db.Filings.AsNoTracking().Where(filing => filing.Year == campaign.Year) on member.AgencyId equals filing.AgencyId into filings
            from filing in filings.DefaultIfEmpty()
            where member.CampaignId == campaignId && member.CountedInSum
            orderby agency.SortOrder, agency.Id
            select new Part(agency.Id, agency.ShortName ?? agency.Name, filing == null ? null : filing.Id, filing == null ? null : filing.State, filing == null ? null : filing.Figures))
            .ToListAsync(cancellation);
        var typed = await db.Filings.AsNoTracking()
            .Where(filing => filing.AgencyId == campaign.AgencyId && filing.Year == campaign.Year)
            .Select(filing => new { filing.Id, filing.Figures })
            .SingleOrDefaultAsync(cancellation);
        var leftOut = await db.Agencies.AsNoTracking()
            .Where(agency => agency.Path.StartsWith(campaign.Path) && agency.IsVertical)
            .OrderBy(agency => agency.SortOrder)
            .Select(agency => agency.ShortName ?? agency.Name)
            .ToListAsync(cancellation);

        var included = parts.Where(part => part.State is { } state && Counting.Contains(state)).ToList();
        return new SumOfCampaign
        {
            CampaignId = campaignId,
            Year = campaign.Year,
            AgencyId = campaign.AgencyId,
            AgencyName = campaign.Name,
            Included = [.. included.Select(part => new SumMember(part.AgencyId, part.AgencyName, part.FilingId))],
            Missing = [.. parts.Except(included).Select(part => new SumMember(part.AgencyId, part.AgencyName, part.FilingId))],
            LeftOut = leftOut,
            TypedFilingId = typed?.Id,
            Cells = Add(included, typed?.Figures),
        };
    }

    /// <summary>The parts of one cell of the sum: each agency's figure.</summary>
    public async Task<IReadOnlyList<CellPart>> PartsAsync(int campaignId, FigureAddress address, Actor actor, CancellationToken cancellation)
    {
        var sum = await RunAsync(campaignId, actor, cancellation);
        if (sum is null)
        {
            return [];
        }

        // PostgreSQL counts the places of an array from 1.
        var place = address.Index + 1;
        var ids = sum.Included.Select(member => member.FilingId!.Value).ToArray();
        var values = await db.Database
            .SqlQuery<CellValue>($"SELECT id AS \"Id\", figures[{place}] AS \"Value\" FROM filings WHERE id = ANY({ids})")
            .ToDictionaryAsync(row => row.Id, row => row.Value, cancellation);
        return [.. sum.Included.Select(member => new CellPart(member.AgencyId, member.AgencyName, member.FilingId!.Value, values[member.FilingId.Value]))];
    }

    private static SummedCell[] Add(List<Part> included, decimal?[]? typed)
    {
        var figures = NationalForm.Figures;
        var cells = new SummedCell[figures.Length];
        for (var index = 0; index < cells.Length; index++)
        {
            var sum = 0m;
            var notAdded = new List<int>();
            foreach (var part in included)
            {
                if (index < part.Figures!.Length && part.Figures[index] is { } value)
                {
                    sum += value;
                }
                else
                {
                    notAdded.Add(part.FilingId!.Value);
                }
            }

            cells[index] = new SummedCell(figures[index].Address, sum, notAdded, typed is not null && index < typed.Length ? typed[index] : null);
        }

        return cells;
    }

    private sealed record Part(int AgencyId, string AgencyName, int? FilingId, FilingState? State, decimal?[]? Figures);

    private sealed record CellValue(int Id, decimal? Value);
}

/// <summary>The sum of a campaign.</summary>
public sealed record SumOfCampaign
{
    public required int CampaignId { get; init; }

    public required int Year { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required IReadOnlyList<SumMember> Included { get; init; }

    public required IReadOnlyList<SumMember> Missing { get; init; }

    /// <summary>Vertical offices, which report inside their own system.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>The overall report of the authority itself, where it has begun one.</summary>
    public int? TypedFilingId { get; init; }

    /// <summary>One for each figure of the form, in its order.</summary>
    public required IReadOnlyList<SummedCell> Cells { get; init; }
}

/// <summary>An agency in or missing from a sum.</summary>
public sealed record SumMember(int AgencyId, string AgencyName, int? FilingId);

/// <summary>A cell of a sum: what was added, in which filings it holds no number, and what the overall report says.</summary>
public sealed record SummedCell(FigureAddress Address, decimal Sum, IReadOnlyList<int> NotAdded, decimal? Typed)
{
    public bool Differs => Typed is { } typed && typed != Sum;
}

/// <summary>What one agency adds to a cell.</summary>
public sealed record CellPart(int AgencyId, string AgencyName, int FilingId, decimal? Value);
