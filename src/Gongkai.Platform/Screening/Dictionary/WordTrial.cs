using Gongkai.Platform.Screening.Texts.Words;

namespace Gongkai.Platform.Screening.Dictionary;

/// <summary>Where a word would have been found in past texts.</summary>
/// <param name="Count">How often it would be a hit.</param>
/// <param name="Spared">How often it stands there and its exceptions spare it.</param>
/// <param name="Places">The first of the hits, each with what stands around it.</param>
public sealed record WordTrial(int Count, int Spared, IReadOnlyList<(string Text, string Before, string After)> Places)
{
    private const int Shown = 20;
    private const int Around = 16;

    public static WordTrial Of(ScreeningWord word, IReadOnlyList<(string Name, string Text)> texts)
    {
        var dictionary = new WordBook([word]);
        var places = new List<(string, string, string)>();
        var (count, all) = (0, 0);
        foreach (var (name, text) in texts)
        {
            all += text.Split(word.Word).Length - 1;
            foreach (var found in dictionary.In(text))
            {
                var end = found.Start + word.Word.Length;
                count++;
                if (places.Count < Shown)
                {
                    places.Add((name, Line(text[Math.Max(0, found.Start - Around)..found.Start]), Line(text[end..Math.Min(text.Length, end + Around)])));
                }
            }
        }

        return new WordTrial(count, Math.Max(0, all - count), places);
    }

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
