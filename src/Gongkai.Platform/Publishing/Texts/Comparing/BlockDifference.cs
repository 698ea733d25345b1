using Gongkai.Reports.Comparing;

namespace Gongkai.Platform.Publishing.Texts.Comparing;

/// <summary>Pairs the lines of two versions: equal ones first, and between them those that are alike.</summary>
internal static class BlockDifference
{
    private const int MostPairs = 4_000;
    private const double Alike = 0.4;

    public static List<DifferenceBlock> Of(List<ComparedBlock> earlier, List<ComparedBlock> later)
    {
        var blocks = new List<DifferenceBlock>(later.Count);
        var (from, to) = (0, 0);
        var pairs = Alignment.Of([.. earlier.Select(static block => block.Key)], [.. later.Select(static block => block.Key)], (place, _) => earlier[place].Text.Length + 1);
        foreach (var (one, other) in pairs.Append((earlier.Count, later.Count)))
        {
            Between(earlier[from..one], later[to..other], blocks);
            if (one < earlier.Count)
            {
                blocks.Add(new DifferenceBlock(later[other].Kind, DifferenceState.Same, [new DifferenceRun(DifferenceState.Same, later[other].Text)], earlier[one].Html != later[other].Html));
            }

            (from, to) = (one + 1, other + 1);
        }

        return blocks;
    }

    private static void Between(List<ComparedBlock> earlier, List<ComparedBlock> later, List<DifferenceBlock> blocks)
    {
        var (from, to) = (0, 0);
        foreach (var (one, other) in PairsOf(earlier, later).Append((earlier.Count, later.Count)))
        {
            blocks.AddRange(earlier[from..one].Select(static block => Whole(block, DifferenceState.Removed)));
            blocks.AddRange(later[to..other].Select(static block => Whole(block, DifferenceState.Added)));
            if (one < earlier.Count && other < later.Count)
            {
                blocks.Add(new DifferenceBlock(later[other].Kind, DifferenceState.Changed, WordDifference.Of(earlier[one].Text, later[other].Text), earlier[one].Kind != later[other].Kind));
            }

            (from, to) = (one + 1, other + 1);
        }
    }

    private static DifferenceBlock Whole(ComparedBlock block, DifferenceState state) => new(block.Kind, state, [new DifferenceRun(state, block.Text)], false);

    /// <summary>The pairs of lines, rising in both, that are most alike in sum.</summary>
    private static List<(int Earlier, int Later)> PairsOf(List<ComparedBlock> earlier, List<ComparedBlock> later)
    {
        if ((long)earlier.Count * later.Count is 0 or > MostPairs)
        {
            return [];
        }

        List<HashSet<(char, char)>> before = [.. earlier.Select(static block => CouplesOf(block.Text))];
        List<HashSet<(char, char)>> after = [.. later.Select(static block => CouplesOf(block.Text))];
        var best = new double[earlier.Count + 1, later.Count + 1];
        var likeness = new double[earlier.Count, later.Count];
        for (var one = earlier.Count - 1; one >= 0; one--)
        {
            for (var other = later.Count - 1; other >= 0; other--)
            {
                likeness[one, other] = Likeness(before[one], after[other]);
                var paired = likeness[one, other] >= Alike ? best[one + 1, other + 1] + likeness[one, other] : 0;
                best[one, other] = Math.Max(paired, Math.Max(best[one + 1, other], best[one, other + 1]));
            }
        }

        var pairs = new List<(int, int)>();
        for (var (one, other) = (0, 0); one < earlier.Count && other < later.Count;)
        {
            if (likeness[one, other] >= Alike && best[one, other] <= best[one + 1, other + 1] + likeness[one, other])
            {
                pairs.Add((one++, other++));
            }
            else if (best[one + 1, other] >= best[one, other + 1])
            {
                one++;
            }
            else
            {
                other++;
            }
        }

        return pairs;
    }

    private static double Likeness(HashSet<(char, char)> one, HashSet<(char, char)> other)
    {
        var (small, large) = one.Count <= other.Count ? (one, other) : (other, one);
        return small.Count == 0 ? 0 : 2.0 * small.Count(large.Contains) / (small.Count + large.Count);
    }

    private static HashSet<(char, char)> CouplesOf(string text) => [.. text.Zip(text.Skip(1))];
}
