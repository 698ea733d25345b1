using Gongkai.Platform.Accounts;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Bulk;

/// <summary>
/// Reads the files of a zip one by one. Each is settled in a transaction of its own, so that a job that is begun again goes on where it was;
/// a file over which two nodes have died is left out.
/// </summary>
public sealed class BulkReading(GongkaiDb db, Blobs blobs, SessionQueries sessions, BulkSettling settling, TimeProvider time) : IJobHandler
{
    public const string Kind = "filings.bulk";
    private const int MostTries = 2;

    public sealed record Input(Guid UploadId);

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var uploadId = job.Input<Input>().UploadId;
        var upload = await db.Set<BulkUpload>().AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == uploadId, cancellation);
        if (upload is not { FinishedAt: null, BlobId: { } blobId })
        {
            return;
        }

        var actor = new Actor(upload.CreatedBy, upload.CreatedByName, job.AgencyId ?? 0, await sessions.PostsAsync(upload.CreatedBy, cancellation), null);
        var frame = await settling.FrameAsync(upload.CampaignId, actor, cancellation)
            ?? throw new InvalidOperationException("上传的人已经不是主管部门的工作人员，没有读取。");
        await using var zip = BulkZip.Room();
        await blobs.CopyToAsync(blobId, zip, cancellation);
        var files = BulkZip.Files(zip);
        var settled = await db.Set<BulkEntry>().AsNoTracking().Where(entry => entry.UploadId == uploadId).ToDictionaryAsync(entry => entry.Number, entry => entry.State, cancellation);
        for (var number = 1; number <= files.Count; number++)
        {
            if (settled.GetValueOrDefault(number, BulkState.Reading) == BulkState.Reading)
            {
                var isDeadly = settled.ContainsKey(number) && job.Attempt > MostTries;
                await ReadAsync(new BulkFile(upload.Id, number, files[number - 1]), frame, isDeadly, actor, cancellation);
                db.ChangeTracker.Clear();
            }

            await job.ReportAsync(number, files.Count, cancellation);
        }

        await FinishAsync(upload.Id, blobId, cancellation);
    }

    private async Task ReadAsync(BulkFile file, BulkFrame frame, bool isDeadly, Actor actor, CancellationToken cancellation)
    {
        var name = file.Source.Name.TrimStart('/');
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO bulk_entries (upload_id, number, name, state) VALUES ({file.UploadId}, {file.Number}, {name}, 'Reading') ON CONFLICT DO NOTHING", cancellation);
        var bytes = isDeadly ? new SourceBytes(default, "读取这个文件时程序几次中断，已经跳过；请单独打开检查。") : file.Source.Bytes(BulkZip.Limits);
        var outcome = bytes.Failure is { } failure ? ReadOutcome.Failed(failure) : await Task.Run(() => ReportReader.Read(name, bytes.Content, BulkZip.Limits), cancellation);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var entry = await db.Set<BulkEntry>().SingleAsync(entry => entry.UploadId == file.UploadId && entry.Number == file.Number, cancellation);
        await settling.SettleAsync(entry, outcome, bytes.Content, frame, actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task FinishAsync(Guid uploadId, Guid blobId, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        await db.Set<BulkUpload>().Where(upload => upload.Id == uploadId)
            .ExecuteUpdateAsync(set => set.SetProperty(upload => upload.FinishedAt, now).SetProperty(upload => upload.BlobId, (Guid?)null), cancellation);
        await db.Blobs.Where(blob => blob.Id == blobId).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private sealed record BulkFile(Guid UploadId, int Number, SourceFile Source);
}
