using System.Text.RegularExpressions;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

/// <summary>Whether the first row of a table heads its columns, though nothing in the table says so.</summary>
internal static partial class HeaderRows
{
    private const int LongestHeading = 24;

    private static readonly HashSet<string> FirstHeadings =
        ["序号", "编号", "项目", "指标", "科目", "年份", "年度", "类别", "地区", "乡镇", "单位", "单位名称", "部门", "事项", "事项名称", "项目名称", "名称", "时间", "日期", "姓名"];

    public static bool LooksLikeOne(IReadOnlyList<IReadOnlyList<TextCell>> rows)
    {
        var first = rows[0];
        var texts = first.Select(TextOf).ToList();
        if (texts.Count < 2 || texts.Exists(static text => text.Length is 0 or > LongestHeading || Figure().IsMatch(text) || text.AsSpan().ContainsAny('。', '；')))
        {
            return false;
        }

        return texts[0] is "序号"
            || (first.All(IsStrong) && !rows.Skip(1).All(static row => row.All(IsStrong)))
            || (FirstHeadings.Contains(texts[0].Replace("\u3000", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal))
                && rows.Count > 2 && rows.Skip(1).Count(static row => row.Skip(1).Any(static cell => Figure().IsMatch(TextOf(cell)))) * 2 > rows.Count - 1
                && !Keys(rows));
    }

    /// <summary>In a table of keys and values the figures stand beside their key: no column holds figures all the way down.</summary>
    private static bool Keys(IReadOnlyList<IReadOnlyList<TextCell>> rows)
    {
        var body = rows.Skip(1).Where(row => row.Count == rows[0].Count).ToList();
        return body.Count == 0 || !Enumerable.Range(1, rows[0].Count - 1).Any(column => body.TrueForAll(row => Figure().IsMatch(TextOf(row[column]))));
    }

    private static bool IsStrong(TextCell cell) =>
        cell.Blocks.Count > 0 && cell.Blocks.All(static block => block is Paragraph paragraph && (paragraph.Look.Heading > 0 || paragraph.Runs.All(static run => run.IsBreak || run.Marks.HasFlag(Marks.Strong))));

    private static string TextOf(TextCell cell) =>
        cell.Blocks is [Paragraph paragraph] ? TextRuns.TextOf(paragraph.Runs) : cell.Blocks.Count == 0 ? "" : new string('…', LongestHeading + 1);

    [GeneratedRegex(@"^[-+－]?[\d０-９][\d０-９,，.．%％\s]*(?:万元|元|万|亿|件|项|个|人|户|亩|公里|%)?$")]
    private static partial Regex Figure();
}
