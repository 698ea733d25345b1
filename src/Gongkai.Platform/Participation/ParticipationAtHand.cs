using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Participation.Questionnaires;

namespace Gongkai.Platform.Participation;

/// <summary>What of consultations, letters and questionnaires waits for a person, what has a day first.</summary>
public sealed class ParticipationAtHand(ConsultationQueries consultations, LetterQueries letters, QuestionnaireQueries questionnaires)
{
    public async Task<IReadOnlyList<AtHand>> WaitingAsync(Actor actor, CancellationToken cancellation) =>
    [
        .. ((IEnumerable<AtHand>)[.. await letters.AtHandAsync(actor, cancellation), .. await consultations.AtHandAsync(actor, cancellation), .. await questionnaires.AtHandAsync(actor, cancellation)])
            .OrderBy(waiting => waiting.DueOn ?? DateOnly.MaxValue),
    ];
}

/// <summary>Something that waits.</summary>
/// <param name="What">What it is.</param>
/// <param name="Title">Which one.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="ToDo">What is to be done.</param>
/// <param name="DueOn">The last day; null where there is none.</param>
public sealed record AtHand(string What, string Title, string Href, string ToDo, DateOnly? DueOn);
