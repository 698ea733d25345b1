using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Consultations;

/// <summary>Writes a consultation, opens it by a second person, prolongs and withdraws it.</summary>
public sealed class ConsultationDesk(GongkaiDb db, ReleaseDesk desk, TextChecks checks, TimeProvider time)
{
    private const int LongestTitle = 200;
    private const int LongestLine = 500;
    private const int LongestNote = 10_000;
    private const int LongestBody = 2_000_000;
    private const int LongestDays = 366;

    public Task<ParticipationResult> BeginAsync(int agencyId, Guid formKey, ConsultationText text, Actor actor, CancellationToken cancellation) =>
        desk.BeginAsync(new Consultation { AgencyId = agencyId, Text = text, Name = text.Title, FormKey = formKey }, consultation => WriteAsync(consultation, text, cancellation), actor, cancellation);

    /// <param name="id">The consultation.</param>
    /// <param name="text">What stands there now.</param>
    /// <param name="revision">The revision that the writer had before him.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Task<ParticipationResult> SaveAsync(long id, ConsultationText text, int revision, Actor actor, CancellationToken cancellation) =>
        desk.SaveAsync(Locked(id), consultation => WriteAsync(consultation, text, cancellation), revision, actor, cancellation);

    /// <summary>Takes it one step on: to whoever releases it, back to its writer, before the public, away from there.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="action">The step.</param>
    /// <param name="remark">Why it is returned or withdrawn; why what the screening found is let stand.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Task<ParticipationResult> StepAsync(long id, ReleaseAction action, string? remark, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(Locked(id), new ReleaseStep(action, remark), actor, async consultation => action switch
        {
            ReleaseAction.Send => await ReadyAsync(consultation, cancellation),
            ReleaseAction.Release => await ReadyAsync(consultation, cancellation) ?? TextChecks.Refuse(await HitsAsync(consultation, cancellation), remark),
            _ => null,
        }, cancellation);

    /// <summary>Gives the public more days, while it still has some.</summary>
    public async Task<ParticipationResult> ProlongAsync(long id, DateOnly lastDay, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Locked(id).SingleOrDefaultAsync(cancellation) is not { } consultation)
        {
            return ParticipationResult.Refused(ParticipationRefusal.NotFound);
        }

        var path = await db.Agencies.Where(agency => agency.Id == consultation.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        if (ReleaseGate.RefuseToProlong(consultation, time.Today(), path, actor) is { } refused)
        {
            return ParticipationResult.Refused(refused);
        }

        if (lastDay <= consultation.LastDay || lastDay.DayNumber - consultation.FirstDay.DayNumber > LongestDays)
        {
            return ParticipationResult.Refused(ParticipationRefusal.NotLonger);
        }

        await desk.ProlongedAsync(consultation, lastDay, actor, cancellation);
        Fill(consultation, consultation.Text with { LastDay = lastDay });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return ParticipationResult.Done;
    }

    /// <summary>What the screening finds in it and its files.</summary>
    internal async Task<IReadOnlyList<DocumentHit>> HitsAsync(Consultation consultation, CancellationToken cancellation)
    {
        var files = await db.ConsultationFiles.AsNoTracking().Where(file => file.ConsultationId == consultation.Id).OrderBy(file => file.Id)
            .Select(file => new CheckedFile(file.Id, file.BlobId, file.Name)).ToListAsync(cancellation);
        var text = consultation.Text;
        return await checks.OfAsync(text.Title, $"<p>{System.Net.WebUtility.HtmlEncode(text.Note)}</p>{text.Body}<p>{System.Net.WebUtility.HtmlEncode(text.WhyShort)}</p>", files, cancellation);
    }

    internal IQueryable<Consultation> Locked(long id) => db.Consultations.FromSql($"SELECT * FROM consultations WHERE id = {id} FOR UPDATE");

    private static void Fill(Consultation consultation, ConsultationText text)
    {
        text = text with { Title = text.Title.Trim(), Note = text.Note.Trim(), Body = CleanHtml.Of(text.Body), WhyShort = text.WhyShort.Trim(), Contact = text.Contact.Trim() };
        consultation.Text = text;
        consultation.Name = text.Title;
        consultation.FirstDay = text.FirstDay;
        consultation.LastDay = text.LastDay;
        consultation.DocumentId = text.DocumentId;
    }

    private async Task<ParticipationRefusal?> WriteAsync(Consultation consultation, ConsultationText text, CancellationToken cancellation)
    {
        var refusal = await RefuseAsync(consultation.AgencyId, text, cancellation);
        if (refusal is null)
        {
            Fill(consultation, text);
        }

        return refusal;
    }

    private async Task<ParticipationRefusal?> RefuseAsync(int agencyId, ConsultationText text, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(text.Title) ? ParticipationRefusal.TitleMissing
        : text.Title.Length > LongestTitle || text.Note.Length > LongestNote || text.Body.Length > LongestBody || text.WhyShort.Length > LongestLine || text.Contact.Length > LongestLine ? ParticipationRefusal.TextTooLong
        : text.LastDay < text.FirstDay || ConsultationPeriod.Days(text.FirstDay, text.LastDay) > LongestDays || text.FirstDay.Year is < 2000 or > 2100 ? ParticipationRefusal.DateOutOfRange
        : text.DocumentId is { } document && !await db.Documents.AnyAsync(found => found.Id == document && found.AgencyId == agencyId && found.Stage != DocumentStage.Discarded, cancellation) ? ParticipationRefusal.NoSuchDocument
        : null;

    /// <summary>What it needs before anybody else sees it.</summary>
    private async Task<ParticipationResult?> ReadyAsync(Consultation consultation, CancellationToken cancellation)
    {
        var text = consultation.Text;
        var hasDraft = PlainText.Of(text.Body).Length > 0
            || await db.ConsultationFiles.AnyAsync(file => file.ConsultationId == consultation.Id, cancellation)
            || (text.DocumentId is { } document && await db.PublicPublications(time.Today()).AnyAsync(publication => publication.DocumentId == document, cancellation));
        ParticipationRefusal? refusal = !hasDraft || text.Note.Length == 0 ? ParticipationRefusal.TextMissing
            : text.Contact.Length == 0 ? ParticipationRefusal.ContactMissing
            : text.FirstDay < time.Today() ? ParticipationRefusal.FirstDayPassed
            : ConsultationPeriod.IsShort(text.Basis, text.FirstDay, text.LastDay) && text.WhyShort.Length == 0 ? ParticipationRefusal.TooShort
            : null;
        return refusal is { } refused ? ParticipationResult.Refused(refused) : null;
    }
}
