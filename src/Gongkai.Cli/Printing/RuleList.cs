using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongkai.Cli.Running;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Spectre.Console;
using Rule = Gongkai.Reports.Checking.Rule;

namespace Gongkai.Cli.Printing;

/// <summary>The rules as <c>gongkai check --list-rules</c> prints them.</summary>
internal static class RuleList
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static int Print(OutputFormat format)
    {
        StandardOutput.Write(format switch
        {
            OutputFormat.Table => Terminal.Render(Draw),
            OutputFormat.Json => Encoding.UTF8.GetBytes($"[\n{string.Join(",\n", Rules.All.Select(Json))}\n]\n"),
            OutputFormat.Jsonl => Encoding.UTF8.GetBytes(string.Concat(Rules.All.Select(rule => $"{Json(rule)}\n"))),
            OutputFormat.Csv => Encoding.UTF8.GetBytes(string.Concat(Rules.All
                .Select(rule => Csv.Line(rule.Id, Words.Key(rule.Severity), rule.Title, rule.Source))
                .Prepend("rule,severity,title,source\r\n"))),
        });
        return CommandLine.Fine;
    }

    private static void Draw(IAnsiConsole console)
    {
        var table = new TextTable(["规则", "级别", "要求", "依据"], rightAligned: false);
        foreach (var rule in Rules.All)
        {
            table.Add((rule.Id, "default"), (rule.Severity.Word(), Words.ColourOf(rule.Severity)), (rule.Title, "default"), (rule.Source, "dim"));
        }

        table.Draw(console);
    }

    private static string Json(Rule rule) => JsonSerializer.Serialize(
        new { rule = rule.Id, severity = Words.Key(rule.Severity), title = rule.Title, source = rule.Source, explanation = rule.Explanation }, Readable);
}
