namespace Gongkai.Reports.Checking.Narrative.Wording;

/// <summary>Reads labels of figures about requests: 共收到…申请, 按期办结, 不予公开, 其中自然人.</summary>
internal static class RequestWords
{
    private static readonly WordSet Strong = new("信息公开申请", "依申请公开", "公开申请", "申请公开", "依申请政府信息", "信息申请", "申请政府信息", "依申请", "信息依申请", "申请信息公开");

    // 依申请公开指南 and the like count something else than requests.
    private static readonly WordSet Other = new(
        "指南", "目录", "专栏", "栏目", "申请表", "表格", "登记表", "申请书", "培训", "窗口", "答复书", "告知书", "意见书", "通知书", "文书", "模板", "范本", "咨询", "来电", "热线", "电话", "来访",
        "补正", "征求", "沟通", "约谈", "会商", "收费", "处理费", "流程", "制度", "数据", "页面", "浏览", "点击", "投诉工单", "工单", "留言", "指导", "协助", "协调", "示范");

    private static readonly WordSet Foreign = new(
        "留言", "信箱", "来信", "咨询", "来电", "热线", "12345", "举报", "信访", "建议", "提案", "议案", "问政", "诉求", "工单", "稿件", "投稿", "意见", "投诉",
        "许可", "服务", "公文", "解读", "会议", "培训", "办件", "处罚", "案卷评查", "民生", "实事", "微博", "微信", "网站", "公众号", "抖音", "发布信息", "主动公开", "发布各类", "新闻", "动态");

    private static readonly WordSet Channels = new(
        "网上", "网络", "线上", "在线", "互联网", "平台", "网站", "当面", "现场", "窗口", "信函", "邮寄", "邮件", "邮政", "快递", "EMS", "传真", "邮箱", "电话", "口头", "来信", "微信", "书面", "线下", "来人",
        "渠道", "形式", "方式", "上级", "转办", "转来", "交办", "县级部门", "延期", "延长", "逾期", "超期", "超时", "提前", "当场", "当日", "简易", "联合", "代为", "撤回", "撤销", "受托",
        "涉及", "主要", "关于", "土地", "征收", "征地", "拆迁", "规划", "财政类", "城乡", "社保", "内容为", "内容是");

    private static readonly WordSet Received = new("新收", "收到", "接到", "接收", "收悉", "新增", "收取申请", "收政府信息", "收信息公开");
    private static readonly WordSet Closed = new("办结", "办理完毕", "办理完成", "办毕", "处理完毕", "答复完毕", "完成办理");
    private static readonly WordSet InTime = new("按期", "按时", "如期", "准时", "及时");
    private static readonly WordSet Unfinished = new("正在", "尚未", "尚在", "未办", "在办", "待办", "待答复", "未答复", "未到期", "办理中", "处理中", "未处理");
    private static readonly WordSet Carrying = new("结转", "转入", "转至", "转到", "转下", "顺延", "延至", "留待", "跨年", "遗留");
    private static readonly WordSet LastYear = new("上年", "上一年", "去年", "往年", "上一度", "以前年度");
    private static readonly WordSet NextYear = new("下年", "下一年", "次年", "明年", "翌年", "下步");

    public static bool NamesRequests(ReadOnlySpan<char> text) => text.HasAny(Strong);

    /// <summary>Whether the words right after a figure say that it counts requests: 16件政府信息公开申请.</summary>
    public static bool BeginsWithRequests(ReadOnlySpan<char> after) =>
        after.StartsWith("政府信息公开申请") || after.StartsWith("信息公开申请") || after.StartsWith("政府信息依申请") || after.StartsWith("依申请公开申请");

    /// <summary>Whether the label counts cases before a court or a reviewing agency, as far as it says.</summary>
    public static bool NamesCases(ReadOnlySpan<char> label) => label.Has("案件") && !NamesRequests(label);

    public static bool NamesOther(ReadOnlySpan<char> text) => text.HasAny(Other) && !text.Has("补正后");

    public static bool NamesForeign(ReadOnlySpan<char> text) => text.HasAny(Foreign) && !text.Has("信访举报投诉") && !text.Has("出版物");

    /// <summary>What the label counts; <paramref name="year"/> is the report's.</summary>
    public static Meaning Of(ReadOnlySpan<char> label, int? year)
    {
        if (Carried(label, year) is { } carried)
        {
            return carried;
        }

        var outcome = OutcomeWords.Of(label);
        if (outcome.Quantity != Quantity.None)
        {
            return outcome;
        }

        var total = Total(label);
        var applicant = ApplicantOf(label);
        if (applicant == Quantity.None)
        {
            return total;
        }

        // 公民 is said of any applicant; 公民王某 is one of them.
        var loosely = applicant == Quantity.Natural && !label.Has("自然人");
        if (loosely && total.Quantity != Quantity.None)
        {
            return total.Clarity == Clarity.Sure ? total with { Clarity = Clarity.Doubtful } : total;
        }

        var doubtful = loosely || Vocabulary.Residue(label) > 1;
        return new(applicant, total.Clarity == Clarity.Part ? Clarity.Part : doubtful ? Clarity.Doubtful : Clarity.Sure);
    }

