using Gongkai.Law.Requests;

namespace Gongkai.Platform.Requests.Public;

/// <summary>Which requests of the ledger are meant.</summary>
public sealed record PublicRequestFilter
{
    public int? AgencyId { get; init; }

    /// <summary>The year in which they were concluded.</summary>
    public int? Year { get; init; }

    public OutcomeGroup? Group { get; init; }
}

/// <summary>The parts of table three into which outcomes fall.</summary>
public enum OutcomeGroup
{
    Granted,
    PartlyGranted,
    Withheld,
    Unavailable,
    NotProcessed,
    Otherwise,
}

/// <summary>A concluded request as everybody may see it.</summary>
/// <param name="AgencyId">The agency that answered.</param>
/// <param name="AgencyName">Its name.</param>
/// <param name="Number">登记号.</param>
/// <param name="ReceivedOn">收到之日.</param>
/// <param name="DueOn">The last day for the answer; null where the period waited for the applicant when the case ended.</param>
/// <param name="ConcludedOn">The day on which it was answered.</param>
/// <param name="IsLate">Whether that was after the last day.</param>
/// <param name="Outcome">How.</param>
/// <param name="Wanted">What was asked for; null where the words may tell of a person.</param>
public sealed record PublicRequest(int AgencyId, string AgencyName, string Number, DateOnly ReceivedOn, DateOnly? DueOn, DateOnly ConcludedOn, bool IsLate, Outcome Outcome, string? Wanted);

/// <summary>The figures of one agency in one year.</summary>
/// <param name="AgencyId">The agency; 0 for the sum of all.</param>
/// <param name="AgencyName">Its name.</param>
/// <param name="Received">Requests whose day of receipt lies in the year.</param>
/// <param name="Concluded">Requests first concluded in the year.</param>
/// <param name="Late">Those of them that were answered after their last day.</param>
/// <param name="Outcomes">Those concluded, by the part of table three.</param>
public sealed record PublicRequestFigures(int AgencyId, string AgencyName, int Received, int Concluded, int Late, IReadOnlyDictionary<OutcomeGroup, int> Outcomes);

/// <summary>What outcomes are called when they are counted together.</summary>
public static class OutcomeGroups
{
    public static string Label(this OutcomeGroup group) => group switch
    {
        OutcomeGroup.Granted => "予以公开",
        OutcomeGroup.PartlyGranted => "部分公开",
        OutcomeGroup.Withheld => "不予公开",
        OutcomeGroup.Unavailable => "无法提供",
        OutcomeGroup.NotProcessed => "不予处理",
        OutcomeGroup.Otherwise => "其他处理",
    };

    public static OutcomeGroup Of(Outcome outcome) => OutcomeRule.Of(outcome).Row.Split('.')[0] switch
    {
        "granted" => OutcomeGroup.Granted,
        "partlyGranted" => OutcomeGroup.PartlyGranted,
        "withheld" => OutcomeGroup.Withheld,
        "unavailable" => OutcomeGroup.Unavailable,
        "notProcessed" => OutcomeGroup.NotProcessed,
        _ => OutcomeGroup.Otherwise,
    };

    internal static IReadOnlyList<Outcome> Members(OutcomeGroup group) => [.. Enum.GetValues<Outcome>().Where(outcome => Of(outcome) == group)];
}
