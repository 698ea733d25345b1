namespace Gongkai.Platform.Publishing.Reviewing;

/// <summary>保密审查 item by item (《保守国家秘密法实施条例》第四十二条：逐项审查; 条例第十四条至第十七条).</summary>
public static class SecrecyChecks
{
    public static IReadOnlyList<string> All { get; } =
    [
        "不涉及国家秘密",
        "不涉及工作秘密",
        "不涉及商业秘密，或者权利人已同意公开",
        "不涉及个人隐私，个人信息已按需要遮盖",
        "公开后不危及国家安全、公共安全、经济安全、社会稳定",
        "附件、图片、表格里没有隐藏的内容",
    ];
}
