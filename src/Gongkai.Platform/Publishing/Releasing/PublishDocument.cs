using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Releasing;

/// <summary>发布: at once, or at a time that is set. The time of publication is the server's; nothing is published that changed after its reviews.</summary>
public sealed class PublishDocument(GongkaiDb db, DocumentDesk desk, DocumentScreenings screenings, DocumentNumbering numbering, ReleaseJobs jobs, TimeProvider time)
{
    private const int FarthestDays = 366;

    public async Task<DocumentResult> RunAsync(long documentId, Actor actor, CancellationToken cancellation)
    {
        await screenings.PrepareAsync(documentId, DocumentAction.Publish, actor, cancellation);
        return await desk.TakeAsync(documentId, DocumentAction.Publish, actor, document => ReleaseAsync(document, actor, cancellation), cancellation);
    }

    /// <summary>What takes its time before a release: done before the row is locked.</summary>
    internal Task PrepareAsync(long documentId, CancellationToken cancellation) => screenings.PrepareAsync(documentId, cancellation);

    /// <summary>Sets the time at which it is published by itself.</summary>
    public Task<DocumentResult> ScheduleAsync(long documentId, DateTimeOffset at, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(documentId, DocumentAction.Schedule, actor, async document =>
        {
            var now = time.GetUtcNow();
            if (at <= now || at > now.AddDays(FarthestDays))
            {
                return DocumentTaken.Refused(at <= now ? DocumentRefusal.TimePassed : DocumentRefusal.TimeTooFar);
            }

            document.PublishAt = at.ToUniversalTime();
            await jobs.PublishAtAsync(document, cancellation);
            return DocumentTaken.Done(DocumentStepKind.Scheduled, $"定于 {at.InBeijing():yyyy-MM-dd HH:mm} 发布");
        }, cancellation);

    /// <summary>Takes the time back; it waits again.</summary>
    public Task<DocumentResult> UnscheduleAsync(long documentId, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(documentId, DocumentAction.Unschedule, actor, document =>
        {
            if (document.PublishAt is null)
            {
                return Task.FromResult(DocumentTaken.Refused(DocumentRefusal.WrongState));
            }

            document.PublishAt = null;
            return Task.FromResult(DocumentTaken.Done(DocumentStepKind.Unscheduled));
        }, cancellation);

    /// <summary>Makes the publication of what was approved, in the transaction that is open.</summary>
    internal async Task<DocumentTaken> ReleaseAsync(Document document, Actor actor, CancellationToken cancellation)
    {
        if (document.ApprovedVersion != document.ContentVersion || document.Attribute != DisclosureAttribute.Proactive)
        {
            return DocumentTaken.Refused(DocumentRefusal.ChangedSinceReview);
        }

        if (await screenings.RefuseAsync(document, cancellation) is { } refusal)
        {
            return DocumentTaken.Refused(refusal);
        }

        var now = time.GetUtcNow();
        var content = document.Content;
        if (content.ShownUntil < time.Today())
        {
            return DocumentTaken.Refused(DocumentRefusal.DateOutOfRange);
        }

        document.IndexNumber ??= await numbering.IndexNumberAsync(document.AgencyId, cancellation);
        document.Stage = DocumentStage.Published;
        document.PublishAt = null;
        document.PublishedAt ??= now;
        var publication = await db.Publications.SingleOrDefaultAsync(found => found.DocumentId == document.Id, cancellation);
        if (publication is null)
        {
            publication = new Publication
            {
                DocumentId = document.Id, AgencyId = document.AgencyId, IndexNumber = document.IndexNumber, Title = content.Title, Body = content.Body, PublishedAt = document.PublishedAt.Value,
            };
            db.Publications.Add(publication);
        }

        await FillAsync(publication, document, cancellation);
        publication.UpdatedAt = now;
        var shown = CleanHtml.PicturesOf(content.Body);
        await db.DocumentFiles.Where(file => file.DocumentId == document.Id).ExecuteUpdateAsync(
            set => set.SetProperty(file => file.IsPublic, file => file.RemovedAt == null && (file.Purpose == DocumentFilePurpose.Attachment || (file.Purpose == DocumentFilePurpose.Picture && shown.Contains(file.Id)))), cancellation);
        await jobs.PublishedAsync(document, actor, cancellation);
        return DocumentTaken.Done(DocumentStepKind.Published);
    }

    private async Task FillAsync(Publication publication, Document document, CancellationToken cancellation)
    {
        var content = document.Content;
        var agency = await db.Agencies.AsNoTracking().Where(found => found.Id == document.AgencyId).Select(found => found.Name).SingleAsync(cancellation);
        publication.ContentVersion = document.ContentVersion;
        publication.Title = content.Title;
        publication.Kind = content.Kind;
        publication.Category = content.Category;
        publication.CatalogItemId = content.CatalogItemId;
        publication.Number = content.Number;
        publication.MadeOn = content.MadeOn;
        publication.Issuer = content.JointAgencies.Length == 0 ? agency : $"{agency}、{content.JointAgencies}";
        publication.Source = content.Source;
        publication.Topic = content.Topic;
        publication.Keywords = content.Keywords;
        publication.Summary = content.Summary;
        publication.Body = content.Body;
        publication.EffectiveOn = content.EffectiveOn;
        publication.ExpiresOn = content.ExpiresOn;
        publication.ShownUntil = content.ShownUntil;
        publication.InterpretsId = content.InterpretsId;
        publication.InterpretationForm = content.InterpretationForm;
        publication.RegisterNumber = KeepProcedure.IsNormative(content.Kind) && content.Source.Length == 0 ? await RegisterNumberAsync(document, cancellation) : null;
    }

    /// <summary>登记编号, given once.</summary>
    private async Task<string> RegisterNumberAsync(Document document, CancellationToken cancellation)
    {
        var kept = await db.NormativeProcedures.SingleOrDefaultAsync(found => found.DocumentId == document.Id, cancellation);
        if (kept is null)
        {
            kept = new StoredProcedure { DocumentId = document.Id, ChangedAt = time.GetUtcNow(), ChangedByName = document.ChangedByName };
            db.NormativeProcedures.Add(kept);
        }

        return kept.RegisterNumber ??= await numbering.RegisterNumberAsync(document.AgencyId, cancellation);
    }
}
