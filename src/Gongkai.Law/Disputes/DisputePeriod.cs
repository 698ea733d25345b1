using Gongkai.Law.Calendar;

namespace Gongkai.Law.Disputes;

/// <summary>The unit of a period.</summary>
public enum PeriodUnit
{
    /// <summary>工作日. The “三日、五日、七日、十日” of the reconsideration law are working days (第八十八条第二款).</summary>
    WorkingDays,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Months.</summary>
    Months,
}

/// <summary>Who has to keep a period.</summary>
public enum DisputeParty
{
    /// <summary>The answering agency.</summary>
    Agency,

    /// <summary>The applicant or plaintiff.</summary>
    Applicant,

    /// <summary>The review body or the court.</summary>
    Authority,
}

/// <summary>A period of reconsideration or litigation: from which step it runs, which ends it, how long it is.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Begins">The step from which it runs; that day is not counted.</param>
/// <param name="Ends">The steps that end it.</param>
/// <param name="Length">Its length.</param>
/// <param name="Unit">In which unit.</param>
/// <param name="Party">Who has to keep it.</param>
/// <param name="Source">The article.</param>
public sealed record DisputePeriod(string Label, DisputeStep Begins, IReadOnlyList<DisputeStep> Ends, int Length, PeriodUnit Unit, DisputeParty Party, string Source)
{
    private static readonly DisputeStep[] AcceptedEither = [DisputeStep.Accepted, DisputeStep.AcceptedSummarily];
    private static readonly DisputeStep[] FirstInstance = [DisputeStep.JudgmentReceived, DisputeStep.RulingReceived];

    /// <summary>Every period that the answering agency follows.</summary>
    public static IReadOnlyList<DisputePeriod> All { get; } =
    [
        new("复议机关审查受理", DisputeStep.Applied, AcceptedEither, 5, PeriodUnit.WorkingDays, DisputeParty.Authority, "《行政复议法》第三十条"),
        new("被申请人书面答复（普通程序）", DisputeStep.CopyReceived, [DisputeStep.Answered], 10, PeriodUnit.WorkingDays, DisputeParty.Agency, "《行政复议法》第四十八条"),
        new("被申请人书面答复（简易程序）", DisputeStep.CopyReceived, [DisputeStep.Answered], 5, PeriodUnit.WorkingDays, DisputeParty.Agency, "《行政复议法》第五十四条"),
        new("作出复议决定（普通程序）", DisputeStep.Accepted, [DisputeStep.Decided], 60, PeriodUnit.Days, DisputeParty.Authority, "《行政复议法》第六十二条第一款"),
        new("作出复议决定（简易程序）", DisputeStep.AcceptedSummarily, [DisputeStep.Decided], 30, PeriodUnit.Days, DisputeParty.Authority, "《行政复议法》第六十二条第二款"),
        new("报告纠正情况", DisputeStep.OpinionReceived, [DisputeStep.CorrectionReported], 60, PeriodUnit.Days, DisputeParty.Agency, "《行政复议法》第七十六条"),
        new("复议后起诉", DisputeStep.Decided, [DisputeStep.ComplaintReceived], 15, PeriodUnit.Days, DisputeParty.Applicant, "《行政诉讼法》第四十五条"),
        new("提交答辩状和证据", DisputeStep.ComplaintReceived, [DisputeStep.DefenceGiven], 15, PeriodUnit.Days, DisputeParty.Agency, "《行政诉讼法》第六十七条"),
        new("一审审理（普通程序）", DisputeStep.Docketed, FirstInstance, 6, PeriodUnit.Months, DisputeParty.Authority, "《行政诉讼法》第八十一条"),
        new("一审审理（简易程序）", DisputeStep.DocketedSummarily, FirstInstance, 45, PeriodUnit.Days, DisputeParty.Authority, "《行政诉讼法》第八十三条"),
        new("对判决上诉", DisputeStep.JudgmentReceived, [DisputeStep.Appealed], 15, PeriodUnit.Days, DisputeParty.Agency, "《行政诉讼法》第八十五条"),
        new("对裁定上诉", DisputeStep.RulingReceived, [DisputeStep.Appealed], 10, PeriodUnit.Days, DisputeParty.Agency, "《行政诉讼法》第八十五条"),
        new("二审审理", DisputeStep.AppealDocketed, [DisputeStep.FinalJudgmentReceived], 3, PeriodUnit.Months, DisputeParty.Authority, "《行政诉讼法》第八十八条"),
    ];

    /// <summary>The last day of the period. One of days or months that ends on a day off ends on the next working day (《民事诉讼法》第八十五条).</summary>
    public DateOnly LastDay(DateOnly from, WorkingCalendar calendar) => Unit switch
    {
        PeriodUnit.WorkingDays => calendar.Add(from, Length),
        PeriodUnit.Days => calendar.SameOrNext(from.AddDays(Length)),
        PeriodUnit.Months => calendar.SameOrNext(from.AddMonths(Length)),
    };
}
