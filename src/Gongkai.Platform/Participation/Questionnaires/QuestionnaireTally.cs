using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Questionnaires;

/// <summary>Counts what was answered.</summary>
public sealed class QuestionnaireTally(GongkaiDb db)
{
    internal async Task<QuestionnaireResults> OfAsync(Questionnaire questionnaire, CancellationToken cancellation)
    {
        var id = questionnaire.Id;
        var total = await db.QuestionnaireAnswers.CountAsync(answer => answer.QuestionnaireId == id, cancellation);
        var chosen = await db.Database.SqlQuery<Counted>(
            $"""
            SELECT (given->>'question')::integer AS "Question", choice::integer AS "Choice", count(*)::integer AS "Count"
            FROM questionnaire_answers answer, jsonb_array_elements(answer.answers) given, jsonb_array_elements_text(given->'chosen') choice
            WHERE answer.questionnaire_id = {id} GROUP BY 1, 2
            """).ToListAsync(cancellation);
        var answered = (await db.Database.SqlQuery<Counted>(
            $"""
            SELECT (given->>'question')::integer AS "Question", 0 AS "Choice", count(*)::integer AS "Count"
            FROM questionnaire_answers answer, jsonb_array_elements(answer.answers) given WHERE answer.questionnaire_id = {id} GROUP BY 1
            """).ToListAsync(cancellation)).ToDictionary(counted => counted.Question, counted => counted.Count);
        return new QuestionnaireResults(total, [.. questionnaire.Text.Questions.Select((question, place) => new QuestionResult(
            question, answered.GetValueOrDefault(place), [.. question.Kind == QuestionKind.Text ? [] : question.Choices.Select((choice, number) => new ChoiceCount(
                choice, chosen.Where(counted => counted.Question == place && counted.Choice == number).Sum(counted => counted.Count)))]))]);
    }

    private sealed record Counted(int Question, int Choice, int Count);
}

/// <summary>What was answered: how many took part, and the counts of each question. Written answers are not in it.</summary>
public sealed record QuestionnaireResults(int Answers, IReadOnlyList<QuestionResult> Questions);

/// <param name="Question">The question.</param>
/// <param name="Answered">How many answered it.</param>
/// <param name="Choices">How often each was chosen; empty for one that is answered in words.</param>
public sealed record QuestionResult(Question Question, int Answered, IReadOnlyList<ChoiceCount> Choices)
{
    /// <summary>The share of those who answered the question, in percent.</summary>
    public decimal ShareOf(ChoiceCount choice) => Answered == 0 ? 0 : Math.Round(100m * choice.Count / Answered, 1);
}

public sealed record ChoiceCount(string Name, int Count);
