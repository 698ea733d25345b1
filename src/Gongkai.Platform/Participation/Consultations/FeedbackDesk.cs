using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Consultations;

/// <summary>Writes what came of a consultation; a second person puts it before the public. The numbers are counted, not typed.</summary>
public sealed class FeedbackDesk(GongkaiDb db, ReleaseDesk desk, TextChecks checks, TimeProvider time)
{
    private const int LongestBody = 2_000_000;

    public async Task<ParticipationResult> SaveAsync(long consultationId, string body, int revision, Actor actor, CancellationToken cancellation)
    {
        if (body.Length > LongestBody)
        {
            return ParticipationResult.Refused(ParticipationRefusal.TextTooLong);
        }

        if (!await MakeRoomAsync(consultationId, actor, cancellation))
        {
            return ParticipationResult.Refused(ParticipationRefusal.WrongState);
        }

        return await desk.SaveAsync(Locked(consultationId), feedback =>
        {
            feedback.Body = CleanHtml.Of(body);
            return Task.FromResult<ParticipationRefusal?>(null);
        }, revision, actor, cancellation);
    }

    /// <summary>Takes it one step on: to whoever releases it, back to its writer, before the public, away from there.</summary>
    /// <param name="consultationId">Whose it is.</param>
    /// <param name="action">The step.</param>
    /// <param name="remark">Why it is returned or withdrawn; why what the screening found is let stand.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Task<ParticipationResult> StepAsync(long consultationId, ReleaseAction action, string? remark, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(Locked(consultationId), new ReleaseStep(action, remark), actor, async feedback =>
        {
            if (action is not (ReleaseAction.Send or ReleaseAction.Release))
            {
                return null;
            }

            var counts = await CountsAsync(db, consultationId, cancellation);
            (feedback.Received, feedback.Adopted, feedback.PartlyAdopted, feedback.NotAdopted) = (counts.Received, counts.Adopted, counts.PartlyAdopted, counts.NotAdopted);
            return PlainText.Of(feedback.Body).Length == 0 ? ParticipationResult.Refused(ParticipationRefusal.TextMissing)
                : counts.Unjudged > 0 ? ParticipationResult.Refused(ParticipationRefusal.Unjudged)
                : action == ReleaseAction.Release ? TextChecks.Refuse(await HitsAsync(feedback, cancellation), remark)
                : null;
        }, cancellation);

    internal Task<IReadOnlyList<DocumentHit>> HitsAsync(ConsultationFeedback feedback, CancellationToken cancellation) => checks.OfAsync(feedback.Name, feedback.Body, [], cancellation);

    internal static async Task<CommentCounts> CountsAsync(GongkaiDb db, long consultationId, CancellationToken cancellation)
    {
        var verdicts = await db.ConsultationComments.AsNoTracking().Where(comment => comment.ConsultationId == consultationId)
            .GroupBy(comment => comment.Verdict).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return new CommentCounts(verdicts.Sum(verdict => verdict.Count), Of(CommentVerdict.Adopted), Of(CommentVerdict.PartlyAdopted), Of(CommentVerdict.NotAdopted), Of(null));

        int Of(CommentVerdict? verdict) => verdicts.Where(found => found.Key == verdict).Sum(found => found.Count);
    }

    private IQueryable<ConsultationFeedback> Locked(long consultationId) => db.ConsultationFeedbacks.FromSql($"SELECT * FROM consultation_feedbacks WHERE consultation_id = {consultationId} FOR UPDATE");

    /// <summary>Whether there is a row to write into: it is made when the consultation is over and its first words come.</summary>
    private async Task<bool> MakeRoomAsync(long consultationId, Actor actor, CancellationToken cancellation)
    {
        var today = time.Today();
        var consultation = await db.Consultations.AsNoTracking().Where(found => found.Id == consultationId && found.Stage == ReleaseStage.Released && found.LastDay < today)
            .Select(found => new { found.AgencyId, found.Name, Path = db.Agencies.Where(agency => agency.Id == found.AgencyId).Select(agency => agency.Path).Single() }).SingleOrDefaultAsync(cancellation);
        if (consultation is null || !Gate.May(actor, Act.WriteDocuments, consultation.Path))
        {
            return false;
        }

        var draft = ReleaseStage.Draft.ToString();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO consultation_feedbacks (consultation_id, agency_id, name, stage, writers, changed_by_name, changed_at)
            VALUES ({consultationId}, {consultation.AgencyId}, {consultation.Name}, {draft}, {Array.Empty<Guid>()}, {actor.Name}, {time.GetUtcNow()}) ON CONFLICT DO NOTHING
            """,
            cancellation);
        return true;
    }
}

/// <summary>How many opinions there are and what became of them.</summary>
public sealed record CommentCounts(int Received, int Adopted, int PartlyAdopted, int NotAdopted, int Unjudged);
