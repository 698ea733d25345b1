using System.Security.Cryptography;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Questionnaires;

/// <summary>Takes the answers of one browser, once.</summary>
public sealed class AnswerQuestionnaire(GongkaiDb db, TimeProvider time)
{
    public const int LongestText = 1000;

    public async Task<ParticipationResult> RunAsync(Command command, CancellationToken cancellation)
    {
        var today = time.Today();
        var questionnaire = await db.PublicQuestionnaires(today).SingleOrDefaultAsync(found => found.Id == command.QuestionnaireId && found.LastDay >= today, cancellation);
        if (questionnaire is null || command.Key == Guid.Empty || command.Browser == Guid.Empty)
        {
            return ParticipationResult.Refused(ParticipationRefusal.NotOpen);
        }

        var given = command.Answers.Where(answer => answer.Chosen.Count > 0 || !string.IsNullOrWhiteSpace(answer.Text)).ToList();
        if (!FaultsOf(questionnaire.Text.Questions, given).IsEmpty)
        {
            return ParticipationResult.Refused(ParticipationRefusal.AnswersWrong);
        }

        var hash = HashOf(command.Browser);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({command.Browser.ToString()}, 6))", cancellation);
        if (await db.QuestionnaireAnswers.Where(answer => answer.QuestionnaireId == command.QuestionnaireId && answer.BrowserHash == hash).Select(answer => (Guid?)answer.FormKey).SingleOrDefaultAsync(cancellation) is { } before)
        {
            return before == command.Key ? ParticipationResult.Done : ParticipationResult.Refused(ParticipationRefusal.AnsweredBefore);
        }

        db.QuestionnaireAnswers.Add(new QuestionnaireAnswer { QuestionnaireId = command.QuestionnaireId, BrowserHash = hash, FormKey = command.Key, Answers = given, SentOn = today });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return ParticipationResult.Done;
    }

    /// <summary>Whether this browser has answered.</summary>
    public Task<bool> HasAnsweredAsync(long questionnaireId, Guid browser, CancellationToken cancellation)
    {
        var hash = HashOf(browser);
        return db.QuestionnaireAnswers.AnyAsync(answer => answer.QuestionnaireId == questionnaireId && answer.BrowserHash == hash, cancellation);
    }

    /// <summary>The places of the questions that are not answered as they have to be.</summary>
    public static AnswerFaults FaultsOf(IReadOnlyList<Question> questions, IReadOnlyList<GivenAnswer> answers)
    {
        var byQuestion = answers.ToLookup(answer => answer.Question);
        var missing = Enumerable.Range(0, questions.Count).Where(place => questions[place].IsRequired && !byQuestion[place].Any()).ToList();
        var wrong = answers.Where(answer => answer.Question < 0 || answer.Question >= questions.Count || IsWrong(questions[answer.Question], answer)).Select(answer => answer.Question)
            .Concat(byQuestion.Where(group => group.Count() > 1).Select(group => group.Key)).Distinct().ToList();
        return new AnswerFaults(missing, wrong);
    }

    private static bool IsWrong(Question question, GivenAnswer answer) => question.Kind == QuestionKind.Text
        ? answer.Chosen.Count > 0 || answer.Text?.Length > LongestText
        : answer.Text is not null || answer.Chosen.Count == 0 || (answer.Chosen.Count > 1 && question.Kind != QuestionKind.Several)
            || answer.Chosen.Distinct().Count() != answer.Chosen.Count || answer.Chosen.Any(choice => choice < 0 || choice >= question.Choices.Count);

    private static byte[] HashOf(Guid browser) => SHA256.HashData(browser.ToByteArray());

    /// <param name="QuestionnaireId">The questionnaire.</param>
    /// <param name="Key">Of this filling-in alone.</param>
    /// <param name="Browser">What the browser was given; says nothing of who sits before it.</param>
    /// <param name="Answers">The answers.</param>
    public sealed record Command(long QuestionnaireId, Guid Key, Guid Browser, IReadOnlyList<GivenAnswer> Answers);
}

/// <summary>What is wrong with answers, by the places of the questions.</summary>
public sealed record AnswerFaults(IReadOnlyList<int> Missing, IReadOnlyList<int> Wrong)
{
    public bool IsEmpty => Missing.Count + Wrong.Count == 0;
}
