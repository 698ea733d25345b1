namespace Gongkai.Law.Disputes;

/// <summary>A step of a dispute from which a period runs, or that ends one. In the order in which they count on one day.</summary>
public enum DisputeStep
{
    /// <summary>The applicant applied for reconsideration.</summary>
    Applied,

    /// <summary>The review body accepted the case in the ordinary procedure (普通程序).</summary>
    Accepted,

    /// <summary>The review body accepted the case in the summary procedure (简易程序).</summary>
    AcceptedSummarily,

    /// <summary>The agency received the copy of the application for reconsideration.</summary>
    CopyReceived,

    /// <summary>The agency gave its written answer and the evidence.</summary>
    Answered,

    /// <summary>The review body prolonged the case (延长).</summary>
    Prolonged,

    /// <summary>The decision on reconsideration was received.</summary>
    Decided,

    /// <summary>复议意见书 was received.</summary>
    OpinionReceived,

    /// <summary>The correction was reported to the review body.</summary>
    CorrectionReported,

    /// <summary>The agency received the copy of the complaint (起诉状副本).</summary>
    ComplaintReceived,

    /// <summary>The defence and evidence were handed in.</summary>
    DefenceGiven,

    /// <summary>The court took the case on (立案).</summary>
    Docketed,

    /// <summary>The court took the case on in the summary procedure.</summary>
    DocketedSummarily,

    /// <summary>The judgment of first instance was received.</summary>
    JudgmentReceived,

    /// <summary>A ruling (裁定) of first instance was received.</summary>
    RulingReceived,

    /// <summary>An appeal was brought.</summary>
    Appealed,

    /// <summary>The second instance took the case on.</summary>
    AppealDocketed,

    /// <summary>The judgment or ruling of second instance was received.</summary>
    FinalJudgmentReceived,
}
