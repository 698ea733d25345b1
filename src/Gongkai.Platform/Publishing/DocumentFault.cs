using Gongkai.Law.Publishing;

namespace Gongkai.Platform.Publishing;

/// <summary>What is missing or wrong before a document can be sent to review.</summary>
/// <param name="Field">The field of the content.</param>
/// <param name="Message">What to do.</param>
public sealed record DocumentFault(string Field, string Message)
{
    public const int LongestTitle = 200;
    public const int LongestLine = 500;
    public const int LongestText = 4_000;
    public const int LongestBody = 2_000_000;

    /// <summary>The longest text that is taken before its pictures are taken out of it.</summary>
    public const int LongestSentBody = 8_000_000;

    internal static readonly DocumentFault BodyTooLong = new(nameof(DocumentContent.Body), "正文连同里面的图片太大，请把图片一张一张插入，或者作为附件。");

    /// <summary>What can never be kept, draft or not.</summary>
    public static IEnumerable<DocumentFault> Unkeepable(DocumentContent content)
    {
        if (content.Title.Length > LongestTitle)
        {
            yield return new(nameof(content.Title), $"标题最多 {LongestTitle} 个字，请缩短。");
        }

        foreach (var (field, name, text, most) in new[]
        {
            (nameof(content.AttributeReason), "理由", content.AttributeReason, LongestText), (nameof(content.Number), "文号", content.Number, LongestLine), (nameof(content.JointAgencies), "联合发文机关", content.JointAgencies, LongestLine), (nameof(content.OthersOpinion), "其他机关的意见", content.OthersOpinion, LongestText),
            (nameof(content.Source), "信息来源", content.Source, LongestLine), (nameof(content.Topic), "主题分类", content.Topic, LongestLine), (nameof(content.Keywords), "关键词", content.Keywords, LongestLine),
            (nameof(content.Summary), "内容概述", content.Summary, LongestText), (nameof(content.Body), "正文", content.Body, LongestBody), (nameof(content.ForwardedFrom), "转发的文件", content.ForwardedFrom, LongestLine),
        })
        {
            if (text.Length > most)
            {
                yield return new(field, $"{name}太长，最多 {most:N0} 个字符；更长的内容请作为附件。");
            }
        }
    }

    /// <summary>What a document lacks before it goes to review, by its kind and attribute.</summary>
    public static IEnumerable<DocumentFault> Missing(DocumentContent content, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(content.Title))
        {
            yield return new(nameof(content.Title), "请写标题。");
        }

        if (content.Attribute != DisclosureAttribute.Proactive && string.IsNullOrWhiteSpace(content.AttributeReason))
        {
            yield return new(nameof(content.AttributeReason), "不主动公开的，请写明理由和依据（《条例》第十三条至第十六条）。");
        }

        if (content.JointAgencies.Length > 0 && string.IsNullOrWhiteSpace(content.OthersOpinion))
        {
            yield return new(nameof(content.OthersOpinion), "联合发文由牵头机关定公开属性，请写明其他机关的意见。");
        }

        if (content.MadeOn is null)
        {
            yield return new(nameof(content.MadeOn), "请填成文日期，公开期限从这一天起算。");
        }
        else if (content.MadeOn > today)
        {
            yield return new(nameof(content.MadeOn), "成文日期不能晚于今天。");
        }

        if (content.Attribute == DisclosureAttribute.Proactive && content.Kind != DocumentKind.News && content.Category is null)
        {
            yield return new(nameof(content.Category), "请选择公开目录的类别（《条例》第二十条、第二十一条）。");
        }

        if (content.ExpiresOn < content.EffectiveOn)
        {
            yield return new(nameof(content.ExpiresOn), "有效期不能早于施行日期。");
        }

        foreach (var fault in OfKind(content, today))
        {
            yield return fault;
        }
    }

    private static IEnumerable<DocumentFault> OfKind(DocumentContent content, DateOnly today)
    {
        switch (content.Kind)
        {
            case DocumentKind.PublicNotice when content.ShownUntil is null:
                yield return new(nameof(content.ShownUntil), "公示要填截止日期，过了这一天自动从网页上撤下。");
                break;
            case DocumentKind.PublicNotice when content.ShownUntil < today:
                yield return new(nameof(content.ShownUntil), "公示截止日期已经过去，请改到今天以后。");
                break;
            case DocumentKind.Interpretation when content.InterpretsId is null:
                yield return new(nameof(content.InterpretsId), "解读要关联被解读的文件。");
                break;
            case DocumentKind.Interpretation when content.InterpretationForm is null:
                yield return new(nameof(content.InterpretationForm), "请选择解读形式。");
                break;
            case DocumentKind.NormativeDocument or DocumentKind.Rule or DocumentKind.PolicyDocument when string.IsNullOrWhiteSpace(content.Number) && content.Attribute == DisclosureAttribute.Proactive:
                yield return new(nameof(content.Number), "请填文号。");
                break;
        }

        if (content.Kind is DocumentKind.NormativeDocument or DocumentKind.Rule && content.EffectiveOn is null)
        {
            yield return new(nameof(content.EffectiveOn), "请填施行日期。");
        }
    }
}
