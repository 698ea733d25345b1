using Gongkai.Law.Calendar;

namespace Gongkai.Law.Publishing;

/// <summary>What comes before a 规章 or a 行政规范性文件 is published, and its filing for the record after (国办发〔2018〕37号、〔2018〕115号; 《优化营商环境条例》第六十二条、第六十三条).</summary>
public sealed record NormativeProcedure
{
    /// <summary>《优化营商环境条例》第六十二条：公开征求意见的期限一般不少于 30 日.</summary>
    public const int LeastDays = 30;

    /// <summary>与市场主体生产经营活动密切相关.</summary>
    public bool ConcernsMarket { get; init; }

    /// <summary>征求意见的第一日和最后一日.</summary>
    public DateOnly? ConsultedFrom { get; init; }

    public DateOnly? ConsultedTo { get; init; }

    /// <summary>在哪里征求意见.</summary>
    public string ConsultedWhere { get; init; } = "";

    /// <summary>收到的意见条数、采纳的条数.</summary>
    public int? OpinionsReceived { get; init; }

    public int? OpinionsAdopted { get; init; }

    /// <summary>Why the draft was not put before the public, or for fewer days than are demanded.</summary>
    public string NotConsultedBecause { get; init; } = "";

    /// <summary>公平竞争审查.</summary>
    public DateOnly? CompetitionReviewedOn { get; init; }

    public string CompetitionOpinion { get; init; } = "";

    /// <summary>合法性审核机构.</summary>
    public string LegalityReviewer { get; init; } = "";

    /// <summary>The day on which the complete draft was handed in.</summary>
    public DateOnly? LegalitySentOn { get; init; }

    public DateOnly? LegalityReviewedOn { get; init; }

    public LegalityFinding? LegalityFinding { get; init; }

    /// <summary>审核意见书文号和意见.</summary>
    public string LegalityOpinion { get; init; } = "";

    /// <summary>集体审议的会议.</summary>
    public string DeliberatedBy { get; init; } = "";

    public DateOnly? DeliberatedOn { get; init; }

    /// <summary>备案: with whom, and when it was sent there.</summary>
    public string FiledWith { get; init; } = "";

    public DateOnly? FiledOn { get; init; }

    /// <summary>How many days the draft lay before the public; null while that is not known.</summary>
    public int? ConsultedDays => ConsultedFrom is { } from && ConsultedTo is { } to && to >= from ? to.DayNumber - from.DayNumber + 1 : null;

    /// <summary>What stands in the way of its publication, in the order of the steps.</summary>
    /// <param name="madeOn">成文日期.</param>
    /// <param name="today">The day in Beijing.</param>
    public IEnumerable<ProcedureFault> Missing(DateOnly? madeOn, DateOnly today)
    {
        if (ConsultedDays is null)
        {
            if (ConsultedFrom is not null || ConsultedTo is not null || string.IsNullOrWhiteSpace(NotConsultedBecause))
            {
                yield return ProcedureFault.ConsultationMissing;
            }
        }
        else
        {
            foreach (var fault in OfConsultation(today))
            {
                yield return fault;
            }
        }

        if (ConcernsMarket && (CompetitionReviewedOn is not { } competition || competition > today || string.IsNullOrWhiteSpace(CompetitionOpinion)))
        {
            yield return ProcedureFault.CompetitionMissing;
        }

        if (LegalityReviewedOn is not { } reviewed || reviewed > today || LegalityFinding is null || string.IsNullOrWhiteSpace(LegalityReviewer) || string.IsNullOrWhiteSpace(LegalityOpinion))
        {
            yield return ProcedureFault.LegalityMissing;
        }
        else if (LegalityFinding == Publishing.LegalityFinding.Unlawful)
        {
            yield return ProcedureFault.FoundUnlawful;
        }

        if (DeliberatedOn is not { } deliberated || deliberated > today || string.IsNullOrWhiteSpace(DeliberatedBy))
        {
            yield return ProcedureFault.DeliberationMissing;
        }
        else if (deliberated < LegalityReviewedOn)
        {
            yield return ProcedureFault.DeliberatedBeforeLegality;
        }
        else if (madeOn < deliberated)
        {
            yield return ProcedureFault.MadeBeforeDeliberation;
        }
    }

    /// <summary>The last day for 备案: so many working days after publication, as the local rule sets them.</summary>
    public static DateOnly FilingDueOn(DateOnly publishedOn, int days, WorkingCalendar calendar) => calendar.Add(publishedOn, days);

    private IEnumerable<ProcedureFault> OfConsultation(DateOnly today)
    {
        if (ConsultedTo >= today)
        {
            yield return ProcedureFault.ConsultationStillOpen;
        }

        if (ConcernsMarket && ConsultedDays < LeastDays && string.IsNullOrWhiteSpace(NotConsultedBecause))
        {
            yield return ProcedureFault.ConsultationTooShort;
        }

        if (OpinionsReceived is not { } received || OpinionsAdopted is not { } adopted || received < 0 || adopted < 0 || adopted > received)
        {
            yield return ProcedureFault.OpinionsMissing;
        }
    }
}

/// <summary>合法性审核结论.</summary>
public enum LegalityFinding
{
    /// <summary>合法.</summary>
    Lawful,

    /// <summary>应当予以修改，已经修改.</summary>
    LawfulAsChanged,

    /// <summary>不合法，不得提交审议.</summary>
    Unlawful,
}

/// <summary>What is missing or wrong in the procedure.</summary>
public enum ProcedureFault
{
    ConsultationMissing,
    ConsultationStillOpen,
    ConsultationTooShort,
    OpinionsMissing,
    CompetitionMissing,
    LegalityMissing,
    FoundUnlawful,
    DeliberationMissing,
    DeliberatedBeforeLegality,
    MadeBeforeDeliberation,
}
