using System.Globalization;
using System.Text;

namespace Gongkai.Reports.Checking;

/// <summary>The catalogue of rules as a page: <c>docs/rules.md</c>.</summary>
public static class RulesPage
{
    /// <summary>The page in Markdown, in Chinese, with line feeds at the ends of lines.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append("# 检查规则\n\n");
        page.Append("本页由程序生成（`RulesPage.Markdown()`），共 ").Append(Rules.All.Length).Append(" 条。级别：**").Append(Severity.Error.Word()).Append("**不可能是对的；**")
            .Append(Severity.Warning.Word()).Append("**需要说明；**").Append(Severity.Note.Word()).Append("**值得看一眼。\n\n");
        page.Append("规则可用设置文件改级别或关闭，值为 `error`、`warning`、`note`、`off`：\n\n");
        page.Append("```json\n{ \"rules\": { \"text.percent\": \"off\", \"preamble.contact\": \"warning\" }, \"jumpFactor\": 10, \"similarShare\": 0.8 }\n```\n\n");
        page.Append("程序自己拿不准的发现一律降为提示，改级别不会把它升上去。\n\n");
        page.Append("| 规则 | 级别 | 要求 |\n| --- | --- | --- |\n");
        foreach (var rule in Rules.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| [`{rule.Id}`](#{Anchor(rule)}) | {rule.Severity.Word()} | {rule.Title} |\n");
        }

        foreach (var rule in Rules.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## `{rule.Id}`\n\n**{rule.Title}**（{rule.Severity.Word()}）\n\n{rule.Explanation}\n\n依据：{rule.Source}。\n");
        }

        return page.ToString();
    }

    private static string Anchor(Rule rule) => rule.Id.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();
}
