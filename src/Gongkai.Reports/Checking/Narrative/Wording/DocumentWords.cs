namespace Gongkai.Reports.Checking.Narrative.Wording;

/// <summary>Reads labels of figures about normative documents.</summary>
internal static class DocumentWords
{
    private static readonly WordSet Elsewhere = new(
        "公开", "解读", "公布", "清理", "备案", "审查", "审核", "评估", "报备", "上传", "更新", "归集", "征求", "修订", "修改", "上级", "名义", "其中", "累计", "起草", "废改立", "梳理", "转发", "学习", "政策", "评查", "文稿", "公示", "审议");

    public static bool NamesDocuments(ReadOnlySpan<char> text) => text.Has("规范性文件");

    public static Meaning Of(ReadOnlySpan<char> label)
    {
        if (label.HasAny(Elsewhere))
        {
            return new(Quantity.None, Clarity.Part);
        }

        var quantity = label.Has("废止") || label.Has("失效") ? Quantity.DocumentsRepealed
            : label.Has("现行有效") || label.Has("继续有效") ? Quantity.DocumentsInForce
            : label.Has("制发") || label.Has("制定") || label.Has("出台") || label.Has("印发") || label.Has("发布") ? Quantity.DocumentsIssued
            : Quantity.None;
        var sure = label.Has("行政规范性文件") && Vocabulary.Residue(label) <= 3;
        return new(quantity, sure ? Clarity.Sure : Clarity.Doubtful);
    }
}
