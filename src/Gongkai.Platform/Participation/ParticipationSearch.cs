using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Search;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation;

/// <summary>Looks for consultations, public answers and questionnaires that hold all the words, in what is public of them: the newest few of each.</summary>
public sealed class ParticipationSearch(GongkaiDb db, TimeProvider time)
{
    private const int MostOfAKind = 5;

    public async Task<FoundParticipation> FindAsync(SearchWords words, CancellationToken cancellation)
    {
        if (words.Pairs() is not { } pairs)
        {
            return FoundParticipation.None;
        }

        IReadOnlyList<FoundLine>[] kinds = [await ConsultationsAsync(words, pairs, cancellation), await LettersAsync(words, pairs, cancellation), await QuestionnairesAsync(words, pairs, cancellation)];
        return new FoundParticipation([.. kinds.SelectMany(kind => kind.Take(MostOfAKind))], kinds.Any(kind => kind.Count > MostOfAKind));
    }

    private async Task<IReadOnlyList<FoundLine>> ConsultationsAsync(SearchWords words, string pairs, CancellationToken cancellation)
    {
        var holding = db.Consultations.FromSql($"SELECT * FROM consultations WHERE pairs @@ {pairs}::tsquery");
        var found = await (
            from consultation in db.PublicConsultations(time.Today())
            join holds in holding on consultation.Id equals holds.Id
            join agency in db.Agencies on consultation.AgencyId equals agency.Id
            orderby consultation.LastDay descending, consultation.Id descending
            select new { consultation.Id, consultation.Name, consultation.Text, AgencyName = agency.Name, consultation.FirstDay, consultation.LastDay }).Take(MostOfAKind + 1).ToListAsync(cancellation);
        return [.. found.Select(line => new FoundLine(
            "意见征集", line.Name, FormattableString.Invariant($"/consultations/{line.Id}"), line.AgencyName, FormattableString.Invariant($"{line.FirstDay:yyyy-MM-dd} 至 {line.LastDay:yyyy-MM-dd}"),
            words.ExcerptOf($"{line.Text.Note} {PlainText.Of(line.Text.Body)}")))];
    }

    private async Task<IReadOnlyList<FoundLine>> LettersAsync(SearchWords words, string pairs, CancellationToken cancellation)
    {
        var holding = db.LetterPublications.FromSql($"SELECT * FROM letter_publications WHERE pairs @@ {pairs}::tsquery");
        var found = await (
            from letter in db.PublicLetters()
            join holds in holding on letter.LetterId equals holds.LetterId
            join agency in db.Agencies on letter.AgencyId equals agency.Id
            orderby letter.ReleasedAt descending, letter.LetterId descending
            select new { letter.LetterId, letter.Subject, letter.Question, letter.Answer, AgencyName = agency.Name, letter.AnsweredOn }).Take(MostOfAKind + 1).ToListAsync(cancellation);
        return [.. found.Select(line => new FoundLine(
            "公开答复", line.Subject, FormattableString.Invariant($"/letters/{line.LetterId}"), line.AgencyName, FormattableString.Invariant($"{line.AnsweredOn:yyyy-MM-dd} 答复"), words.ExcerptOf($"{line.Question} {line.Answer}")))];
    }

    private async Task<IReadOnlyList<FoundLine>> QuestionnairesAsync(SearchWords words, string pairs, CancellationToken cancellation)
    {
        var holding = db.Questionnaires.FromSql($"SELECT * FROM questionnaires WHERE pairs @@ {pairs}::tsquery");
        var found = await (
            from questionnaire in db.PublicQuestionnaires(time.Today())
            join holds in holding on questionnaire.Id equals holds.Id
            join agency in db.Agencies on questionnaire.AgencyId equals agency.Id
            orderby questionnaire.LastDay descending, questionnaire.Id descending
            select new { questionnaire.Id, questionnaire.Name, questionnaire.Text, AgencyName = agency.Name, questionnaire.FirstDay, questionnaire.LastDay }).Take(MostOfAKind + 1).ToListAsync(cancellation);
        return [.. found.Select(line => new FoundLine(
            "网上调查", line.Name, FormattableString.Invariant($"/questionnaires/{line.Id}"), line.AgencyName, FormattableString.Invariant($"{line.FirstDay:yyyy-MM-dd} 至 {line.LastDay:yyyy-MM-dd}"),
            words.ExcerptOf($"{line.Text.Intro} {string.Join(' ', line.Text.Questions.Select(question => question.Text))}")))];
    }
}

/// <summary>What was found, and whether there is more of a kind than is shown.</summary>
public sealed record FoundParticipation(IReadOnlyList<FoundLine> Items, bool HasMore)
{
    public static FoundParticipation None { get; } = new([], false);
}

/// <summary>A public page that was found, and the place in it.</summary>
/// <param name="What">What it is.</param>
/// <param name="Title">Which one.</param>
/// <param name="Href">Where it is read.</param>
/// <param name="AgencyName">Whose it is.</param>
/// <param name="Days">Its days.</param>
/// <param name="Excerpt">The place.</param>
public sealed record FoundLine(string What, string Title, string Href, string AgencyName, string Days, Excerpt Excerpt);
