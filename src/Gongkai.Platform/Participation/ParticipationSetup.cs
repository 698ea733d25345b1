using Gongkai.Platform.Jobs;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Participation.ReadingPoints;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Participation;

internal static class ParticipationSetup
{
    public static void AddParticipation(this IServiceCollection services) => services
        .AddScoped<ReleaseDesk>().AddScoped<TextChecks>().AddScoped<ParticipationAtHand>().AddScoped<PublicParticipation>().AddScoped<ParticipationSearch>().AddScoped<ParticipationYear>()
        .AddScoped<ConsultationDesk>().AddScoped<ConsultationFiles>().AddScoped<SendComment>().AddScoped<JudgeComments>().AddScoped<FeedbackDesk>()
        .AddScoped<ConsultationQueries>().AddScoped<CommentQueries>().AddScoped<PublicConsultationQueries>()
        .AddScoped<LetterClock>().AddScoped<LetterTidings>().AddScoped<SendLetter>().AddScoped<LetterDesk>().AddScoped<PublishLetter>().AddScoped<OwnLetters>()
        .AddScoped<LetterQueries>().AddScoped<PublicLetterQueries>().AddJob<LetterReminders>(LetterReminders.Kind, Recurrence.DailyAt(8, 50))
        .AddScoped<QuestionnaireDesk>().AddScoped<AnswerQuestionnaire>().AddScoped<QuestionnaireTally>().AddScoped<QuestionnaireQueries>().AddScoped<PublicQuestionnaireQueries>()
        .AddScoped<KeepReadingPoint>().AddScoped<ReadingPointQueries>();
}
