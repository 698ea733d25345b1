using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation;

/// <summary>What a year of consultations, letters, questionnaires and reading points gives to the text of an agency's report.</summary>
public sealed class ParticipationYear(GongkaiDb db)
{
    /// <summary>The sentences; empty where there was nothing.</summary>
    public async Task<string> SentenceAsync(int agencyId, int year, CancellationToken cancellation)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var (begin, end) = (Midnight(year), Midnight(year + 1));
        var consultations = db.Consultations.AsNoTracking().Where(consultation => consultation.AgencyId == agencyId && consultation.Stage == ReleaseStage.Released && consultation.FirstDay >= first && consultation.FirstDay <= last);
        var asked = await consultations.CountAsync(cancellation);
        var comments = await db.ConsultationComments.CountAsync(comment => consultations.Any(consultation => consultation.Id == comment.ConsultationId), cancellation);
        var told = await db.ConsultationFeedbacks.CountAsync(feedback => feedback.AgencyId == agencyId && feedback.Stage == ReleaseStage.Released && feedback.ReleasedAt >= begin && feedback.ReleasedAt < end, cancellation);
        var letters = db.Letters.AsNoTracking().Where(letter => letter.AgencyId == agencyId && letter.AnsweredOn >= first && letter.AnsweredOn <= last);
        var answered = await letters.CountAsync(cancellation);
        var late = await letters.CountAsync(letter => letter.AnsweredOn > letter.DueOn, cancellation);
        var shown = await db.LetterPublications.CountAsync(publication => publication.AgencyId == agencyId && publication.Stage == ReleaseStage.Released && publication.ReleasedAt >= begin && publication.ReleasedAt < end, cancellation);
        var questionnaires = db.Questionnaires.AsNoTracking().Where(questionnaire => questionnaire.AgencyId == agencyId && questionnaire.Stage == ReleaseStage.Released && questionnaire.FirstDay >= first && questionnaire.FirstDay <= last);
        var surveys = await questionnaires.CountAsync(cancellation);
        var answers = await db.QuestionnaireAnswers.CountAsync(answer => questionnaires.Any(questionnaire => questionnaire.Id == answer.QuestionnaireId), cancellation);
        var points = await db.ReadingPoints.CountAsync(point => point.AgencyId == agencyId && (point.ClosedOn == null || point.ClosedOn > last), cancellation);
        return string.Concat(
            asked == 0 ? "" : $"就{asked}份草案公开征求意见，收到意见{comments}条{(told == 0 ? "" : $"，公布采纳情况{told}次")}。",
            answered == 0 ? "" : $"答复政策咨询、意见建议和投诉{answered}件{(late == 0 ? "，都按期答复" : $"，其中逾期{late}件")}{(shown == 0 ? "" : $"，公开答复{shown}件")}。",
            surveys == 0 ? "" : $"开展网上调查{surveys}次，收回{answers}份。",
            points == 0 ? "" : $"设政府信息查阅场所{points}处。");
    }

    private static DateTimeOffset Midnight(int year) => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime();
}
