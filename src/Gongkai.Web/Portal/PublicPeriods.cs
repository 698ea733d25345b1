using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;

namespace Gongkai.Web.Portal;

/// <summary>A period that anybody can have counted.</summary>
public enum PublicPeriod
{
    Answer,
    ExtendedAnswer,
    ClarificationNotice,
    ThirdParty,
    OtherAgency,
    Payment,
    Reconsideration,
    DirectSuit,
    SuitAfterReconsideration,

    /// <summary>As many working days as one likes.</summary>
    Own,
}

/// <summary>How each of them is counted.</summary>
public static class PublicPeriods
{
    public const int MostDays = 400;

    public static string Label(this PublicPeriod period) => period switch
    {
        PublicPeriod.Answer => "答复申请（20 个工作日）",
        PublicPeriod.ExtendedAnswer => "答复申请，延长以后（20 + 20 个工作日）",
        PublicPeriod.ClarificationNotice => "告知补正（7 个工作日）",
        PublicPeriod.ThirdParty => "第三方提出意见（15 个工作日）",
        PublicPeriod.OtherAgency => "其他机关提出意见（15 个工作日）",
        PublicPeriod.Payment => "缴纳信息处理费（20 个工作日）",
        PublicPeriod.Reconsideration => "申请行政复议（60 日）",
        PublicPeriod.DirectSuit => "直接起诉（6 个月）",
        PublicPeriod.SuitAfterReconsideration => "复议以后起诉（15 日）",
        PublicPeriod.Own => "自己填天数（工作日）",
    };

    /// <summary>The period as a clock; null for one that is not counted in working days.</summary>
    public static Clock? ClockOf(PublicPeriod period, DateOnly from, int days, WorkingCalendar calendar, ClockRules rules)
    {
        (ClockId Id, int Days, int Extension)? length = period switch
        {
            PublicPeriod.Answer => (ClockId.Answer, rules.Answer, 0),
            PublicPeriod.ExtendedAnswer => (ClockId.Answer, rules.Answer + rules.Extension, rules.Extension),
            PublicPeriod.ClarificationNotice => (ClockId.ClarificationNotice, rules.ClarificationNotice, 0),
            PublicPeriod.ThirdParty => (ClockId.ThirdPartyOpinion, rules.Consultation, 0),
            PublicPeriod.OtherAgency => (ClockId.AgencyOpinion, rules.Consultation, 0),
            PublicPeriod.Payment => (ClockId.Payment, rules.Payment, 0),
            PublicPeriod.Own => (ClockId.Clarification, days, 0),
            PublicPeriod.Reconsideration or PublicPeriod.DirectSuit or PublicPeriod.SuitAfterReconsideration => null,
        };
        if (length is not { } counted)
        {
            return null;
        }

        var last = calendar.Add(from, counted.Days);
        return new Clock
        {
            Id = counted.Id, From = from, Days = counted.Days, ExtendedBy = counted.Extension, LastDay = last, State = ClockState.Running, IsProvisional = calendar.IsProvisional(last),
        };
    }

    /// <summary>The last day of a period of days or months, and how it is counted; null for the others.</summary>
    public static (DateOnly Day, string Why)? PlainOf(PublicPeriod period, DateOnly from, WorkingCalendar calendar) => period switch
    {
        PublicPeriod.Reconsideration => (Remedies.LastDayForReconsideration(from, calendar), "从知道答复的次日起数六十日，节假日也算；最后一天放假的，顺延到放假后的第一个工作日（《行政复议法》第二十条）。"),
        PublicPeriod.DirectSuit => (Remedies.LastDayForDirectSuit(from, calendar), "从知道答复之日起六个月；最后一天放假的，顺延到放假后的第一个工作日（《行政诉讼法》第四十六条）。"),
        PublicPeriod.SuitAfterReconsideration => (Remedies.LastDayForSuitAfterReconsideration(from, calendar), "从收到复议决定书的次日起数十五日，节假日也算；最后一天放假的，顺延到放假后的第一个工作日（《行政诉讼法》第四十五条）。"),
        PublicPeriod.Answer or PublicPeriod.ExtendedAnswer or PublicPeriod.ClarificationNotice or PublicPeriod.ThirdParty or PublicPeriod.OtherAgency or PublicPeriod.Payment or PublicPeriod.Own => null,
    };

    /// <summary>What the day is from which the period runs.</summary>
    public static string StartOf(PublicPeriod period) => period switch
    {
        PublicPeriod.Answer or PublicPeriod.ExtendedAnswer or PublicPeriod.ClarificationNotice => "收到申请之日（补正的，收到补正之日）",
        PublicPeriod.ThirdParty or PublicPeriod.OtherAgency => "收到征求意见书之日",
        PublicPeriod.Payment => "收到收费通知之日",
        PublicPeriod.Reconsideration or PublicPeriod.DirectSuit => "知道答复之日",
        PublicPeriod.SuitAfterReconsideration => "收到复议决定书之日",
        PublicPeriod.Own => "起算日",
    };
}
