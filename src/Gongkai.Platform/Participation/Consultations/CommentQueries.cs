using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Consultations;

/// <summary>The opinions of a consultation as its desk reads them. Who sent them is opened only for those who may know; to others what looks like personal data is masked.</summary>
public sealed class CommentQueries(GongkaiDb db, ApplicantSeal seal, AuditTrail audit)
{
    private const int PageSize = 50;

    /// <summary>A page, in the order in which they came; null where this person has no such consultation.</summary>
    public async Task<Page<CommentRow>?> ListAsync(long consultationId, CommentFilter filter, Actor actor, string? after, CancellationToken cancellation)
    {
        if (await PlaceAsync(consultationId, actor, cancellation) is not { } place)
        {
            return null;
        }

        var last = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var found = await Matching(consultationId, filter).Where(comment => comment.Number > last).OrderBy(comment => comment.Number).Take(PageSize + 1).ToListAsync(cancellation);
        return new Page<CommentRow>([.. found.Take(PageSize).Select(comment => RowOf(comment, place.MayKnow))], found.Count > PageSize ? found[PageSize - 1].Number.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>All of them for a file. That they were taken out is kept in the audit trail.</summary>
    public async Task<IReadOnlyList<CommentRow>?> ExportAsync(long consultationId, CommentFilter filter, bool withSenders, Actor actor, CancellationToken cancellation)
    {
        if (await PlaceAsync(consultationId, actor, cancellation) is not { } place)
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var found = await Matching(consultationId, filter).OrderBy(comment => comment.Number).ToListAsync(cancellation);
        await audit.RecordAsync(actor, place.AgencyId, "consultation.commentsExported", $"consultations/{consultationId}", null, new { found.Count, WithSenders = withSenders && place.MayKnow }, cancellation);
        await transaction.CommitAsync(cancellation);
        return [.. found.Select(comment => RowOf(comment, withSenders && place.MayKnow))];
    }

    private IQueryable<ConsultationComment> Matching(long consultationId, CommentFilter filter) => db.ConsultationComments.AsNoTracking().Where(comment =>
        comment.ConsultationId == consultationId
        && (filter.Text == null || comment.Content.Contains(filter.Text) || comment.About.Contains(filter.Text))
        && (filter.Verdict == null || comment.Verdict == filter.Verdict)
        && (!filter.IsUnjudged || comment.Verdict == null));

    private CommentRow RowOf(ConsultationComment comment, bool mayKnow)
    {
        var sender = mayKnow && comment.Sealed is { } content ? seal.Open(content) : null;
        return new CommentRow
        {
            Id = comment.Id, Number = comment.Number, About = comment.About, Content = mayKnow ? comment.Content : PersonalData.Mask(comment.Content), SenderLabel = comment.SenderLabel, SentAt = comment.SentAt,
            Sender = sender is null ? "" : string.Join('，', new[] { sender.Name, sender.Telephone }.Where(part => part.Length > 0)),
            Verdict = comment.Verdict, VerdictReason = comment.VerdictReason, JudgedByName = comment.JudgedByName,
        };
    }

    private async Task<Place?> PlaceAsync(long consultationId, Actor actor, CancellationToken cancellation)
    {
        var found = await (
            from consultation in db.Consultations.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on consultation.AgencyId equals agency.Id
            where consultation.Id == consultationId
            select new { consultation.AgencyId, agency.Path }).SingleOrDefaultAsync(cancellation);
        return found is not null && Gate.May(actor, Act.ViewDocuments, found.Path) ? new Place(found.AgencyId, Gate.May(actor, Act.ViewApplicants, found.Path)) : null;
    }

    private sealed record Place(int AgencyId, bool MayKnow);
}
