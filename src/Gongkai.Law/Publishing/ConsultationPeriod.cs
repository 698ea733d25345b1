namespace Gongkai.Law.Publishing;

/// <summary>How long the public is asked for its opinion of a draft: 30 days where a law says so; the first day is not counted.</summary>
public static class ConsultationPeriod
{
    private const int ByLaw = 30;

    /// <summary>The least number of days for what the draft is.</summary>
    public static int LeastDays(ConsultationBasis basis) => basis == ConsultationBasis.Other ? 1 : ByLaw;

    /// <summary>The days between the first and the last, the first not counted.</summary>
    public static int Days(DateOnly first, DateOnly last) => last.DayNumber - first.DayNumber;

    /// <summary>Whether the public has to be told why it is asked for so few days.</summary>
    public static bool IsShort(ConsultationBasis basis, DateOnly first, DateOnly last) => Days(first, last) < LeastDays(basis);

    /// <summary>What the number of days rests on; empty where no law says one.</summary>
    public static string BasedOn(ConsultationBasis basis) => basis switch
    {
        ConsultationBasis.MajorDecision => "《重大行政决策程序暂行条例》第十五条",
        ConsultationBasis.MarketRules => "《优化营商环境条例》第六十二条",
        ConsultationBasis.LandAcquisition => "《土地管理法》第四十七条",
        ConsultationBasis.HousingExpropriation => "《国有土地上房屋征收与补偿条例》第十条",
        ConsultationBasis.Other => "",
    };
}

/// <summary>What a draft is, by the law that says for how long the public is asked.</summary>
public enum ConsultationBasis
{
    /// <summary>重大行政决策.</summary>
    MajorDecision,

    /// <summary>与市场主体生产经营活动密切相关的规范性文件.</summary>
    MarketRules,

    /// <summary>征地补偿安置方案.</summary>
    LandAcquisition,

    /// <summary>房屋征收补偿方案.</summary>
    HousingExpropriation,

    /// <summary>其他.</summary>
    Other,
}
