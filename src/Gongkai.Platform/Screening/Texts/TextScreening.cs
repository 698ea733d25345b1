using Gongkai.Law.Publishing;
using Gongkai.Platform.Screening.Texts.Reading;
using Gongkai.Platform.Screening.Texts.Rules;
using Gongkai.Platform.Screening.Texts.Words;

namespace Gongkai.Platform.Screening.Texts;

/// <summary>三校 by machine: reads a document and says what a person has to look at. Nothing is asked of the network or the database.</summary>
public static class TextScreening
{
    /// <summary>The most hits that are told of one document.</summary>
    public const int Most = 1_000;

    /// <summary>Everything that was found, in the order of reading.</summary>
    public static IReadOnlyList<ScreeningHit> Of(ScreenedDocument document, WordBook words)
    {
        var body = BodyText.Read(document.BodyHtml);
        var settings = new ScreeningSettings(document.Day, document.Openness, IsListOfAid: AidRules.IsAboutAid(document.Title));
        return Numbered(
        [
            .. MetadataRules.Of(document, body.Text),
            .. OfText(new ScreenedText([.. FieldsOf(document)], []), words, settings),
            .. OfText(body.Text, words, settings),
            .. document.Attachments.SelectMany(attachment => OfText(attachment, words, settings)),
            .. PageRules.Of(body, document.OwnDomain),
        ]);
    }

    /// <summary>What was found in a text by itself.</summary>
    public static IReadOnlyList<ScreeningHit> Of(ScreenedText text, WordBook words, ScreeningSettings settings) => Numbered(OfText(text, words, settings));

    /// <summary>Equal hits in equal surroundings are told apart by their order.</summary>
    internal static IReadOnlyList<ScreeningHit> Numbered(IEnumerable<ScreeningHit> hits)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. hits.Take(Most).Select(hit =>
            {
                var count = counts[hit.Fingerprint] = counts.GetValueOrDefault(hit.Fingerprint) + 1;
                return count == 1 ? hit : hit with { Ordinal = count - 1 };
            }),
        ];
    }

    private static IEnumerable<ScreenedPassage> FieldsOf(ScreenedDocument document)
    {
        (HitField Field, string? Text)[] fields = [(HitField.Title, document.Title), (HitField.Number, document.Number), (HitField.Keywords, string.Join('、', document.Keywords)), (HitField.Summary, document.Summary)];
        return fields.Where(field => !string.IsNullOrWhiteSpace(field.Text)).Select(field => new ScreenedPassage(new HitPlace(field.Field), field.Text!));
    }

    private static IEnumerable<ScreeningHit> OfText(ScreenedText text, WordBook words, ScreeningSettings settings)
    {
        foreach (var passage in text.Passages)
        {
            var found = new PassageHits(passage);
            NumberRules.Look(found);
            AddressRules.Look(found);
            PersonRules.Look(found, settings.Day);
            AidRules.Look(found);
            SecrecyRules.Look(found, settings.Openness);
            WordRules.Look(found, words, settings.Day);
            DateRules.Look(found, settings.Day);
            AmountRules.Look(found);
            PunctuationRules.Look(found);
            foreach (var hit in found.InOrder())
            {
                yield return hit;
            }
        }

        foreach (var hit in NumberingRules.Of(text.Passages).Concat(text.Tables.SelectMany(table => AidRules.Of(table, settings.IsListOfAid).Concat(TotalRules.Of(table)))))
        {
            yield return hit;
        }
    }
}

/// <summary>What a text is judged by.</summary>
/// <param name="Day">The day on which it is published: names out of date and ages go by it; null where that is not known.</param>
/// <param name="Openness">公开属性 of its document.</param>
/// <param name="IsListOfAid">Whether its title says that it is about those who are given aid.</param>
public sealed record ScreeningSettings(DateOnly? Day, DisclosureAttribute? Openness, bool IsListOfAid = false);
