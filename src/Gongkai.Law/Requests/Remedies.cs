using Gongkai.Law.Calendar;

namespace Gongkai.Law.Requests;

/// <summary>The periods for a remedy against a decision, as the paper names them and as they are counted.</summary>
public static class Remedies
{
    /// <summary>The last day on which reconsideration may be applied for: 60 days from knowing of the decision (《行政复议法》第二十条).</summary>
    public static DateOnly LastDayForReconsideration(DateOnly knownOn, WorkingCalendar calendar) => calendar.SameOrNext(knownOn.AddDays(60));

    /// <summary>The same where the paper did not name the remedy: one year at most (《行政复议法》第二十条第三款).</summary>
    public static DateOnly LastDayForReconsiderationUntold(DateOnly knownOn, WorkingCalendar calendar) => calendar.SameOrNext(knownOn.AddYears(1));

    /// <summary>The last day for a suit brought directly: six months from knowing of the decision (《行政诉讼法》第四十六条).</summary>
    public static DateOnly LastDayForDirectSuit(DateOnly knownOn, WorkingCalendar calendar) => calendar.SameOrNext(knownOn.AddMonths(6));

    /// <summary>The last day for a suit after reconsideration: 15 days from receiving the decision (《行政诉讼法》第四十五条).</summary>
    public static DateOnly LastDayForSuitAfterReconsideration(DateOnly receivedOn, WorkingCalendar calendar) => calendar.SameOrNext(receivedOn.AddDays(15));

    /// <summary>The remedy of a paper that is not a decision's: none, except for the notice to a third party.</summary>
    public static RemedyClass OfPaper(Paper paper) => paper switch
    {
        Paper.Granting or Paper.Unavailable or Paper.NotProcessing or Paper.Ending or Paper.InquiryPointing or Paper.Correction or Paper.ThirdPartyNotice => RemedyClass.Either,
        Paper.PartlyGranting => RemedyClass.Divided,
        Paper.Withholding => RemedyClass.ReconsiderationFirst,
        Paper.Application or Paper.Receipt or Paper.ClarificationNotice or Paper.ReasonNotice or Paper.ExtensionNotice or Paper.ThirdPartyConsultation
            or Paper.AgencyConsultation or Paper.ConsultationNotice or Paper.FeeNotice or Paper.ProofOfService or Paper.ApprovalSheet
            or Paper.SearchRecord or Paper.DossierList => RemedyClass.None,
    };
}
