using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Releasing;

/// <summary>Publishes what is due by the time that was set, and takes what was shown for long enough off every page. Runs at those times, and each hour for what was missed.</summary>
public sealed class ReleaseSweep(GongkaiDb db, DocumentDesk desk, PublishDocument publish, DocumentTidings tidings, DeliveryPlan deliveries, TimeProvider time) : IJobHandler
{
    public const string Kind = "documents.release";

    private const int Most = 500;

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var done = await SweepAsync(cancellation);
        await job.ReportAsync(done, done, cancellation);
    }

    /// <summary>Does what is due now.</summary>
    /// <returns>How many documents it was due for.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var today = time.Today();
        var due = await db.Documents.AsNoTracking().Where(document => document.Stage == DocumentStage.Ready && document.PublishAt <= now)
            .OrderBy(document => document.PublishAt).Select(document => document.Id).Take(Most).ToListAsync(cancellation);
        var over = await db.Publications.AsNoTracking().Where(publication => publication.ShownUntil < today)
            .OrderBy(publication => publication.DocumentId).Select(publication => publication.DocumentId).Take(Most).ToListAsync(cancellation);
        foreach (var id in due)
        {
            await publish.PrepareAsync(id, cancellation);
            await OneAsync(id, document => document.Stage == DocumentStage.Ready && document.PublishAt <= now, ReleaseAsync, cancellation);
        }

        foreach (var id in over)
        {
            await OneAsync(id, _ => true, EndAsync, cancellation);
        }

        return due.Count + over.Count;

        async Task<DocumentTaken> ReleaseAsync(Document document)
        {
            var taken = await publish.ReleaseAsync(document, Actor.Program, cancellation);
            if (taken.Refusal is { } refusal)
            {
                document.PublishAt = null;
                await tidings.ToWriterAsync(document, $"没有按时发布：{DocumentWords.Sentence(refusal)}", cancellation);
                return DocumentTaken.Done(DocumentStepKind.Unscheduled, DocumentWords.Sentence(refusal));
            }

            return taken;
        }

        async Task<DocumentTaken> EndAsync(Document document)
        {
            await db.TakeOffAsync(document.Id, cancellation);
            await deliveries.TakenOffAsync(document, Actor.Program, cancellation);
            document.Stage = document.Stage == DocumentStage.Published ? DocumentStage.Ended : document.Stage;
            return DocumentTaken.Done(DocumentStepKind.Ended, "公示期满");
        }
    }

    private async Task OneAsync(long documentId, Func<Document, bool> isStill, Func<Document, Task<DocumentTaken>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await desk.LockAsync(documentId, cancellation) is { } document && isStill(document))
        {
            var before = new { document.Stage };
            await desk.RecordAsync(document, await change(document), before, Actor.Program, cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>The document for whose time the job was taken on; none for the hourly turn.</summary>
    public sealed record Input(long? DocumentId);
}
