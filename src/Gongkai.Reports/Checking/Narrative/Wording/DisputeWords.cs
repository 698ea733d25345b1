namespace Gongkai.Reports.Checking.Narrative.Wording;

/// <summary>Reads labels of figures about reconsideration and litigation.</summary>
internal static class DisputeWords
{
    // An agency that hears reconsiderations counts its own work with these; so do appeals and other stages of one case.
    private static readonly WordSet Elsewhere = new(
        "审理行政复议", "办理行政复议", "受理行政复议", "收到行政复议", "办结", "复议机关", "出庭", "代理", "听证", "败诉", "胜诉", "撤诉", "撤销", "驳回", "确认违法", "一审", "二审", "再审",
        "上年", "同比", "审结", "应诉", "调解", "答复书", "约谈", "累计", "纠错率", "参加", "证据", "履行");

    private static readonly WordSet Pending = new("尚未审结", "未审结", "未结", "正在审理", "审理中", "在审");

    public static bool NamesDisputes(ReadOnlySpan<char> text) => text.Has("复议") || text.Has("诉讼") || text.Has("直接起诉");

    /// <summary>Which of both the text names: a total, or None.</summary>
    public static Quantity Subject(ReadOnlySpan<char> text)
    {
        if (text.Has("未经复议"))
        {
            return Quantity.LitigationDirect;
        }

        if (text.Has("复议后"))
        {
            return Quantity.LitigationAfter;
        }

        var reconsideration = text.Has("复议");
        var litigation = text.Has("诉讼") || text.Has("起诉");
        return reconsideration ? litigation ? Quantity.Disputes : Quantity.Reconsideration : litigation ? Quantity.Litigation : Quantity.None;
    }

    public static Meaning Of(ReadOnlySpan<char> label, Quantity subject)
    {
        var pending = label.HasAny(Pending);
        if (!pending && label.HasAny(Elsewhere))
        {
            return new(Quantity.None, Clarity.Part);
        }

        var named = Subject(label);
        subject = named == Quantity.None ? subject : named;
        var upheld = label.Has("维持");
        var corrected = label.Has("纠正") || label.Has("纠错");
        var other = label.Has("其他结果");
        if (!pending && !upheld && !corrected && !other)
        {
            return named == Quantity.None || label.Has("各") ? Meaning.None
                : new(subject, Vocabulary.Residue(label) > 6 || ((label.Has("受理") || label.Has("办理")) && !label.Has("被")) ? Clarity.Doubtful : Clarity.Sure);
        }

        var quantity = (subject, upheld, corrected, other) switch
        {
            (Quantity.Reconsideration, true, false, false) => Quantity.ReconsiderationUpheld,
            (Quantity.Reconsideration, false, true, false) => Quantity.ReconsiderationCorrected,
            (Quantity.Reconsideration, false, false, true) => Quantity.ReconsiderationOther,
            (Quantity.Reconsideration, false, false, false) => Quantity.ReconsiderationPending,
            (Quantity.Litigation, true, false, false) => Quantity.LitigationUpheld,
            (Quantity.Litigation, false, true, false) => Quantity.LitigationCorrected,
            (Quantity.Litigation, false, false, true) => Quantity.LitigationOther,
            (Quantity.Litigation, false, false, false) => Quantity.LitigationPending,
            (Quantity.Disputes, true, false, false) => Quantity.DisputesUpheld,
            (Quantity.Disputes, false, true, false) => Quantity.DisputesCorrected,
            (Quantity.Disputes, false, false, false) => Quantity.DisputesPending,
            _ => Quantity.None,
        };
        return new(quantity, Vocabulary.Residue(label) > 4 ? Clarity.Doubtful : Clarity.Sure);
    }
}
