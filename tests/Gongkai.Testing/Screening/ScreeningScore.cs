using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Words;

namespace Gongkai.Testing.Screening;

/// <summary>How well a family of rules does over the labelled texts.</summary>
/// <param name="Family">The family.</param>
/// <param name="Found">What was to be found and was.</param>
/// <param name="Missed">What was to be found and was not.</param>
/// <param name="Wrong">What was found and should not have been.</param>
public sealed record ScreeningScore(string Family, int Found, int Missed, int Wrong)
{
    public double Precision => Found + Wrong == 0 ? 1 : (double)Found / (Found + Wrong);

    public double Recall => Found + Missed == 0 ? 1 : (double)Found / (Found + Missed);

    /// <summary>The scores of all families, and each mistake in words.</summary>
    public static (IReadOnlyList<ScreeningScore> Scores, IReadOnlyList<string> Mistakes) Measure(IReadOnlyList<LabelledText> texts, WordBook words)
    {
        var counts = new SortedDictionary<string, (int Found, int Missed, int Wrong)>(StringComparer.Ordinal);
        var mistakes = new List<string>();
        void Count(string rule, int found, int missed, int wrong)
        {
            var family = rule[..rule.IndexOf('.', StringComparison.Ordinal)];
            var before = counts.GetValueOrDefault(family);
            counts[family] = (before.Found + found, before.Missed + missed, before.Wrong + wrong);
        }

        foreach (var text in texts)
        {
            var hits = TextScreening.Of(text.Document, words).ToList();
            foreach (var (rule, found) in text.Expected.OrderBy(expected => expected.Found is null))
            {
                var hit = hits.Find(hit => hit.Rule.Id == rule && (found is null || hit.Found.Contains(found, StringComparison.Ordinal)));
                Count(rule, hit is null ? 0 : 1, hit is null ? 1 : 0, 0);
                if (hit is null)
                {
                    mistakes.Add($"{text.File}/{text.Name}: missed {rule} {found}");
                }
                else
                {
                    hits.Remove(hit);
                }
            }

            foreach (var hit in hits)
            {
                Count(hit.Rule.Id, 0, 0, 1);
                mistakes.Add($"{text.File}/{text.Name}: wrong {hit.Rule.Id} {hit.Found} ({hit.Place.Words})");
            }
        }

        return ([.. counts.Select(pair => new ScreeningScore(pair.Key, pair.Value.Found, pair.Value.Missed, pair.Value.Wrong))], mistakes);
    }
}
