namespace Gongkai.Reports.Comparing;

/// <summary>
/// Which sentences of two texts are the same, in the order of both, so that the most characters are kept: the heaviest common subsequence.
/// Found among all pairs of equal sentences in n log n of their number. Where a sentence is repeated so often that there would be
/// too many pairs, its first occurrence is paired with the first, its second with the second, and so on.
/// </summary>
public static class Alignment
{
    private const long MostPairs = 400_000;

    /// <summary>The pairs of places, rising in both.</summary>
    /// <param name="earlier">The earlier sentences.</param>
    /// <param name="later">The later sentences.</param>
    /// <param name="weight">What it is worth to pair an earlier sentence with a later one; above zero.</param>
    public static List<(int Earlier, int Later)> Of(string[] earlier, string[] later, Func<int, int, int> weight)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var index = 0; index < earlier.Length; index++)
        {
            if (!places.TryGetValue(earlier[index], out var list))
            {
                places[earlier[index]] = list = [];
            }

            list.Add(index);
        }

        var pairCount = later.Sum(sentence => places.TryGetValue(sentence, out var list) ? (long)list.Count : 0);
        return Heaviest(pairCount <= MostPairs ? AllPairs(later, places) : PairsInOrder(later, places), earlier.Length, weight);
    }

    /// <summary>Rising in the later text, and falling in the earlier one within it, so that a sentence is never paired twice.</summary>
    private static IEnumerable<(int Earlier, int Later)> AllPairs(string[] later, Dictionary<string, List<int>> places)
    {
        for (var index = 0; index < later.Length; index++)
        {
            if (places.TryGetValue(later[index], out var list))
            {
                for (var place = list.Count - 1; place >= 0; place--)
                {
                    yield return (list[place], index);
                }
            }
        }
    }

    private static IEnumerable<(int Earlier, int Later)> PairsInOrder(string[] later, Dictionary<string, List<int>> places)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < later.Length; index++)
        {
            var occurrence = used.GetValueOrDefault(later[index]);
            if (places.TryGetValue(later[index], out var list) && occurrence < list.Count)
            {
                used[later[index]] = occurrence + 1;
                yield return (list[occurrence], index);
            }
        }
    }

    private static List<(int Earlier, int Later)> Heaviest(IEnumerable<(int Earlier, int Later)> pairs, int earlierCount, Func<int, int, int> weight)
    {
        var kept = new List<(int Earlier, int Later, long Total, int Before)>();
        var best = new int[earlierCount + 1];
        Array.Fill(best, -1);
        var heaviest = -1;
        foreach (var (earlier, later) in pairs)
        {
            var before = Best(best, earlier, kept);
            var total = weight(earlier, later) + (before < 0 ? 0 : kept[before].Total);
            kept.Add((earlier, later, total, before));
            Raise(best, earlier + 1, kept.Count - 1, kept);
            heaviest = heaviest < 0 || total > kept[heaviest].Total ? kept.Count - 1 : heaviest;
        }

        var path = new List<(int Earlier, int Later)>();
        for (var index = heaviest; index >= 0; index = kept[index].Before)
        {
            path.Add((kept[index].Earlier, kept[index].Later));
        }

        path.Reverse();
        return path;
    }

    /// <summary>The heaviest chain that ends before a place of the earlier text, from a Fenwick tree of prefixes.</summary>
    private static int Best(int[] tree, int count, List<(int Earlier, int Later, long Total, int Before)> kept)
    {
        var best = -1;
        for (; count > 0; count &= count - 1)
        {
            best = tree[count] >= 0 && (best < 0 || kept[tree[count]].Total > kept[best].Total) ? tree[count] : best;
        }

        return best;
    }

    private static void Raise(int[] tree, int count, int chain, List<(int Earlier, int Later, long Total, int Before)> kept)
    {
        for (; count < tree.Length; count += count & -count)
        {
            tree[count] = tree[count] < 0 || kept[chain].Total > kept[tree[count]].Total ? chain : tree[count];
        }
    }
}