    private static Meaning? Carried(ReadOnlySpan<char> label, int? year)
    {
        if (!label.HasAny(Carrying))
        {
            return null;
        }

        var fromBefore = label.HasAny(LastYear) || (year is { } now && HasYear(label, now - 1));
        var toNext = label.HasAny(NextYear) || (year is { } current && HasYear(label, current + 1));
        if (fromBefore == toNext)
        {
            return label.Has("结转") && !fromBefore ? new(Quantity.CarriedEither, Clarity.Doubtful) : new(Quantity.None, Clarity.Part);
        }

        return fromBefore ? FromBefore(label) : new(Quantity.CarriedOut, Clarity.Sure);
    }

    /// <summary>上年结转 by itself, or together with what the year brought: 共受理（含上年结转）.</summary>
    private static Meaning FromBefore(ReadOnlySpan<char> label)
    {
        var receives = label.HasAny(Received) || label.Has("受理");
        var closes = label.HasAny(Closed) || label.Has("答复");
        var handles = label.Has("办理") || label.Has("处理");
        if (!label.StartsWith("含") && !label.StartsWith("包括") && !label.Has("不含") && (label.Has("含") || label.Has("包括")) && (receives || closes || handles))
        {
            return new(receives ? Quantity.ReceivedWithCarriedIn : closes ? Quantity.Concluded : Quantity.Handled, Clarity.Sure);
        }

        return new(Quantity.CarriedIn, closes ? Clarity.Part : handles || receives ? Clarity.Doubtful : Clarity.Sure);
    }

    private static bool HasYear(ReadOnlySpan<char> label, int year)
    {
        Span<char> digits = stackalloc char[5];
        return year is > 999 and < 10_000 && year.TryFormat(digits, out _, default, null) && SetYear(digits) && label.IndexOf(digits) >= 0;

        static bool SetYear(Span<char> digits)
        {
            digits[4] = '年';
            return true;
        }
    }

    private static Meaning Total(ReadOnlySpan<char> label)
    {
        var receives = label.HasAny(Received);
        var accepts = label.Has("受理") && !label.Has("不予受理");
        var closes = label.HasAny(Closed);
        var answers = label.Has("答复") || label.Has("回复");
        var handles = !closes && (label.Has("办理") || (label.Has("处理") && !label.Has("处理费")));
        var quantity = closes || answers
            ? receives || accepts || (answers && handles) ? Quantity.Handled : closes ? Quantity.Concluded : Quantity.Answered
            : handles ? Quantity.Handled
            : accepts ? Quantity.Accepted
            : receives ? Quantity.Received
            : Quantity.None;
        if (quantity == Quantity.None)
        {
            var named = NamesRequests(label) && (label.EndsWith("申请") || label.EndsWith("公开") || label.EndsWith("信息") || label.EndsWith("事项") || label.EndsWith("数量") || label.EndsWith("为"));
            return named ? new(label.HasAny(Channels) ? Quantity.None : Quantity.Handled, Clarity.Doubtful) : Meaning.None;
        }

        var whole = label.Has("共") || label.Has("合计") || label.Has("总计");
        var clarity = label.Has("其中") || label.HasAny(Unfinished) ? Clarity.Part
            : label.HasAny(Channels) ? whole ? Clarity.Doubtful : Clarity.Part
            : label.Has("另") ? Clarity.Extra
            : label.Has("累计") || (label.HasAny(InTime) && (closes || answers)) ? Clarity.Doubtful
            : Clarity.Sure;
        return new(quantity, clarity);
    }

    private static Quantity ApplicantOf(ReadOnlySpan<char> label)
    {
        var natural = label.Has("自然人") || label.Has("公民") || label.Has("个人申请");
        var organisation = label.Has("法人") || label.Has("其他组织") || label.Has("企业") || label.Has("机构") || label.Has("公益组织");
        if (natural || !organisation)
        {
            return natural && !organisation ? Quantity.Natural : Quantity.None;
        }

        return label.Has("法人") || label.Has("企业和其他组织") ? Quantity.Organisation
            : label.Has("科研机构") ? Quantity.Research
            : label.Has("公益组织") ? Quantity.PublicWelfare
            : label.Has("法律服务机构") ? Quantity.LegalService
            : label.Has("企业") ? Quantity.Commercial
            : Quantity.None;
    }
}
