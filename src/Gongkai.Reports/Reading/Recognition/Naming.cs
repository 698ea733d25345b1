using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>The title of a report and the agency that it names.</summary>
internal static partial class Naming
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create(",.;:(0123456789<\"。");

    private const int LongestTitle = 80;
    private const int LongestName = 30;
    private const int LongestPreamble = 400;

    /// <summary>A number that is part of a name: 第10镇, G20开发区, 市110指挥中心; not one that numbers a line or begins a date.</summary>
    private const string NumberInName = "(?<=[第省市县区州镇乡A-Za-z])[0-9]{1,3}(?=[^\\W\\d年月日])";

    private static readonly string[] Organs =
        ["人民政府", "办公室", "办事处", "委员会", "管委会", "政府", "局", "委", "厅", "办", "院", "中心", "站", "所", "队", "会", "社", "公司", "处", "部", "行", "支队", "大队", "总队", "学校", "大学", "学院", "医院", "馆", "镇", "乡", "街道", "县", "区", "市", "省"];

    /// <summary>A line that is a report's title: what stands before the year, the year, and the words 政府信息公开…年度报告.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The agency that it begins with (perhaps empty) and the year, or null where the line is no title.</returns>
    public static (string Agency, int? Year)? Title(string line)
    {
        var squeezed = Squeeze(line, stackalloc char[LongestTitle]);
        if (squeezed.Length < 6 || squeezed[^1] == '.' || squeezed.Contains(';') || squeezed.IndexOf("信息公开") < 0)
        {
            return null;
        }

        var folded = squeezed.ToString();
        var match = TitlePattern().Match(folded);
        if (!match.Success || (match.Groups["before"].ValueSpan.Contains(',') && !line.Contains('、', StringComparison.Ordinal)))
        {
            return null;
        }

        var agency = TidyAgency(match.Groups["before"].Value);
        var year = Dates.Year(match.Groups["year"].Value.TrimEnd('度') + (match.Groups["year"].Value.Contains('年', StringComparison.Ordinal) ? "" : "年"));
        var after = TidyAgency(match.Groups["after"].Value);
        return (agency.Length > 0 ? agency : IsAgency(after) && !folded.Contains('>', StringComparison.Ordinal) ? after : "", year);
    }

    /// <summary>Whether a short line is the name of an agency.</summary>
    public static bool IsAgency(ReadOnlySpan<char> line)
    {
        var name = Squeeze(line, stackalloc char[LongestName]);
        if (name.Length < 2 || name.IndexOfAny(NotInNames) >= 0)
        {
            return false;
        }

        foreach (var organ in Organs)
        {
            if (name.EndsWith(organ))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name with the organ that the title left out, where the text gives the whole name: 某某镇 → 某某镇人民政府.</summary>
    public static string Complete(string agency, IEnumerable<string> lines)
    {
        if (agency.Length == 0 || agency[^1] is not ('镇' or '乡' or '县' or '区' or '市' or '省' or '旗' or '道'))
        {
            return agency;
        }

        var whole = agency[^1] == '道' ? agency + "办事处" : agency + "人民政府";
        return lines.Any(line => line.Contains(whole, StringComparison.Ordinal)) ? whole : agency;
    }

    /// <summary>The agency whose report a preamble says it is, where no title names it: 现公布某某县财政局2024年政府信息公开工作年度报告.</summary>
    /// <returns>The name as it stands, or the empty string.</returns>
    public static string InPreamble(string preamble)
    {
        var folded = Folding.Fold(preamble);
        var match = PreamblePattern().Match(folded, 0, Math.Min(folded.Length, LongestPreamble));
        var name = match.Success ? preamble.Substring(match.Groups["agency"].Index, match.Groups["agency"].Length).Trim() : "";
        return name.Length > 2 && name[0] is not ('我' or '本' or '全') && IsAgency(name) ? name : "";
    }

    /// <summary>The folded text without spaces; empty where it is longer than the buffer.</summary>
    private static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> line, Span<char> buffer)
    {
        var length = 0;
        foreach (var raw in line)
        {
            var character = Folding.Fold(raw);
            if (character == ' ')
            {
                continue;
            }

            if (length == buffer.Length)
            {
                return [];
            }

            buffer[length++] = character;
        }

        return buffer[..length];
    }

    private static string TidyAgency(string name) =>
        name[(name.LastIndexOfAny(['>', ':', '|']) + 1)..].Trim().Trim('-', '_', '|', '>', '·', '"', '(', ')', '《', '》', '关', '于', ':', '*', '#', '\uFEFF').Trim();

    [GeneratedRegex("^(?<before>(?:[^0-9]|" + NumberInName + "){0,40}?)(?<year>(?:20[0-9]{2}|二[〇○O零][〇○O零一二三四五六七八九]{2})年?度?)(?<after>[^0-9]{0,30}?)(?:政府)?信息公开(?:工作)?(?:年度|年)?(?:工作)?(?:报告|年报)[^0-9]{0,12}$")]
    private static partial Regex TitlePattern();

    [GeneratedRegex("(?:公布|发布|编制|现将|形成|制作)了?[《<\"]?(?<agency>[^,.;:。()<>《》\"0-9]{3,30}?) ?20[0-9]{2} ?年度?政府信息公开(?:工作)?(?:年度|年)?(?:工作)?(?:报告|年报)", RegexOptions.CultureInvariant)]
    private static partial Regex PreamblePattern();
}
