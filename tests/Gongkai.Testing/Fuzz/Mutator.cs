using System.Text;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Testing.Fuzz;

/// <summary>Spoils reports as the world does, and as an enemy would. The same format and seed give the same file.</summary>
public static class Mutator
{
    private const int MostSteps = 6;

    /// <summary>The formats that are spoilt.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["txt", "html", "json", "csv", "docx", "xlsx"];

    /// <summary>One spoilt file.</summary>
    public static Mutant Make(string kind, int seed)
    {
        var random = new Random(HashCode(kind, seed));
        var how = new List<string>();
        var file = Pick(FuzzSamples.Of(kind), random);
        if (IsZip(kind))
        {
            file = ZipMutations.Spoil(file, Pick(FuzzSamples.Of(kind), random), random, how);
        }
        else
        {
            file = SpoilText(file, kind, random, how);
        }

        // Bytes last, and not always: a flipped bit in a zip leaves little else to be tried.
        if (random.Next(IsZip(kind) ? 4 : 3) == 0)
        {
            for (var step = random.Next(1, 4); step > 0; step--)
            {
                file = ByteMutations.Spoil(file, Pick(FuzzSamples.Of(kind), random), random, how);
            }
        }

        return new Mutant(kind, seed, file, string.Join(", ", how));
    }

    private static byte[] SpoilText(byte[] file, string kind, Random random, List<string> how)
    {
        var text = new StringBuilder(TextDecoding.Decode(file));
        var other = TextDecoding.Decode(Pick(FuzzSamples.Of(Pick(["txt", "html", kind], random)), random));
        for (var step = random.Next(0, MostSteps); step > 0; step--)
        {
            TextMutations.Spoil(text, other, random, how);
        }

        return TextMutations.Encode(text.ToString(), random, how);
    }

    private static bool IsZip(string kind) => kind is "docx" or "xlsx";

    // string.GetHashCode differs from run to run.
    private static int HashCode(string kind, int seed) => kind.Aggregate(seed, static (hash, character) => unchecked((hash * 31) + character));

    private static T Pick<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];
}
