namespace Gongkai.Platform.Filings;

/// <summary>What a person can do with a filing. <see cref="FilingGate"/> says who, and when.</summary>
public enum FilingAction
{
    /// <summary>Write into it, upload a file, apply a mend.</summary>
    Edit,

    /// <summary>送审.</summary>
    SendToReview,

    /// <summary>审核通过.</summary>
    Approve,

    /// <summary>退回修改, inside the agency.</summary>
    SendBack,

    /// <summary>签发.</summary>
    Sign,

    /// <summary>报送.</summary>
    Submit,

    /// <summary>撤回报送.</summary>
    Withdraw,

    /// <summary>接收.</summary>
    Accept,

    /// <summary>退回, by the authority.</summary>
    Return,

    /// <summary>发布.</summary>
    Publish,

    /// <summary>更正.</summary>
    BeginCorrection,

    /// <summary>Give a word of explanation for a warning.</summary>
    Explain,

    /// <summary>Say something about a cell, a section or the whole.</summary>
    Remark,

    /// <summary>Mark a remark as dealt with.</summary>
    SettleRemark,
}
