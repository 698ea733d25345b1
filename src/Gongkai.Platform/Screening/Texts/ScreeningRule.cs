namespace Gongkai.Platform.Screening.Texts;

/// <summary>Something that is looked for.</summary>
/// <param name="Id">Its name for ever: the family, a dot, the rule.</param>
/// <param name="Title">What people call it.</param>
/// <param name="BasedOn">The law or standard on which it rests.</param>
public sealed record ScreeningRule(string Id, string Title, string BasedOn)
{
    /// <summary>The family to which it belongs.</summary>
    public string Family => Id[..Id.IndexOf('.', StringComparison.Ordinal)];

    public string FamilyTitle => Family switch
    {
        "pii" => "个人信息",
        "minor" => "未成年人",
        "aid" => "救助对象",
        "secrecy" => "保密",
        "grave" => "严重表述错误",
        "word" => "错别字",
        "name" => "过时名称",
        "date" => "日期",
        "number" => "数字",
        "form" => "编号和标点",
        "link" => "链接和图片",
        "meta" => "必填信息",
        _ => "附件",
    };
}
