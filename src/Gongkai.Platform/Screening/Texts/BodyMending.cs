using AngleSharp.Dom;
using Gongkai.Platform.Screening.Texts.Reading;
using Gongkai.Platform.Screening.Texts.Words;

namespace Gongkai.Platform.Screening.Texts;

/// <summary>Puts the suggestions of hits into the document: the one click.</summary>
public static class BodyMending
{
    /// <summary>The document with the suggestions of these hits in the place of what was found. Hits that it has no longer, or that suggest nothing, are passed over.</summary>
    public static ScreenedDocument Apply(ScreenedDocument document, IReadOnlyCollection<string> fingerprints, WordBook words)
    {
        var wanted = fingerprints.ToHashSet(StringComparer.Ordinal);
        var hits = TextScreening.Of(document, words).Where(hit => hit.Suggestion is not null && hit.Place.Length > 0 && wanted.Contains(hit.Fingerprint)).ToList();
        var body = BodyText.Read(document.BodyHtml);
        var inBody = hits.Where(hit => hit.Place.Field is HitField.Body or HitField.Table).ToList();
        foreach (var hit in FromTheEnd(inBody))
        {
            if (body.At(hit.Place) is { } nodes)
            {
                Write(nodes, hit);
            }
        }

        return document with
        {
            BodyHtml = inBody.Count > 0 ? body.Body.InnerHtml : document.BodyHtml,
            Title = Written(document.Title, hits, HitField.Title),
            Summary = document.Summary is { } summary ? Written(summary, hits, HitField.Summary) : null,
            Number = document.Number is { } number ? Written(number, hits, HitField.Number) : null,
        };
    }

    /// <summary>From the end, so that what is written moves nothing that is still to be written; of two at one place only the first.</summary>
    private static IEnumerable<ScreeningHit> FromTheEnd(IEnumerable<ScreeningHit> hits) =>
        from hit in hits
        group hit by hit.Place with { Offset = 0, Length = 0 } into passage
        from hit in passage.OrderBy(hit => hit.Place.Offset).Aggregate(new List<ScreeningHit>(), (chosen, hit) =>
        {
            if (chosen.Count == 0 || hit.Place.Offset >= chosen[^1].Place.Offset + chosen[^1].Place.Length)
            {
                chosen.Add(hit);
            }

            return chosen;
        }).AsEnumerable().Reverse()
        select hit;

    private static string Written(string text, List<ScreeningHit> hits, HitField field) => FromTheEnd(hits.Where(hit => hit.Place.Field == field))
        .Aggregate(text, (written, hit) => string.Concat(written.AsSpan(0, hit.Place.Offset), hit.Suggestion, written.AsSpan(hit.Place.Offset + hit.Place.Length)));

    private static void Write(IReadOnlyList<IText> nodes, ScreeningHit hit)
    {
        var start = 0;
        var isWritten = false;
        foreach (var node in nodes)
        {
            var data = node.Data;
            var (from, to) = (Math.Clamp(hit.Place.Offset - start, 0, data.Length), Math.Clamp(hit.Place.Offset + hit.Place.Length - start, 0, data.Length));
            if (to > from)
            {
                node.Data = string.Concat(data.AsSpan(0, from), isWritten ? "" : hit.Suggestion, data.AsSpan(to));
                isWritten = true;
            }

            start += data.Length;
        }
    }
}
