namespace Gongkai.Reports.Reading.Recognition;

/// <summary>Chooses among the lines that may be headings the one that opens each of the six sections.</summary>
internal static class SectionFinder
{
    private const int Sections = 6;

    /// <summary>The headings of the sections that the source has, in the order in which it has them.</summary>
    /// <param name="candidates">Every line that may be a heading, in order.</param>
    public static List<Heading> Choose(List<Heading> candidates)
    {
        var chosen = new Heading?[Sections + 1];
        candidates = candidates.FindAll(candidate => candidate.IsPossible);
        for (var index = 0; index < candidates.Count; index++)
        {
            var candidate = candidates[index];
            if (IsInContents(candidates, index))
            {
                continue;
            }

            var best = chosen[candidate.Number];
            if (best is null || candidate.Score > best.Score)
            {
                chosen[candidate.Number] = candidate;
            }
        }

        return [.. chosen.OfType<Heading>().OrderBy(heading => heading.Row)];
    }

    /// <summary>A table of contents lists the headings without a line between them; the headings themselves come again after it.</summary>
    private static bool IsInContents(List<Heading> candidates, int index)
    {
        var start = index;
        while (start > 0 && candidates[start].Row - candidates[start - 1].Row == 1)
        {
            start--;
        }

        var end = index;
        while (end + 1 < candidates.Count && candidates[end + 1].Row - candidates[end].Row == 1)
        {
            end++;
        }

        return end - start >= 3 && candidates.Skip(end + 1).Any(later => later.Number == candidates[index].Number);
    }
}
