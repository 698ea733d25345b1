namespace Gongkai.Law.Requests;

/// <summary>What the law attaches to an outcome.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Article">The article that the paper cites; null where there is none.</param>
/// <param name="Paper">The paper that tells it.</param>
/// <param name="Remedy">The remedy that the paper has to name.</param>
/// <param name="Row">The row of table three, as in the address <c>requests.&lt;row&gt;.&lt;column&gt;</c>.</param>
public sealed record OutcomeRule(Outcome Outcome, string Label, string? Article, Paper Paper, RemedyClass Remedy, string Row)
{
    private static readonly OutcomeRule[] Rules =
    [
        new(Outcome.AlreadyPublic, "已主动公开", "第三十六条第（一）项", Paper.Granting, RemedyClass.Either, "granted"),
        new(Outcome.Granted, "予以公开", "第三十六条第（二）项", Paper.Granting, RemedyClass.Either, "granted"),
        new(Outcome.PartlyGranted, "部分公开", "第三十七条", Paper.PartlyGranting, RemedyClass.Divided, "partlyGranted"),
        new(Outcome.StateSecret, "属于国家秘密", "第十四条", Paper.Withholding, RemedyClass.ReconsiderationFirst, "withheld.stateSecret"),
        new(Outcome.ProhibitedByLaw, "法律、行政法规禁止公开", "第十四条", Paper.Withholding, RemedyClass.ReconsiderationFirst, "withheld.prohibitedByLaw"),
        new(Outcome.SecurityAndStability, "危及“三安全一稳定”", "第十四条", Paper.Withholding, RemedyClass.ReconsiderationFirst, "withheld.securityAndStability"),
        new(Outcome.ThirdPartyRights, "保护第三方合法权益", "第十五条", Paper.Withholding, RemedyClass.ReconsiderationFirst, "withheld.thirdPartyRights"),
        new(Outcome.InternalAffairs, "三类内部事务信息", "第十六条第一款", Paper.Withholding, RemedyClass.ReconsiderationFirst, "withheld.internalAffairs"),
        new(Outcome.ProcessInformation, "四类过程性信息", "第十六条第二款", Paper.Withholding, RemedyClass.ReconsiderationFirst, "withheld.processInformation"),
        new(Outcome.EnforcementFile, "行政执法案卷", "第十六条第二款", Paper.Withholding, RemedyClass.ReconsiderationFirst, "withheld.enforcementFile"),
        new(Outcome.AdministrativeInquiry, "行政查询事项", "第三十六条第（七）项", Paper.InquiryPointing, RemedyClass.Either, "withheld.administrativeInquiry"),
        new(Outcome.NotHeld, "信息不存在", "第三十六条第（四）项", Paper.Unavailable, RemedyClass.Either, "unavailable.notHeld"),
        new(Outcome.OtherAgency, "不属于本机关负责公开", "第三十六条第（五）项", Paper.Unavailable, RemedyClass.Either, "unavailable.notHeld"),
        new(Outcome.NeedsCreation, "没有现成信息需要另行制作", "第三十八条", Paper.Unavailable, RemedyClass.Either, "unavailable.needsCreation"),
        new(Outcome.StillUnclear, "补正后申请内容仍不明确", "第三十条", Paper.Unavailable, RemedyClass.Either, "unavailable.stillUnclear"),
        new(Outcome.Petition, "信访举报投诉类申请", "第三十九条第一款", Paper.NotProcessing, RemedyClass.Either, "notProcessed.petition"),
        new(Outcome.Repeated, "重复申请", "第三十六条第（六）项", Paper.NotProcessing, RemedyClass.Either, "notProcessed.repeated"),
        new(Outcome.Publication, "要求提供公开出版物", "第三十九条第二款", Paper.NotProcessing, RemedyClass.Either, "notProcessed.publication"),
        new(Outcome.Excessive, "无正当理由大量反复申请", "第三十五条", Paper.NotProcessing, RemedyClass.Either, "notProcessed.excessive"),
        new(Outcome.Reissue, "要求确认或者重新出具已获取信息", null, Paper.NotProcessing, RemedyClass.Either, "notProcessed.reissue"),
        new(Outcome.ClarificationOverdue, "逾期不补正，不再处理", "第三十条", Paper.Ending, RemedyClass.Either, "otherwise.clarificationOverdue"),
        new(Outcome.FeeOverdue, "逾期不缴费，不再处理", "第四十二条", Paper.Ending, RemedyClass.Either, "otherwise.feeOverdue"),
        new(Outcome.OtherwiseEnded, "撤回、终止等", null, Paper.Ending, RemedyClass.Either, "otherwise.other"),
    ];

    /// <summary>Every rule, in the order of table three.</summary>
    public static IReadOnlyList<OutcomeRule> All => Rules;

    /// <summary>Whether it is one of 不予公开 under articles 14 to 16, for which reconsideration has to come first (法释〔2025〕8号第一条).</summary>
    public bool IsWithheld => Remedy == RemedyClass.ReconsiderationFirst;

    /// <summary>The rule of an outcome.</summary>
    public static OutcomeRule Of(Outcome outcome) => Rules[(int)outcome];

    /// <summary>
    /// The outcome of a whole request whose items were decided each by itself. Some given and some not is 部分公开, which is counted once
    /// and in no other row (表三“区分处理的，只计这一情形”); otherwise the first item's outcome stands for all.
    /// </summary>
    /// <param name="items">The outcomes of the items in their order; at least one.</param>
    public static Outcome Together(IReadOnlyList<Outcome> items)
    {
        var given = items.Count(IsGiven);
        return given > 0 && given < items.Count ? Outcome.PartlyGranted
            : items.Contains(Outcome.PartlyGranted) ? Outcome.PartlyGranted
            : items.Contains(Outcome.Granted) ? Outcome.Granted
            : items[0];
    }

    private static bool IsGiven(Outcome outcome) => outcome is Outcome.AlreadyPublic or Outcome.Granted or Outcome.PartlyGranted;
}
