using Gongkai.Law.Publishing;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Screening.Dictionary;
using Gongkai.Platform.Screening.Files;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Participation;

/// <summary>Reads by machine what is about to go before the public. What is grave stops it, unless whoever releases it says why it stands; personal data has to go in any case.</summary>
public sealed class TextChecks(ScreeningWordQueries words, Blobs blobs, TimeProvider time)
{
    private static readonly string[] OfPersons = ["pii", "minor", "aid"];

    /// <summary>What was found, the gravest first.</summary>
    public async Task<IReadOnlyList<DocumentHit>> OfAsync(string title, string html, IReadOnlyList<CheckedFile> files, CancellationToken cancellation)
    {
        var book = await words.DictionaryAsync(cancellation);
        var document = new ScreenedDocument { Title = title, BodyHtml = html, PublishedOn = time.Today(), Source = "本机关", Openness = DisclosureAttribute.Proactive };
        var hits = TextScreening.Of(document, book).Where(hit => hit.Rule.Family != "meta").Select(hit => DocumentHit.Of(hit, null)).ToList();
        foreach (var file in files)
        {
            using var bytes = new MemoryStream();
            await blobs.CopyToAsync(file.BlobId, bytes, cancellation);
            var found = await AttachmentScreening.OfAsync(file.Name, bytes.ToArray(), book, new ScreeningSettings(time.Today(), DisclosureAttribute.Proactive), cancellation);
            hits.AddRange(found.Select(hit => DocumentHit.Of(hit, file.Id)));
        }

        return [.. hits.OrderByDescending(hit => hit.Severity)];
    }

    /// <summary>Refuses what may not go out with what was found.</summary>
    /// <param name="hits">What was found.</param>
    /// <param name="keptBecause">Why it stands, in the words of whoever releases it.</param>
    internal static ParticipationResult? Refuse(IReadOnlyList<DocumentHit> hits, string? keptBecause)
    {
        var grave = hits.Where(hit => hit.Severity == ScreeningSeverity.Grave).ToList();
        return grave.Exists(hit => OfPersons.Contains(hit.Rule.Split('.')[0])) ? ParticipationResult.Refused(ParticipationRefusal.PersonalData) with { Hits = hits }
            : grave.Count > 0 && string.IsNullOrWhiteSpace(keptBecause) ? ParticipationResult.Refused(ParticipationRefusal.ScreeningHits) with { Hits = hits }
            : null;
    }
}

/// <summary>A file that goes out with a text.</summary>
public sealed record CheckedFile(long Id, Guid BlobId, string Name);
