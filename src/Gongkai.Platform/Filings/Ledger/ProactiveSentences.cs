using System.Globalization;

namespace Gongkai.Platform.Filings.Ledger;

/// <summary>Words the sentences of 主动公开, 政府信息管理 and 平台建设, so that they agree with table two that is made from the same documents.</summary>
public static class ProactiveSentences
{
    private const int MostNamed = 6;

    /// <summary>主动公开.</summary>
    public static string Proactive(ProactiveYear year)
    {
        var published = year.Published == 0
            ? $"{year.Year}年没有主动公开政府信息。"
            : $"{year.Year}年主动公开政府信息{year.Published}条，按体裁分：{Named(year.ByKind, "条")}。{(year.ByCategory.Count == 0 ? "" : $"按法定主动公开内容分：{Named(year.ByCategory, "条")}。")}";
        var timely = (year.InTime, year.Late) switch
        {
            (0, 0) => "",
            (_, 0) => $"有公开期限的{year.InTime}条都按期公开。",
            _ => $"有公开期限的{year.InTime + year.Late}条中，按期公开{year.InTime}条，逾期公开{year.Late}条。",
        };
        var interpretations = year.Interpretations.Count == 0 ? "" : $"发布政策解读{year.Interpretations.Sum(form => form.Count)}篇，其中{Named(year.Interpretations, "篇")}。";
        return $"（一）主动公开。{published}{timely}{interpretations}{NormativeDocuments(year)}{Acts(year)}";
    }

    /// <summary>政府信息管理.</summary>
    public static string Management(ProactiveYear year)
    {
        var reviews = year.Approved + year.Returned == 0 ? "全年没有审核拟公开的信息。" : $"拟公开的信息先审查、后公开，全年审核通过{year.Approved}道次{(year.Returned == 0 ? "，没有退回" : $"，退回修改{year.Returned}次")}。";
        var screening = year.Mended + year.KeptHits == 0 ? "" : $"发布前机器校对，按提示改正{year.Mended}次，经核对予以保留{year.KeptHits}处。";
        var again = year.LookedAgain == 0 ? "" : $"对不主动公开的信息重新审查{year.LookedAgain}件，{(year.MadeProactive == 0 ? "没有转为主动公开的" : $"其中转为主动公开{year.MadeProactive}件")}。";
        var changed = (year.Corrected, year.Withdrawn) switch
        {
            (0, 0) => "",
            (_, 0) => $"更正已公开的信息{year.Corrected}条。",
            (0, _) => $"撤回已公开的信息{year.Withdrawn}条。",
            _ => $"更正已公开的信息{year.Corrected}条，撤回{year.Withdrawn}条。",
        };
        return $"（三）政府信息管理。{reviews}{screening}{again}{changed}";
    }

    /// <summary>政府信息公开平台建设.</summary>
    public static string Platform(ProactiveYear year) =>
        (year.Published == 0
            ? $"（四）政府信息公开平台建设。{year.Year}年没有通过政府信息公开平台发布信息。"
            : $"（四）政府信息公开平台建设。全年通过政府信息公开平台发布信息{year.Published}条"
                + $"{(year.Files == 0 ? "" : $"、附件{year.Files}个")}{(year.CatalogItems == 0 ? "" : $"，涉及主动公开目录{year.CatalogItems}项")}。"
                + (year.ByChannel.Count == 0 ? "" : $"还通过其他渠道公开：{Named(year.ByChannel, "条")}。")) + year.Participation;

    private static string NormativeDocuments(ProactiveYear year) =>
        year.Figures.TryGetValue("proactive.normativeDocuments.issued", out var issued)
            ? $"制发行政规范性文件{Count(issued)}件，废止和失效{Count(year.Figures["proactive.normativeDocuments.repealed"])}件，年末现行有效{Count(year.Figures["proactive.normativeDocuments.inForce"])}件。"
            : "";

    private static string Acts(ProactiveYear year)
    {
        var said = new List<string>();
        foreach (var (row, words) in ((string, string)[])[("licences", "行政许可"), ("penalties", "行政处罚"), ("coercion", "行政强制")])
        {
            if (year.Figures.TryGetValue($"proactive.{row}", out var count))
            {
                said.Add($"{words}{Count(count)}件");
            }
        }

        var decided = said.Count == 0 ? "" : $"作出处理决定：{string.Join('、', said)}。";
        return year.Figures.TryGetValue("proactive.charges", out var charged)
            ? decided + (charged == 0 ? "没有行政事业性收费。" : $"行政事业性收费{charged.ToString("0.##", CultureInfo.InvariantCulture)}万元。")
            : decided;
    }

    private static string Named(IReadOnlyList<(string Name, int Count)> parts, string unit)
    {
        var named = string.Join('、', parts.Take(MostNamed).Select(part => $"{part.Name}{part.Count}{unit}"));
        return parts.Count <= MostNamed ? named : $"{named}、其他{parts.Skip(MostNamed).Sum(part => part.Count)}{unit}";
    }

    private static string Count(decimal count) => count.ToString("0", CultureInfo.InvariantCulture);
}
