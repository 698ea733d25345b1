using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Reading;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Bulk;

/// <summary>A person says whose report a doubtful file is, or puts it aside.</summary>
public sealed class SettleBulkEntry(GongkaiDb db, CampaignQueries campaigns, Blobs blobs, BulkSettling settling, AuditTrail audit)
{
    /// <summary>Whose it is; null to put it aside.</summary>
    public sealed record Command(Guid UploadId, int Number, int? AgencyId);

    public enum Refusal
    {
        /// <summary>There is no such file, or the actor does not supervise its campaign.</summary>
        NotFound,

        /// <summary>It has been settled before, by this person or another.</summary>
        AlreadySettled,

        /// <summary>That agency does not file in this campaign.</summary>
        NotInCampaign,

        /// <summary>The agency has a report with something in it.</summary>
        Occupied,
    }

    public async Task<Refusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var entry = await db.Set<BulkEntry>().FromSql($"SELECT * FROM bulk_entries WHERE upload_id = {command.UploadId} AND number = {command.Number} FOR UPDATE").SingleOrDefaultAsync(cancellation);
        var campaignId = await db.Set<BulkUpload>().AsNoTracking().Where(upload => upload.Id == command.UploadId).Select(upload => upload.CampaignId).SingleOrDefaultAsync(cancellation);
        if (entry is null || await campaigns.FindAsync(campaignId, actor, cancellation) is not { } board)
        {
            return Refusal.NotFound;
        }

        if (entry.State is not (BulkState.Doubtful or BulkState.Occupied) || entry.BlobId is not { } blobId)
        {
            return Refusal.AlreadySettled;
        }

        if (command.AgencyId is { } agencyId)
        {
            if (!await db.CampaignMembers.AnyAsync(member => member.CampaignId == campaignId && member.AgencyId == agencyId, cancellation))
            {
                return Refusal.NotInCampaign;
            }

            await FillAsync(entry, agencyId, blobId, board.Campaign.Year, actor, cancellation);
        }
        else
        {
            entry.State = BulkState.PutAside;
        }

        await audit.RecordAsync(actor, board.Campaign.AgencyId, "campaign.bulkSettled", $"campaign/{campaignId}", null, new { entry.Name, entry.State, entry.AgencyId }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return entry.State == BulkState.Occupied ? Refusal.Occupied : null;
    }

    private async Task FillAsync(BulkEntry entry, int agencyId, Guid blobId, int year, Actor actor, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await blobs.CopyToAsync(blobId, content, cancellation);
        var report = ReportReader.Read(entry.Name, content.ToArray(), BulkZip.Limits).Report
            ?? throw new InvalidOperationException($"The file {entry.UploadId}/{entry.Number} was read before and cannot be read now.");
        await settling.FillAsync(entry, agencyId, report, year, actor, cancellation);
    }
}
