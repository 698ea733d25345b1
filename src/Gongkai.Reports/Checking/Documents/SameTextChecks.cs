namespace Gongkai.Reports.Checking.Documents;

/// <summary>Sections one and five against last year's (国办公开办函〔2021〕30号: 内容雷同 is answered for).</summary>
internal static class SameTextChecks
{
    private const int Window = 8;
    private const int LeastLength = 80;

    public static void Check(AnnualReport report, AnnualReport last, FindingList findings)
    {
        foreach (var number in (ReadOnlySpan<int>)[1, 5])
        {
            if (report.SectionOrNull(number) is not { } now || last.SectionOrNull(number) is not { } before)
            {
                continue;
            }

            var share = ShareKept(now.Text, before.Text);
            if (share > findings.Settings.SimilarShare)
            {
                findings.Add(
                    Rules.SameText,
                    $"第{"一二三四五六"[number - 1]}部分有 {Figure.Format(Math.Floor(share * 100))}% 的文字与上年报告相同，请按本年实际情况改写。",
                    section: number,
                    expected: Figure.Format(findings.Settings.SimilarShare),
                    actual: Figure.Format(Math.Round(share, 2)));
            }
        }
    }

    /// <summary>The share of the text, 0 to 1, that also stands in the earlier one, in runs of eight characters or more; digits and spaces do not count.</summary>
    public static decimal ShareKept(string text, string earlier)
    {
        var now = Letters(text);
        var before = Letters(earlier);
        if (now.Length < LeastLength || before.Length < Window)
        {
            return 0;
        }

        var known = new HashSet<ulong>(before.Length);
        for (var index = 0; index + Window <= before.Length; index++)
        {
            known.Add(Hash(before, index));
        }

        var (kept, reach) = (0, 0);
        for (var index = 0; index + Window <= now.Length; index++)
        {
            if (known.Contains(Hash(now, index)))
            {
                kept += index + Window - Math.Max(reach, index);
                reach = index + Window;
            }
        }

        return (decimal)kept / now.Length;
    }

    private static char[] Letters(string text) =>
        [.. text.Where(character => !char.IsWhiteSpace(character) && !char.IsDigit(character)).Select(Folding.Fold)];

    private static ulong Hash(char[] text, int start)
    {
        var hash = 14695981039346656037UL;
        for (var index = start; index < start + Window; index++)
        {
            hash = (hash ^ text[index]) * 1099511628211UL;
        }

        return hash;
    }
}
