namespace Gongkai.Law.Requests;

/// <summary>How far a request is, as its dated events tell it.</summary>
public enum RequestStage
{
    /// <summary>It came and waits for its confirmation.</summary>
    AwaitingConfirmation,

    /// <summary>办理中.</summary>
    Handling,

    /// <summary>等待申请人补正.</summary>
    AwaitingClarification,

    /// <summary>征求意见中.</summary>
    Consulting,

    /// <summary>等待申请人说明理由.</summary>
    AwaitingReason,

    /// <summary>等待缴费.</summary>
    AwaitingPayment,

    /// <summary>办结.</summary>
    Concluded,
}
