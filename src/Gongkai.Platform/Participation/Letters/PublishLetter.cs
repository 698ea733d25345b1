using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Letters;

/// <summary>Makes question and answer public where the sender agreed: rewritten without whom they are about, screened, released by a second person.</summary>
public sealed class PublishLetter(GongkaiDb db, ReleaseDesk desk, TextChecks checks, TimeProvider time)
{
    private const int LongestSubject = 100;
    private const int LongestText = 10_000;

    public async Task<ParticipationResult> SaveAsync(long letterId, PublicWording wording, int revision, Actor actor, CancellationToken cancellation)
    {
        if (await RefuseAsync(letterId, wording, actor, cancellation) is { } refusal)
        {
            return ParticipationResult.Refused(refusal);
        }

        return await desk.SaveAsync(Locked(letterId), publication =>
        {
            publication.Subject = wording.Subject.Trim();
            publication.Question = wording.Question.Trim();
            publication.Answer = wording.Answer.Trim();
            publication.DocumentId = wording.DocumentId;
            return Task.FromResult<ParticipationRefusal?>(null);
        }, revision, actor, cancellation);
    }

    /// <summary>Takes it one step on: to whoever releases it, back to its writer, before the public, away from there.</summary>
    /// <param name="letterId">Whose it is.</param>
    /// <param name="action">The step.</param>
    /// <param name="remark">Why it is returned or withdrawn; why what the screening found is let stand.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Task<ParticipationResult> StepAsync(long letterId, ReleaseAction action, string? remark, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(Locked(letterId), new ReleaseStep(action, remark), actor,
            async publication => action == ReleaseAction.Release ? TextChecks.Refuse(await HitsAsync(publication, cancellation), remark) : null, cancellation);

    internal Task<IReadOnlyList<DocumentHit>> HitsAsync(LetterPublication publication, CancellationToken cancellation) =>
        checks.OfAsync(publication.Subject, $"{Paragraphs(publication.Question)}{Paragraphs(publication.Answer)}", [], cancellation);

    private static string Paragraphs(string text) => string.Concat(text.Split('\n').Select(line => $"<p>{System.Net.WebUtility.HtmlEncode(line)}</p>"));

    private IQueryable<LetterPublication> Locked(long letterId) => db.LetterPublications.FromSql($"SELECT * FROM letter_publications WHERE letter_id = {letterId} FOR UPDATE");

    /// <summary>Why not; where nothing stands against it, there is a row to write into.</summary>
    private async Task<ParticipationRefusal?> RefuseAsync(long letterId, PublicWording wording, Actor actor, CancellationToken cancellation)
    {
        if (new[] { wording.Subject, wording.Question, wording.Answer }.Any(string.IsNullOrWhiteSpace))
        {
            return ParticipationRefusal.TextMissing;
        }

        if (wording.Subject.Length > LongestSubject || wording.Question.Length > LongestText || wording.Answer.Length > LongestText)
        {
            return ParticipationRefusal.TextTooLong;
        }

        var letter = await db.Letters.AsNoTracking().Where(found => found.Id == letterId)
            .Select(found => new { found.AgencyId, found.Kind, found.WantsPublic, found.SentAt, found.AnsweredOn, Path = db.Agencies.Where(agency => agency.Id == found.AgencyId).Select(agency => agency.Path).Single() }).SingleOrDefaultAsync(cancellation);
        if (letter is null || !Gate.May(actor, Act.WriteDocuments, letter.Path))
        {
            return ParticipationRefusal.NotFound;
        }

        if (!letter.WantsPublic || letter.AnsweredOn is not { } answered)
        {
            return letter.WantsPublic ? ParticipationRefusal.WrongState : ParticipationRefusal.NotWished;
        }

        if (wording.DocumentId is { } document && !await db.PublicPublications(time.Today()).AnyAsync(publication => publication.DocumentId == document, cancellation))
        {
            return ParticipationRefusal.NoSuchDocument;
        }

        var (kind, draft, sent) = (letter.Kind.ToString(), ReleaseStage.Draft.ToString(), DateOnly.FromDateTime(letter.SentAt.InBeijing().DateTime));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO letter_publications (letter_id, agency_id, kind, subject, question, answer, sent_on, answered_on, stage, writers, changed_by_name, changed_at)
            VALUES ({letterId}, {letter.AgencyId}, {kind}, '', '', '', {sent}, {answered}, {draft}, {Array.Empty<Guid>()}, {actor.Name}, {time.GetUtcNow()}) ON CONFLICT DO NOTHING
            """,
            cancellation);
        return null;
    }
}

/// <summary>A letter and its answer as all may read them.</summary>
public sealed record PublicWording(string Subject, string Question, string Answer, long? DocumentId);
