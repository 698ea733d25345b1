using Gongkai.Reports;
using Gongkai.Reports.Form;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>
/// The open cases of agencies that have ended: what they carried out of the year before (结转下年度继续办理) their successors have to carry in
/// (上年结转), together with what these carried out themselves.
/// </summary>
internal static class Handovers
{
    private static readonly ApplicantColumn[] Columns = Enum.GetValues<ApplicantColumn>();

    /// <summary>One for each group of agencies that took over from each other, directly or by way of others; an agency that nobody passed into is in none.</summary>
    public static IReadOnlyList<CaseHandover> Of(IReadOnlyList<HandoverMember> members, IReadOnlyList<EarlierReport> earlier, IReadOnlyList<TakenOver> successions)
    {
        var groups = new Dictionary<int, int>();
        foreach (var (predecessor, successor) in successions)
        {
            groups[Root(groups, predecessor)] = Root(groups, successor);
        }

        var before = earlier.ToLookup(report => Root(groups, report.AgencyId));
        return
        [
            .. members.GroupBy(member => Root(groups, member.AgencyId))
                .Select(group => Of([.. group], [.. before[group.Key]]))
                .OfType<CaseHandover>(),
        ];
    }

    private static CaseHandover? Of(List<HandoverMember> successors, List<EarlierReport> before)
    {
        var ended = before.FindAll(report => !successors.Exists(member => member.AgencyId == report.AgencyId));
        if (ended.Count == 0)
        {
            return null;
        }

        var isComplete = successors.TrueForAll(member => member.Figures is { Length: > 0 });
        return new CaseHandover
        {
            From = [.. ended.Select(report => report.AgencyName)],
            To = [.. successors.Select(member => new SumMember(member.AgencyId, member.AgencyName, member.FilingId))],
            Expected = [.. Columns.Select(column => Sum(before.Select(report => report.Figures), NationalForm.Request(RequestRow.CarriedOut, column)))],
            Stated = isComplete ? [.. Columns.Select(column => Sum(successors.Select(member => member.Figures!), NationalForm.Request(RequestRow.CarriedIn, column)))] : null,
        };
    }

    private static decimal Sum(IEnumerable<decimal?[]> figures, FigureAddress address) =>
        figures.Sum(report => address.Index < report.Length ? report[address.Index] ?? 0 : 0);

    private static int Root(Dictionary<int, int> groups, int agency)
    {
        while (groups.TryGetValue(agency, out var next) && next != agency)
        {
            agency = next;
        }

        return agency;
    }
}

/// <summary>Cases that passed from agencies that have ended to those that took over.</summary>
public sealed record CaseHandover
{
    /// <summary>The agencies that have ended.</summary>
    public required IReadOnlyList<string> From { get; init; }

    public required IReadOnlyList<SumMember> To { get; init; }

    /// <summary>What the successors have to carry in together, by the columns of table three.</summary>
    public required IReadOnlyList<decimal> Expected { get; init; }

    /// <summary>What they say that they carried in; null while one of their reports is missing.</summary>
    public required IReadOnlyList<decimal>? Stated { get; init; }

    public bool Differs => Stated is not null && !Stated.SequenceEqual(Expected);

    /// <summary>The last column, 总计.</summary>
    public decimal ExpectedTotal => Expected[^1];

    public decimal? StatedTotal => Stated?[^1];
}

internal sealed record HandoverMember(int AgencyId, string AgencyName, int? FilingId, decimal?[]? Figures);

internal sealed record EarlierReport(int AgencyId, string AgencyName, decimal?[] Figures);

internal sealed record TakenOver(int Predecessor, int Successor);
