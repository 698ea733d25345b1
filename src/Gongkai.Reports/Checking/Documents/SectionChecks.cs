using Gongkai.Law.Reporting;
using Gongkai.Reports.Checking.Tables;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Documents;

/// <summary>Whether the six sections are there, in order, and hold what article 50 asks for.</summary>
internal static class SectionChecks
{
    private const int HeadOfListed = 24;
    private const int HeadOfSentence = 14;

    private static readonly (string Name, string[] Words)[] Blocks =
    [
        ("（一）主动公开", ["主动公开", "公开内容", "公开力度"]),
        ("（二）依申请公开", ["依申请", "申请公开", "公开申请"]),
        ("（三）政府信息管理", ["信息管理", "信息的管理", "信息发布管理", "信息公开管理", "信息资源"]),
        ("（四）政府信息公开平台建设", ["平台", "渠道", "载体", "网站"]),
        ("（五）监督保障", ["监督", "保障", "考核"]),
    ];

    private static readonly string[] Appraisals = ["考核", "评议", "责任追究", "问责", "追责"];

    public static void Check(AnnualReport report, GovernmentLevel? level, FindingList findings)
    {
        CheckPresence(report, findings);
        CheckOrder(report, findings);
        if (report.SectionOrNull(1) is { } first && first.Text.Length > 0 && report.Edition == Edition.National2021)
        {
            CheckBlocks(first.Text, findings);
            if (IsGovernment(report.Agency, level) && !Array.Exists(Appraisals, word => first.Text.Contains(word, StringComparison.Ordinal)))
            {
                findings.Add(Rules.SectionOneAppraisal, "第一部分没有写工作考核、社会评议、责任追究结果情况；各级人民政府的报告应写明。", section: 1);
            }
        }

        if (report.SectionOrNull(5) is { } fifth && !IsEmpty(fifth.Text))
        {
            CheckFifth(fifth.Text, findings);
        }
    }

    /// <summary>Whether a section says nothing: no text, or only 无.</summary>
    public static bool IsEmpty(string text)
    {
        var words = text.AsSpan().Trim(" \n\t　（）()。.、");
        return words.IsEmpty || words is "无" or "無";
    }

    private static void CheckPresence(AnnualReport report, FindingList findings)
    {
        for (var number = 1; number <= 6; number++)
        {
            var heading = $"“{"一二三四五六"[number - 1]}、{NationalForm.SectionHeadings[number - 1]}”";
            var section = report.SectionOrNull(number);
            var isTable = number is 2 or 3 or 4;
            if (section is null)
            {
                // A table that is gone with its heading is told once, by table.missing.
                if (!isTable || !TableChecks.IsMissing(report, number))
                {
                    var table = isTable ? "标题（表格还在）" : "";
                    findings.Add(Rules.SectionMissing, $"报告没有{heading}这一部分{table}。", section: number);
                }
            }
            else if (number is 1 or 5 or 6 && string.IsNullOrWhiteSpace(section.Text))
            {
                findings.Add(Rules.SectionEmpty, $"{heading}只有标题，没有内容。", section: number);
            }
            else if (number is 1 or 5 && IsEmpty(section.Text))
            {
                findings.Add(Rules.SectionEmpty, $"{heading}只写了“无”，应写明情况。", section: number);
            }
        }
    }

    private static void CheckOrder(AnnualReport report, FindingList findings)
    {
        for (var index = 1; index < report.Sections.Length; index++)
        {
            var (before, now) = (report.Sections[index - 1], report.Sections[index]);
            if (now.Number <= before.Number)
            {
                var what = now.Number == before.Number ? "出现了两次" : $"排在“{before.Heading}”之后";
                findings.Add(Rules.SectionOrder, $"“{now.Heading}”{what}，与格式规定的顺序不同。", section: now.Number);
            }
        }
    }

    private static void CheckBlocks(string text, FindingList findings)
    {
        List<string>? missing = null;
        foreach (var (name, words) in Blocks)
        {
            if (!StandsOut(text, words))
            {
                (missing ??= []).Add(name);
            }
        }

        if (missing is not null)
        {
            findings.Add(
                Rules.SectionOneBlocks,
                $"第一部分没有单独写{string.Join('、', missing)}{(missing.Count > 1 ? $"这 {missing.Count} 个方面" : "这个方面")}；总体情况应包括五个方面。",
                section: 1,
                expected: "5",
                actual: $"{5 - missing.Count}");
        }
    }

    /// <summary>Whether one of the words stands at the head of a paragraph or a sentence, as a heading or a topic does.</summary>
    private static bool StandsOut(string text, string[] words)
    {
        foreach (var word in words)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var before = text.AsSpan(0, at);
                var start = before.LastIndexOf('\n') + 1;
                if ((at - start <= HeadOfListed && IsListed(text.AsSpan(start))) || at - start <= HeadOfSentence || at - (before.LastIndexOfAny("。；;！") + 1) <= HeadOfSentence)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsListed(ReadOnlySpan<char> paragraph)
    {
        paragraph = paragraph.TrimStart();
        return paragraph.Length > 1
            && (paragraph[0] is '（' or '(' || char.IsAsciiDigit(paragraph[0]) || paragraph[1] is '、' or '是' or '．' or '.');
    }

    private static void CheckFifth(string text, FindingList findings)
    {
        var problems = ContainsAny(text, "问题", "不足", "差距", "不够", "薄弱", "短板", "欠缺", "困难");
        var remedies = ContainsAny(text, "改进", "下一步", "措施", "加强", "提升", "提高", "完善", "整改", "强化");
        if (!problems || !remedies)
        {
            var what = problems ? "改进情况" : remedies ? "存在的问题" : "存在的问题和改进情况";
            findings.Add(Rules.SectionFiveParts, $"第五部分没有写{what}。", section: 5);
        }
    }

    private static bool ContainsAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGovernment(string? agency, GovernmentLevel? level) =>
        agency is not null
        && agency.EndsWith("人民政府", StringComparison.Ordinal)
        && level is not GovernmentLevel.State;
}
