namespace Gongkai.Reports.Form;

/// <summary>The key and the printed label of each row and column of tables three and four.</summary>
public static class Labels
{
    /// <summary>A row of table three: its key in addresses, and its label with the group in front.</summary>
    public static (string Key, string Label) Of(RequestRow row) => row switch
    {
        RequestRow.Received => ("received", "一、本年新收政府信息公开申请数量"),
        RequestRow.CarriedIn => ("carriedIn", "二、上年结转政府信息公开申请数量"),
        RequestRow.Granted => ("granted", "（一）予以公开"),
        RequestRow.PartlyGranted => ("partlyGranted", "（二）部分公开"),
        RequestRow.StateSecret => ("withheld.stateSecret", "（三）不予公开 1.属于国家秘密"),
        RequestRow.ProhibitedByLaw => ("withheld.prohibitedByLaw", "（三）不予公开 2.其他法律行政法规禁止公开"),
        RequestRow.SecurityAndStability => ("withheld.securityAndStability", "（三）不予公开 3.危及“三安全一稳定”"),
        RequestRow.ThirdPartyRights => ("withheld.thirdPartyRights", "（三）不予公开 4.保护第三方合法权益"),
        RequestRow.InternalAffairs => ("withheld.internalAffairs", "（三）不予公开 5.属于三类内部事务信息"),
        RequestRow.ProcessInformation => ("withheld.processInformation", "（三）不予公开 6.属于四类过程性信息"),
        RequestRow.EnforcementFile => ("withheld.enforcementFile", "（三）不予公开 7.属于行政执法案卷"),
        RequestRow.AdministrativeInquiry => ("withheld.administrativeInquiry", "（三）不予公开 8.属于行政查询事项"),
        RequestRow.NotHeld => ("unavailable.notHeld", "（四）无法提供 1.本机关不掌握相关政府信息"),
        RequestRow.NeedsCreation => ("unavailable.needsCreation", "（四）无法提供 2.没有现成信息需要另行制作"),
        RequestRow.StillUnclear => ("unavailable.stillUnclear", "（四）无法提供 3.补正后申请内容仍不明确"),
        RequestRow.Petition => ("notProcessed.petition", "（五）不予处理 1.信访举报投诉类申请"),
        RequestRow.Repeated => ("notProcessed.repeated", "（五）不予处理 2.重复申请"),
        RequestRow.Publication => ("notProcessed.publication", "（五）不予处理 3.要求提供公开出版物"),
        RequestRow.Excessive => ("notProcessed.excessive", "（五）不予处理 4.无正当理由大量反复申请"),
        RequestRow.Reissue => ("notProcessed.reissue", "（五）不予处理 5.要求行政机关确认或重新出具已获取信息"),
        RequestRow.OtherwiseWhole => ("otherwise.whole", "（六）其他处理"),
        RequestRow.ClarificationOverdue => ("otherwise.clarificationOverdue", "（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        RequestRow.FeeOverdue => ("otherwise.feeOverdue", "（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        RequestRow.OtherwiseOther => ("otherwise.other", "（六）其他处理 3.其他"),
        RequestRow.Concluded => ("concluded", "（七）总计"),
        RequestRow.CarriedOut => ("carriedOut", "四、结转下年度继续办理"),
    };

    /// <summary>A column of table three.</summary>
    public static (string Key, string Label) Of(ApplicantColumn column) => column switch
    {
        ApplicantColumn.Natural => ("natural", "自然人"),
        ApplicantColumn.Commercial => ("commercial", "商业企业"),
        ApplicantColumn.Research => ("research", "科研机构"),
        ApplicantColumn.PublicWelfare => ("publicWelfare", "社会公益组织"),
        ApplicantColumn.LegalService => ("legalService", "法律服务机构"),
        ApplicantColumn.Other => ("other", "其他"),
        ApplicantColumn.Total => ("total", "总计"),
    };

    /// <summary>A group of table four.</summary>
    public static (string Key, string Label) Of(DisputeGroup group) => group switch
    {
        DisputeGroup.Reconsideration => ("reconsideration", "行政复议"),
        DisputeGroup.LitigationDirect => ("litigationDirect", "行政诉讼 未经复议直接起诉"),
        DisputeGroup.LitigationAfterReconsideration => ("litigationAfterReconsideration", "行政诉讼 复议后起诉"),
    };

    /// <summary>A column of table four.</summary>
    public static (string Key, string Label) Of(DisputeResult result) => result switch
    {
        DisputeResult.Upheld => ("upheld", "结果维持"),
        DisputeResult.Corrected => ("corrected", "结果纠正"),
        DisputeResult.OtherResult => ("otherResult", "其他结果"),
        DisputeResult.Pending => ("pending", "尚未审结"),
        DisputeResult.Total => ("total", "总计"),
    };
}
