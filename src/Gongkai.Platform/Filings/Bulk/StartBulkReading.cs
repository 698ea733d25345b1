using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Filings.Bulk;

/// <summary>Takes a zip of reports; a job reads them one by one.</summary>
public sealed class StartBulkReading(GongkaiDb db, CampaignQueries campaigns, Blobs blobs, VirusScan viruses, JobQueue queue, BulkRecords records)
{
    /// <summary>The largest zip.</summary>
    public const int MostBytes = BulkZip.MostBytes;

    /// <summary>The most files that it may hold.</summary>
    public const int MostEntries = BulkZip.MostEntries;

    public sealed record Command(int CampaignId, string FileName, Stream Content);

    public sealed record Result(Guid? UploadId)
    {
        /// <summary>The actor does not supervise the campaign.</summary>
        public bool IsNotFound { get; init; }

        /// <summary>Why the file was not taken, as a sentence.</summary>
        public string? Message { get; init; }
    }

    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(command.CampaignId, actor, cancellation) is not { } board)
        {
            return new Result(null) { IsNotFound = true };
        }

        await using var zip = BulkZip.Room();
        if (!await CopyAsync(command.Content, zip, cancellation))
        {
            return new Result(null) { Message = $"压缩包超过 {BulkZip.MostBytes / 1_000_000} MB，没有接收；请分成几个压缩包。" };
        }

        var files = BulkZip.Files(zip);
        if (files.Count > BulkZip.MostEntries)
        {
            return new Result(null) { Message = $"压缩包里的文件超过 {BulkZip.MostEntries} 个，没有接收；请分成几个压缩包。" };
        }

        if (files is [var only] && only.Name.Length == 0)
        {
            return new Result(null) { Message = only.Bytes(BulkZip.Limits).Failure };
        }

        zip.Position = 0;
        if (!await viruses.PassesAsync(zip, cancellation))
        {
            return new Result(null) { Message = "压缩包没有通过病毒检查，没有接收；请检查里面的文件，或者联系系统管理员。" };
        }

        zip.Position = 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var blob = await blobs.KeepAsync(zip, command.FileName, "application/zip", cancellation);
        var upload = records.New(board.Campaign.Id, command.FileName, blob.Id, files.Count, actor);
        upload.JobId = await queue.EnqueueAsync(
            new NewJob<BulkReading.Input>(BulkReading.Kind, new BulkReading.Input(upload.Id)) { UniqueKey = $"{BulkReading.Kind}@{upload.Id}", AgencyId = board.Campaign.AgencyId, CreatedBy = actor.AccountId }, cancellation);
        await records.AddAsync(upload, board.Campaign.AgencyId, actor, cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(upload.Id);
    }

    private static async Task<bool> CopyAsync(Stream content, FileStream zip, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (zip.Length + read > BulkZip.MostBytes)
            {
                return false;
            }

            await zip.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return true;
    }
}

/// <summary>Writes down that a zip was taken.</summary>
public sealed class BulkRecords(GongkaiDb db, AuditTrail audit, TimeProvider time)
{
    internal BulkUpload New(int campaignId, string fileName, Guid blobId, int entries, Actor actor) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()), CampaignId = campaignId, FileName = fileName, BlobId = blobId, Entries = entries,
        CreatedAt = time.GetUtcNow(), CreatedBy = actor.AccountId, CreatedByName = actor.Name,
    };

    internal async Task AddAsync(BulkUpload upload, int agencyId, Actor actor, CancellationToken cancellation)
    {
        db.Set<BulkUpload>().Add(upload);
        await audit.RecordAsync(actor, agencyId, "campaign.bulkUploaded", $"campaign/{upload.CampaignId}", null, new { upload.FileName, upload.Entries }, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
