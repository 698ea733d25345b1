using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Reading;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Bulk;

/// <summary>Says what becomes of one file of a zip: the draft of its agency, or something for a person.</summary>
public sealed class BulkSettling(GongkaiDb db, CampaignQueries campaigns, Blobs blobs, BulkDrafts drafts)
{
    internal const string OccupiedSentence = "这个单位已经有报告，没有覆盖。请打开它的报告比较，确要换成这份文件的，由该单位上传。";

    /// <summary>What is known for all files of a campaign; null where the actor does not supervise it.</summary>
    internal async Task<BulkFrame?> FrameAsync(int campaignId, Actor actor, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(campaignId, actor, cancellation) is not { } board)
        {
            return null;
        }

        var agencies = await (
            from member in db.CampaignMembers.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on member.AgencyId equals agency.Id
            where member.CampaignId == campaignId
            select new { agency.Id, agency.Name, agency.ShortName }).ToListAsync(cancellation);
        var former = (await (
            from succession in db.Successions.AsNoTracking()
            join member in db.CampaignMembers.AsNoTracking() on succession.SuccessorId equals member.AgencyId
            join before in db.Agencies.AsNoTracking() on succession.PredecessorId equals before.Id
            where member.CampaignId == campaignId && succession.Kind != SuccessionKind.Split
            select new { succession.SuccessorId, before.Name, before.ShortName }).ToListAsync(cancellation)).ToLookup(name => name.SuccessorId);
        var known = agencies.Select(agency => new KnownAgency(
            agency.Id, [.. new[] { agency.Name, agency.ShortName }.Concat(former[agency.Id].SelectMany(name => new[] { name.Name, name.ShortName })).OfType<string>()]));
        return new BulkFrame(board.Campaign, new AgencyMatching(known, board.Campaign.AgencyName));
    }

    internal async Task SettleAsync(BulkEntry entry, ReadOutcome outcome, ReadOnlyMemory<byte> bytes, BulkFrame frame, Actor actor, CancellationToken cancellation)
    {
        if (outcome.Report is not { } report || UploadReport.UnreadableBecause(report) is not null)
        {
            entry.State = BulkState.Unreadable;
            entry.Message = outcome.Failure ?? UploadReport.UnreadableBecause(outcome.Report!);
            return;
        }

        var match = frame.Matching.Find(report, entry.Name, frame.Campaign.Year);
        var content = new MemoryStream(bytes.ToArray(), writable: false);
        entry.BlobId = (await blobs.KeepAsync(content, Path.GetFileName(entry.Name), UploadReport.ContentTypeOf(report.Source!.Kind), cancellation)).Id;
        entry.ReadAgency = report.Agency;
        entry.ReadYear = report.Year;
        entry.AgencyId = match.AgencyId;
        if (match is { Doubt: null, AgencyId: { } agencyId })
        {
            await FillAsync(entry, agencyId, report, frame.Campaign.Year, actor, cancellation);
            return;
        }

        entry.State = BulkState.Doubtful;
        entry.Message = match.Doubt;
    }

    /// <summary>Makes the file the draft of an agency, where that overwrites nothing.</summary>
    internal async Task FillAsync(BulkEntry entry, int agencyId, AnnualReport report, int year, Actor actor, CancellationToken cancellation)
    {
        var filing = await drafts.PutAsync(new BulkDraft(agencyId, year, report, entry.BlobId!.Value, entry.Name), actor, cancellation);
        entry.AgencyId = agencyId;
        entry.State = filing is null ? BulkState.Occupied : BulkState.Filled;
        entry.Message = filing is null ? OccupiedSentence : null;
        entry.FilingId = filing?.Id
            ?? await db.Filings.AsNoTracking().Where(other => other.AgencyId == agencyId && other.Year == year).Select(other => (int?)other.Id).SingleOrDefaultAsync(cancellation);
        (entry.Errors, entry.Warnings, entry.Unsettled) = filing is null ? (0, 0, 0) : (filing.Errors, filing.Warnings, filing.Unsettled);
    }
}

/// <summary>What is known for all files of a campaign.</summary>
internal sealed record BulkFrame(CampaignLine Campaign, AgencyMatching Matching);
