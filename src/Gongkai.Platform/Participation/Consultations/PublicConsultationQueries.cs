using System.Globalization;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Consultations;

/// <summary>Consultations as the public reads them: without the opinions, but with what came of them.</summary>
public sealed class PublicConsultationQueries(GongkaiDb db, TimeProvider time)
{
    private const int PageSize = 30;

    /// <summary>A page of the list: those that end last first.</summary>
    public async Task<Page<PublicConsultationLine>> ListAsync(PublicConsultationFilter filter, string? after, CancellationToken cancellation)
    {
        var consultations = Matching(filter);
        if (after?.Split('-') is [var day, var key] && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DateOnly.MaxValue.DayNumber
            && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            var lastDay = DateOnly.FromDayNumber(number);
            consultations = consultations.Where(consultation => consultation.LastDay < lastDay || (consultation.LastDay == lastDay && consultation.Id < last));
        }

        var found = await Lines(consultations.OrderByDescending(consultation => consultation.LastDay).ThenByDescending(consultation => consultation.Id).Take(PageSize + 1)).ToListAsync(cancellation);
        return new Page<PublicConsultationLine>(
            [.. found.Take(PageSize)], found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{found[PageSize - 1].LastDay.DayNumber}-{found[PageSize - 1].Id}") : null);
    }

    /// <summary>The latest, for other pages and the map of the site.</summary>
    public Task<List<PublicConsultationLine>> NewestAsync(PublicConsultationFilter filter, int count, CancellationToken cancellation) =>
        Lines(Matching(filter).OrderByDescending(consultation => consultation.LastDay).ThenByDescending(consultation => consultation.Id).Take(count)).ToListAsync(cancellation);

    /// <summary>A consultation; null where it is not public.</summary>
    public async Task<PublicConsultation?> FindAsync(long id, CancellationToken cancellation)
    {
        var today = time.Today();
        if (await db.PublicConsultations(today).SingleOrDefaultAsync(consultation => consultation.Id == id, cancellation) is not { } consultation)
        {
            return null;
        }

        return new PublicConsultation
        {
            Line = await Lines(db.PublicConsultations(today).Where(found => found.Id == id)).SingleAsync(cancellation),
            Text = consultation.Text,
            ReleasedAt = consultation.ReleasedAt!.Value,
            Document = consultation.DocumentId is { } document
                ? await db.PublicPublications(today).Where(publication => publication.DocumentId == document).Select(publication => new PublicLink(publication.DocumentId, publication.Title)).SingleOrDefaultAsync(cancellation) : null,
            Files = await (
                from file in db.ConsultationFiles.AsNoTracking()
                join blob in db.Blobs.AsNoTracking() on file.BlobId equals blob.Id
                where file.ConsultationId == id
                orderby file.Id
                select new PublicDocumentFile(file.Id, file.BlobId, file.Name, blob.ContentType, blob.Length)).ToListAsync(cancellation),
            Feedback = await db.PublicFeedbacks().SingleOrDefaultAsync(feedback => feedback.ConsultationId == id, cancellation),
        };
    }

    private IQueryable<Consultation> Matching(PublicConsultationFilter filter)
    {
        var today = time.Today();
        return db.PublicConsultations(today).Where(consultation =>
            (filter.AgencyId == null || consultation.AgencyId == filter.AgencyId)
            && (filter.DocumentId == null || consultation.DocumentId == filter.DocumentId)
            && (filter.Text == null || consultation.Name.Contains(filter.Text))
            && (filter.IsOpen == null || (consultation.LastDay >= today) == filter.IsOpen));
    }

    private IQueryable<PublicConsultationLine> Lines(IQueryable<Consultation> consultations)
    {
        var today = time.Today();
        return consultations.Select(consultation => new PublicConsultationLine(
            consultation.Id, consultation.AgencyId, db.Agencies.Where(agency => agency.Id == consultation.AgencyId).Select(agency => agency.ShortName ?? agency.Name).Single(), consultation.Name,
            consultation.FirstDay, consultation.LastDay, consultation.LastDay >= today, db.ConsultationFeedbacks.Any(feedback => feedback.ConsultationId == consultation.Id && feedback.Stage == ReleaseStage.Released)));
    }
}

/// <summary>Which consultations a public list shows; null leaves it open.</summary>
public sealed record PublicConsultationFilter
{
    public int? AgencyId { get; init; }

    public long? DocumentId { get; init; }

    public bool? IsOpen { get; init; }

    public string? Text { get; init; }
}

/// <summary>A consultation in a public list.</summary>
public sealed record PublicConsultationLine(long Id, int AgencyId, string AgencyName, string Title, DateOnly FirstDay, DateOnly LastDay, bool IsOpen, bool HasFeedback);

/// <summary>A page that another leads to.</summary>
public sealed record PublicLink(long Id, string Title);

/// <summary>A consultation with all that its page shows.</summary>
public sealed record PublicConsultation
{
    public required PublicConsultationLine Line { get; init; }

    public required ConsultationText Text { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>The document of which it is the draft, where that is public.</summary>
    public required PublicLink? Document { get; init; }

    public required IReadOnlyList<PublicDocumentFile> Files { get; init; }

    /// <summary>What came of it; null as long as that is not released.</summary>
    public required ConsultationFeedback? Feedback { get; init; }

    public bool IsShort => ConsultationPeriod.IsShort(Text.Basis, Text.FirstDay, Text.LastDay);
}
