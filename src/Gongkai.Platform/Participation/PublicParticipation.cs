using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Participation.ReadingPoints;

namespace Gongkai.Platform.Participation;

/// <summary>What other public pages show of it: that of a document, that of an agency, the map of the site.</summary>
public sealed class PublicParticipation(PublicConsultationQueries consultations, PublicLetterQueries letters, PublicQuestionnaireQueries questionnaires, ReadingPointQueries points)
{
    private const int Most = 5;
    private const int MostMapped = 5_000;

    /// <summary>What belongs to a document.</summary>
    public async Task<ParticipationLines> OfDocumentAsync(long documentId, CancellationToken cancellation) => new(
        await consultations.NewestAsync(new PublicConsultationFilter { DocumentId = documentId }, Most, cancellation), await letters.NewestAsync(new PublicLetterFilter { DocumentId = documentId }, Most, cancellation), [], []);

    /// <summary>What belongs to an agency.</summary>
    public async Task<ParticipationLines> OfAgencyAsync(int agencyId, CancellationToken cancellation) => new(
        await consultations.NewestAsync(new PublicConsultationFilter { AgencyId = agencyId }, Most, cancellation), await letters.NewestAsync(new PublicLetterFilter { AgencyId = agencyId }, Most, cancellation),
        await questionnaires.NewestAsync(agencyId, Most, cancellation), await points.ListAsync(agencyId, cancellation));

    /// <summary>The address of every public page of it.</summary>
    public async Task<IReadOnlyList<string>> AddressesAsync(CancellationToken cancellation) =>
    [
        "/consultations", "/letters", "/letters/new", "/letters/track", "/questionnaires", "/reading-points",
        .. (await consultations.NewestAsync(new PublicConsultationFilter(), MostMapped, cancellation)).Select(line => FormattableString.Invariant($"/consultations/{line.Id}")),
        .. (await letters.NewestAsync(new PublicLetterFilter(), MostMapped, cancellation)).Select(line => FormattableString.Invariant($"/letters/{line.Id}")),
        .. (await questionnaires.NewestAsync(null, MostMapped, cancellation)).Select(line => FormattableString.Invariant($"/questionnaires/{line.Id}")),
    ];
}

/// <summary>What there is to show beside something else.</summary>
public sealed record ParticipationLines(
    IReadOnlyList<PublicConsultationLine> Consultations, IReadOnlyList<PublicLetterLine> Letters, IReadOnlyList<PublicQuestionnaireLine> Questionnaires, IReadOnlyList<ReadingPointView> ReadingPoints)
{
    public bool IsEmpty => Consultations.Count + Letters.Count + Questionnaires.Count + ReadingPoints.Count == 0;
}
