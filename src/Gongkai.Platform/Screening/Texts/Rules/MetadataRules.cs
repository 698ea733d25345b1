namespace Gongkai.Platform.Screening.Texts.Rules;

/// <summary>What every published document says of itself.</summary>
internal static class MetadataRules
{
    private const int LongestTitle = 100;
    private const int ShortestTitle = 5;
    private const int LongestSummary = 500;
    private const int YearsBack = 1949;

    public static IEnumerable<ScreeningHit> Of(ScreenedDocument document, ScreenedText body)
    {
        var title = document.Title.Trim();
        if (title.Length < ShortestTitle || title.Length > LongestTitle)
        {
            yield return Hit(ScreeningRules.Title, ScreeningSeverity.Warning, HitField.Title, title, title.Length == 0 ? "没有标题。" : title.Length < ShortestTitle ? "标题太短，看不出是什么；请写明是什么事。" : $"标题有 {title.Length} 个字，太长；请缩短。");
        }
        else if (title[^1] is '。' or '，' or '；' or '、')
        {
            yield return Hit(ScreeningRules.Title, ScreeningSeverity.Hint, HitField.Title, title, "标题末尾不用标点。") with { Suggestion = "", Found = title[^1..], Place = new HitPlace(HitField.Title) { Offset = document.Title.TrimEnd().Length - 1, Length = 1 } };
        }

        if (body.Passages.Count == 0 && document.Attachments.Count == 0 && !document.BodyHtml.Contains("<img", StringComparison.OrdinalIgnoreCase))
        {
            yield return Hit(ScreeningRules.Body, ScreeningSeverity.Warning, HitField.Body, "", "正文是空的。");
        }

        if (document.MadeOn is null)
        {
            yield return Hit(ScreeningRules.Dates, ScreeningSeverity.Warning, HitField.MadeOn, "", "没有填成文日期。");
        }
        else if (document.MadeOn.Value.Year < YearsBack)
        {
            yield return Hit(ScreeningRules.Dates, ScreeningSeverity.Warning, HitField.MadeOn, Text(document.MadeOn.Value), "成文日期太早；请核对年份。");
        }
        else if (document.PublishedOn is { } published && document.MadeOn > published)
        {
            yield return Hit(ScreeningRules.Dates, ScreeningSeverity.Warning, HitField.MadeOn, Text(document.MadeOn.Value), $"成文日期晚于发布日期（{Text(published)}）；请核对。");
        }

        if (string.IsNullOrWhiteSpace(document.Source))
        {
            yield return Hit(ScreeningRules.Source, ScreeningSeverity.Hint, HitField.Source, "", "没有写信息来源；转载的一定要写明。");
        }

        if (document.Openness is null)
        {
            yield return Hit(ScreeningRules.Attribute, ScreeningSeverity.Warning, HitField.Attribute, "", "没有选公开属性；发布前要确定是主动公开、依申请公开还是不予公开。");
        }

        if (string.IsNullOrWhiteSpace(document.Summary))
        {
            yield return Hit(ScreeningRules.Summary, ScreeningSeverity.Hint, HitField.Summary, "", "没有写内容概述；公开目录里要有。");
        }
        else if (document.Summary.Length > LongestSummary)
        {
            yield return Hit(ScreeningRules.Summary, ScreeningSeverity.Hint, HitField.Summary, document.Summary[..20], $"概述有 {document.Summary.Length} 个字，太长；请缩短。");
        }

        if (document.Keywords.Count == 0)
        {
            yield return Hit(ScreeningRules.Summary, ScreeningSeverity.Hint, HitField.Keywords, "", "没有写关键词，别人不好找。");
        }
    }

    private static ScreeningHit Hit(ScreeningRule rule, ScreeningSeverity severity, HitField field, string found, string message) => new(rule, severity, new HitPlace(field), found, message);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
