using System.Collections.Immutable;

namespace Gongkai.Reports.Comparing;

/// <summary>One section of both reports side by side.</summary>
public sealed record SectionComparison
{
    /// <summary>The statutory number, 1 to 6.</summary>
    public required int Number { get; init; }

    /// <summary>The section of the earlier report; null where it has none.</summary>
    public required Section? Earlier { get; init; }

    /// <summary>The section of the later report; null where it has none.</summary>
    public required Section? Later { get; init; }

    /// <summary>The sentences side by side, in the order of both texts.</summary>
    public required ImmutableArray<SentencePair> Sentences { get; init; }

    /// <summary>The characters of the later text, without spaces.</summary>
    public required int LaterCharacters { get; init; }

    /// <summary>How many of them are in sentences that stand word for word, and in the same order, in the earlier text.</summary>
    public required int KeptCharacters { get; init; }

    /// <summary>The same where sentences that differ in figures only count as kept.</summary>
    public required int KeptCharactersApartFromFigures { get; init; }

    /// <summary>The share of the later text kept word for word, from 0 to 1; 0 where there is no text.</summary>
    public double KeptShare => LaterCharacters == 0 ? 0 : (double)KeptCharacters / LaterCharacters;

    /// <summary>The share of the later text kept but for figures, from 0 to 1.</summary>
    public double KeptShareApartFromFigures => LaterCharacters == 0 ? 0 : (double)KeptCharactersApartFromFigures / LaterCharacters;

    internal static SectionComparison Of(int number, Section? earlier, Section? later)
    {
        var (was, now) = (Sentence.Split(earlier?.Text ?? ""), Sentence.Split(later?.Text ?? ""));
        var exact = Alignment.Of([.. was.Select(sentence => sentence.Words)], [.. now.Select(sentence => sentence.Words)], (_, later) => now[later].Words.Length);
        var masked = Alignment.Of(
            [.. was.Select(sentence => sentence.Masked)],
            [.. now.Select(sentence => sentence.Masked)],
            (earlier, later) => (2 * now[later].Words.Length) + (was[earlier].Words == now[later].Words ? 1 : 0));
        var kept = exact.Sum(pair => now[pair.Later].Words.Length);
        return new SectionComparison
        {
            Number = number,
            Earlier = earlier,
            Later = later,
            Sentences = [.. Pair(was, now, masked)],
            LaterCharacters = now.Sum(sentence => sentence.Words.Length),
            KeptCharacters = kept,
            KeptCharactersApartFromFigures = Math.Max(kept, masked.Sum(pair => now[pair.Later].Words.Length)),
        };
    }

    /// <summary>The kept sentences with what stands between them set side by side in order.</summary>
    private static IEnumerable<SentencePair> Pair(List<Sentence> was, List<Sentence> now, List<(int Earlier, int Later)> kept)
    {
        var (nextWas, nextNow) = (0, 0);
        foreach (var (earlier, later) in kept.Append((was.Count, now.Count)))
        {
            while (nextWas < earlier || nextNow < later)
            {
                yield return new SentencePair(
                    nextWas < earlier ? was[nextWas++].Text : null,
                    nextNow < later ? now[nextNow++].Text : null,
                    Wording.Different);
            }

            if (earlier < was.Count)
            {
                yield return new SentencePair(
                    was[nextWas++].Text,
                    now[nextNow++].Text,
                    was[earlier].Words == now[later].Words ? Wording.Same : Wording.SameApartFromFigures);
            }
        }
    }
}

/// <summary>A sentence of each text; null on the side that has none there.</summary>
public sealed record SentencePair(string? Earlier, string? Later, Wording Wording);

/// <summary>How two sentences that stand side by side compare.</summary>
public enum Wording
{
    /// <summary>They say different things, or one is missing.</summary>
    Different,

    /// <summary>Word for word the same but for figures.</summary>
    SameApartFromFigures,

    /// <summary>Word for word the same; spaces and the width of characters do not count.</summary>
    Same,
}
