using System.Buffers;
using System.Globalization;

namespace Gongkai.Reports.Checking.Documents;

/// <summary>Names and years of another report that were left in: the usual trace of copying.</summary>
internal static class LeftOverChecks
{
    private static readonly string[] Comparisons =
    [
        "上年", "去年", "同比", "相比", "增加", "减少", "增长", "下降", "以来", "自20", "日起", "年起", "印发", "修订", "施行", "结转", "至今",
        "下一步", "将", "计划", "新一年", "明年", "下年", "分别", "整改", "反馈", "指出", "考核", "问题",
    ];

    // Characters of a running sentence: what they precede is no name.
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("各本我全该个辖属级等和与及由为向将对到在是的了按据经");

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。；\n");

    private const string ReportTitle = "政府信息公开工作年度报告";
    private const int YearDigits = 4;
    private const int MostOfOffice = 3;
    private const int TownGovernmentLength = 5;
    private const int MostBeforeTown = 6;
    private const int MostOfAnOpening = 60;

    private static readonly WordSet TownGovernments = new("镇人民政府", "乡人民政府", "街道办事处");

    public static void Check(AnnualReport report, FindingList findings)
    {
        CheckSignatory(report, findings);
        CheckOtherTowns(report, findings);
        if (report.Year is { } year)
        {
            var digits = year.ToString(CultureInfo.InvariantCulture);
            foreach (var section in report.Sections)
            {
                CheckYear(section, year, digits, findings);
            }
        }
    }

    private static void CheckSignatory(AnnualReport report, FindingList findings)
    {
        if (report.Agency is { } agency && report.Signatory is { } signatory
            && !AgencyName.MayBeSame(Compact(agency), Compact(signatory)))
        {
            findings.Add(
                Rules.ReportAgency,
                $"落款是“{signatory}”，而报告机关是“{agency}”，两者不是一个机关。",
                expected: agency,
                actual: signatory);
        }
    }

    /// <summary>A town's report speaks of its own town only; a department's names many offices, so only towns are held to this.</summary>
    private static void CheckOtherTowns(AnnualReport report, FindingList findings)
    {
        if (report.Agency is not { } agency || !AgencyName.IsTown(Compact(agency)))
        {
            return;
        }

        var own = AgencyName.LocalName(AgencyName.Core(Compact(agency)));
        var signatory = Compact(report.Signatory ?? "");
        foreach (var (number, text) in Texts(report))
        {
            for (var at = 0; TownGovernments.IndexIn(text.AsSpan(at)) is var found and >= 0;)
            {
                var start = at + found;
                at = start + TownGovernmentLength;
                var name = NameIn(text, start);
                var town = AgencyName.Core(name);
                var stem = town.TrimEnd('镇', '乡', '街', '道');
                if (stem.Length < 2 || own.Contains(stem, StringComparison.Ordinal) || town.Contains(own, StringComparison.Ordinal)
                    || signatory.Contains(stem, StringComparison.Ordinal))
                {
                    continue;
                }

                findings.Add(
                    Rules.ReportAgency,
                    $"{(number == 0 ? "开头的说明" : $"第{"一二三四五六"[number - 1]}部分")}出现“{name}”，而报告机关是“{agency}”，可能照抄了别的乡镇的报告。",
                    section: number == 0 ? null : number,
                    expected: agency,
                    actual: name);
                return;
            }
        }
    }

    /// <summary>The name that ends in the words at <paramref name="start"/>: 白石镇人民政府 for 由白石镇人民政府.</summary>
    private static string NameIn(string text, int start)
    {
        var first = start;
        while (first > 0 && start - first < MostBeforeTown && text[first - 1] is >= '\u4e00' and <= '\u9fa5' && !NotInNames.Contains(text[first - 1]))
        {
            first--;
        }

        return text[first..(start + TownGovernmentLength)];
    }

    private static IEnumerable<(int Number, string Text)> Texts(AnnualReport report)
    {
        yield return (0, report.Preamble);
        foreach (var section in report.Sections)
        {
            yield return (section.Number, section.Text);
        }
    }

    private static void CheckYear(Section section, int year, string digits, FindingList findings)
    {
        if (section.Number is 2 or 3)
        {
            return;
        }

        // Where the right year stands elsewhere, only the very first words of section one are worth a note.
        var saysYear = section.Text.Contains(digits, StringComparison.Ordinal);
        if (saysYear && section.Number != 1)
        {
            return;
        }

        var looked = saysYear ? section.Text.AsSpan(0, Math.Min(section.Text.Length, MostOfAnOpening)) : section.Text;
        for (var from = 0; OpeningYear(looked, from) is var (start, yearAt); from = yearAt + YearDigits)
        {
            if (saysYear && start > 0)
            {
                return;
            }

            var length = section.Text.AsSpan(start).IndexOfAny(SentenceEnds);
            var sentence = length < 0 ? section.Text[start..] : section.Text.Substring(start, length);
            var named = int.Parse(section.Text.AsSpan(yearAt, YearDigits), NumberStyles.None, CultureInfo.InvariantCulture);
            if (named < year && named >= year - 5 && !Array.Exists(Comparisons, word => sentence.Contains(word, StringComparison.Ordinal)))
            {
                var shown = sentence.Trim();
                findings.Add(
                    Rules.ReportYear,
                    $"第{"一二三四五六"[section.Number - 1]}部分写着“{(shown.Length > 24 ? shown[..24] + "…" : shown)}”，{(saysYear ? $"而报告是 {year} 年度的" : $"通篇没有提到 {year} 年")}，可能是往年的文字没有改。",
                    section: section.Number,
                    expected: digits,
                    actual: named.ToString(CultureInfo.InvariantCulture),
                    doubtful: saysYear);
                return;
            }
        }
    }

    private static string Compact(string name) => name.Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);

    /// <summary>The next year that opens a sentence, and where that sentence starts: 2023年, 我局2023年, but not 2023年度政府信息公开工作年度报告.</summary>
    private static (int Start, int YearAt)? OpeningYear(ReadOnlySpan<char> text, int from)
    {
        if (from == 0 && YearAt(text, 0) is { } first)
        {
            return (0, first);
        }

        for (var at = from; text[at..].IndexOfAny(SentenceEnds) is var distance and >= 0; at++)
        {
            at += distance;
            if (YearAt(text, at + 1) is { } year)
            {
                return (at + 1, year);
            }
        }

        return null;
    }

    private static int? YearAt(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..].TrimStart();
        if (rest is ['我', .. var office])
        {
            var length = office.IndexOfAnyExceptInRange('\u4e00', '\u9fa5');
            rest = length is > 0 and <= MostOfOffice ? office[length..].TrimStart() : default;
        }
        else if (rest.StartsWith("本机关") || rest.StartsWith("本单位"))
        {
            rest = rest[3..].TrimStart();
        }

        if (rest is not ['2', '0', >= '0' and <= '9', >= '0' and <= '9', .. var after])
        {
            return null;
        }

        after = after.TrimStart();
        return after is ['年', .. var words] && !words.StartsWith(ReportTitle) && !(words is ['度', .. var title] && title.StartsWith(ReportTitle))
            ? text.Length - rest.Length
            : null;
    }
}
