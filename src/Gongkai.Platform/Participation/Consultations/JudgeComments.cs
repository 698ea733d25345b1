using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Consultations;

/// <summary>Says of opinions whether they are adopted, and why not; several that say the same at once.</summary>
public sealed class JudgeComments(GongkaiDb db, AuditTrail audit, TimeProvider time)
{
    private const int LongestReason = 1000;

    public async Task<ParticipationResult> RunAsync(long consultationId, IReadOnlyCollection<long> commentIds, CommentVerdict verdict, string reason, Actor actor, CancellationToken cancellation)
    {
        if (commentIds.Count == 0 || (verdict is CommentVerdict.PartlyAdopted or CommentVerdict.NotAdopted && string.IsNullOrWhiteSpace(reason)))
        {
            return ParticipationResult.Refused(commentIds.Count == 0 ? ParticipationRefusal.NotFound : ParticipationRefusal.ReasonMissing);
        }

        if (reason.Length > LongestReason)
        {
            return ParticipationResult.Refused(ParticipationRefusal.TextTooLong);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var found = await (
            from consultation in db.Consultations
            join agency in db.Agencies on consultation.AgencyId equals agency.Id
            where consultation.Id == consultationId
            select new { consultation.AgencyId, agency.Path, consultation.Stage }).SingleOrDefaultAsync(cancellation);
        if (found is null || !Gate.May(actor, Act.WriteDocuments, found.Path))
        {
            return ParticipationResult.Refused(found is null ? ParticipationRefusal.NotFound : ParticipationRefusal.NotAllowed);
        }

        if (await db.ConsultationFeedbacks.AnyAsync(feedback => feedback.ConsultationId == consultationId && (feedback.Stage == ReleaseStage.Waiting || feedback.Stage == ReleaseStage.Released), cancellation))
        {
            return ParticipationResult.Refused(ParticipationRefusal.WrongState);
        }

        var (now, why) = (time.GetUtcNow(), reason.Trim());
        var count = await db.ConsultationComments.Where(comment => comment.ConsultationId == consultationId && commentIds.Contains(comment.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(comment => comment.Verdict, verdict).SetProperty(comment => comment.VerdictReason, why).SetProperty(comment => comment.JudgedByName, actor.Name).SetProperty(comment => comment.JudgedAt, now), cancellation);
        await audit.RecordAsync(actor, found.AgencyId, "consultation.commentsJudged", $"consultations/{consultationId}", null, new { Count = count, Verdict = verdict, Note = why.Length == 0 ? null : PersonalData.Mask(why) }, cancellation);
        await transaction.CommitAsync(cancellation);
        return ParticipationResult.Done;
    }
}
