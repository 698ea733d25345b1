using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Consultations;

/// <summary>The one policy for what of the consultations is public: those released, from their first day on; and feedback that is released.</summary>
internal static class PublicConsultationPolicy
{
    public static IQueryable<Consultation> PublicConsultations(this GongkaiDb db, DateOnly today) =>
        db.Consultations.AsNoTracking().Where(consultation => consultation.Stage == ReleaseStage.Released && consultation.FirstDay <= today);

    public static IQueryable<ConsultationFeedback> PublicFeedbacks(this GongkaiDb db) =>
        db.ConsultationFeedbacks.AsNoTracking().Where(feedback => feedback.Stage == ReleaseStage.Released);
}
