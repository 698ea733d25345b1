using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>Adds the reports of a campaign cell by cell: who is in it, who is missing, what could not be added, and where a typed overall report differs.</summary>
public sealed class CampaignSum(GongkaiDb db, LedgerFigures ledger)
{
    /// <summary>What the sum calls the part that comes from the ledger of the authority itself.</summary>
    public const string OwnLedger = "本级台账";

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
            select new Part(
                agency.Id,
                agency.ShortName ?? agency.Name,
                filing == null ? null : filing.Id,
                filing == null ? null : filing.State,
                filing == null ? null
                    : Counting.Contains(filing.State) ? filing.Figures
                    : db.FilingVersions.Where(version => version.FilingId == filing.Id && version.Number == filing.PublishedVersion).Select(version => version.Figures).FirstOrDefault()))
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

        var included = parts.Where(part => part.Figures is { Length: > 0 }).ToList();
        if (await ledger.AdoptedAsync(campaign.AgencyId, campaign.Year, cancellation) is { } own)
        {
            included.Insert(0, new Part(campaign.AgencyId, OwnLedger, null, null, FiguresOf(own)));
        }

        return new SumOfCampaign
        {
            CampaignId = campaignId,
            Year = campaign.Year,
            AgencyId = campaign.AgencyId,
            AgencyName = campaign.Name,
            Included = [.. included.Select(MemberOf)],
            Missing = [.. parts.Where(part => part.Figures is not { Length: > 0 }).Select(MemberOf)],
            LeftOut = leftOut,
            TypedFilingId = typed?.Id,
            Cells = Add(included, typed?.Figures),
            Handovers = Handovers.Of(
                [.. parts.Select(part => new HandoverMember(part.AgencyId, part.AgencyName, part.FilingId, part.Figures))],
                await EarlierAsync(campaign.Year, campaign.Path, cancellation),
                await SuccessionsAsync(campaign.Year, campaign.Path, cancellation)),
        };
    }

    /// <summary>The parts of one cell of the sum: each agency's figure. Empty where the actor does not supervise the campaign.</summary>
    public async Task<IReadOnlyList<CellPart>> PartsAsync(int campaignId, FigureAddress address, Actor actor, CancellationToken cancellation) =>
        await RunAsync(campaignId, actor, cancellation) is { } sum ? PartsOf(sum, address) : [];

    /// <summary>Each included agency's figure in one cell.</summary>
    public static IReadOnlyList<CellPart> PartsOf(SumOfCampaign sum, FigureAddress address) =>
        [.. sum.Included.Select(member => new CellPart(member.AgencyId, member.AgencyName, member.FilingId, FigureOf(member.Figures, address)))];

    private static decimal? FigureOf(decimal?[]? figures, FigureAddress address) => figures is not null && address.Index < figures.Length ? figures[address.Index] : null;

    /// <summary>Figures of a ledger in the order of the form; what it does not count adds nothing.</summary>
    private static decimal?[] FiguresOf(IReadOnlyDictionary<FigureAddress, decimal> ledger) => [.. NationalForm.Figures.Select(figure => (decimal?)ledger.GetValueOrDefault(figure.Address))];

    private static SumMember MemberOf(Part part) => new(part.AgencyId, part.AgencyName, part.FilingId) { State = part.State, Figures = part.Figures };

    /// <summary>What the reports of the year before carried out, of every agency of the authority, those that have ended since among them.</summary>
    private async Task<List<EarlierReport>> EarlierAsync(int year, string path, CancellationToken cancellation) => await (
        from filing in db.Filings.AsNoTracking()
        join agency in db.Agencies.AsNoTracking() on filing.AgencyId equals agency.Id
        where filing.Year == year - 1 && agency.Path.StartsWith(path)
        let published = db.FilingVersions.Where(version => version.FilingId == filing.Id && version.Number == filing.PublishedVersion).Select(version => version.Figures).FirstOrDefault()
        where published != null || Counting.Contains(filing.State)
        select new EarlierReport(agency.Id, agency.ShortName ?? agency.Name, published ?? filing.Figures)).ToListAsync(cancellation);

    /// <summary>Who took over from whom up to the last day of the year.</summary>
    private async Task<List<TakenOver>> SuccessionsAsync(int year, string path, CancellationToken cancellation)
    {
        var lastDay = new DateOnly(year, 12, 31);
        return await (
            from succession in db.Successions.AsNoTracking()
            join before in db.Agencies.AsNoTracking() on succession.PredecessorId equals before.Id
            where before.Path.StartsWith(path) && succession.On <= lastDay
            select new TakenOver(succession.PredecessorId, succession.SuccessorId)).ToListAsync(cancellation);
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

    /// <summary>Where agencies have ended: the open cases that their successors have to carry in.</summary>
    public required IReadOnlyList<CaseHandover> Handovers { get; init; }

    /// <summary>One for each figure of the form, in its order.</summary>
    public required IReadOnlyList<SummedCell> Cells { get; init; }
}

/// <summary>An agency in or missing from a sum; in it without a filing: the ledger of the authority itself.</summary>
public sealed record SumMember(int AgencyId, string AgencyName, int? FilingId)
{
    public FilingState? State { get; init; }

    internal decimal?[]? Figures { get; init; }
}

/// <summary>A cell of a sum: what was added, in which filings it holds no number, and what the overall report says.</summary>
public sealed record SummedCell(FigureAddress Address, decimal Sum, IReadOnlyList<int> NotAdded, decimal? Typed)
{
    public bool Differs => Typed is { } typed && typed != Sum;
}

/// <summary>What one agency adds to a cell; without a filing where it comes from the ledger of the authority itself.</summary>
public sealed record CellPart(int AgencyId, string AgencyName, int? FilingId, decimal? Value);
