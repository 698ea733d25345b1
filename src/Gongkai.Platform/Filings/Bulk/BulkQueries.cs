using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Bulk;

/// <summary>The zips that were dropped on a campaign, how far they are, and their files.</summary>
public sealed class BulkQueries(GongkaiDb db, CampaignQueries campaigns, JobQueries jobs)
{
    public const int PageSize = 100;

    /// <summary>The zips of a campaign, the newest first.</summary>
    public async Task<IReadOnlyList<BulkLine>> ListAsync(int campaignId, CancellationToken cancellation) => await db.Set<BulkUpload>().AsNoTracking()
        .Where(upload => upload.CampaignId == campaignId).OrderByDescending(upload => upload.Id).Take(PageSize)
        .Select(upload => new BulkLine(upload.Id, upload.FileName, upload.Entries, upload.CreatedAt, upload.CreatedByName, upload.FinishedAt)).ToListAsync(cancellation);

    /// <summary>One zip with what became of its files; null where the actor does not supervise its campaign.</summary>
    public async Task<BulkProgress?> FindAsync(Guid uploadId, Actor actor, CancellationToken cancellation)
    {
        var upload = await db.Set<BulkUpload>().AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == uploadId, cancellation);
        if (upload is null || await campaigns.FindAsync(upload.CampaignId, actor, cancellation) is not { } board)
        {
            return null;
        }

        var counts = await db.Set<BulkEntry>().AsNoTracking().Where(entry => entry.UploadId == uploadId).GroupBy(entry => entry.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
        var job = upload.JobId is { } jobId ? await jobs.FindAsync(jobId, cancellation) : null;
        return new BulkProgress(
            board.Campaign,
            new BulkLine(upload.Id, upload.FileName, upload.Entries, upload.CreatedAt, upload.CreatedByName, upload.FinishedAt),
            counts,
            job?.State ?? JobState.Succeeded,
            job?.LastError);
    }

    /// <summary>A page of the files of a zip.</summary>
    public async Task<Page<BulkRow>> EntriesAsync(Guid uploadId, BulkState? state, string? after, CancellationToken cancellation)
    {
        var last = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var rows = await (
            from entry in db.Set<BulkEntry>().AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on entry.AgencyId equals agency.Id into agencies
            from agency in agencies.DefaultIfEmpty()
            where entry.UploadId == uploadId && entry.Number > last && entry.State != BulkState.Reading && (state == null || entry.State == state)
            orderby entry.Number
            select new BulkRow(
                entry.Number, entry.Name, entry.State, entry.AgencyId, agency == null ? null : agency.ShortName ?? agency.Name, entry.FilingId, entry.ReadAgency, entry.ReadYear,
                entry.Message, entry.Errors, entry.Warnings, entry.Unsettled)).Take(PageSize + 1).ToListAsync(cancellation);
        return rows.Count > PageSize
            ? new Page<BulkRow>(rows[..PageSize], rows[PageSize - 1].Number.ToString(CultureInfo.InvariantCulture))
            : new Page<BulkRow>(rows, null);
    }

    /// <summary>The agencies that a person may choose from, in the order of the tree.</summary>
    public async Task<IReadOnlyList<BulkChoice>> ChoicesAsync(int campaignId, CancellationToken cancellation) => await (
        from member in db.CampaignMembers.AsNoTracking()
        join agency in db.Agencies.AsNoTracking() on member.AgencyId equals agency.Id
        where member.CampaignId == campaignId
        orderby agency.SortOrder, agency.Id
        select new BulkChoice(agency.Id, agency.Name)).ToListAsync(cancellation);
}

/// <summary>A zip in a list.</summary>
public sealed record BulkLine(Guid Id, string FileName, int Entries, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? FinishedAt);

/// <summary>A zip, how far it has been read, and what became of its files.</summary>
public sealed record BulkProgress(CampaignLine Campaign, BulkLine Upload, IReadOnlyDictionary<BulkState, int> Counts, JobState Job, string? LastError)
{
    public int Read => Counts.Where(pair => pair.Key != BulkState.Reading).Sum(pair => pair.Value);

    public bool IsRunning => Upload.FinishedAt is null && Job is JobState.Waiting or JobState.Running;

    public int Of(BulkState state) => Counts.GetValueOrDefault(state);
}

/// <summary>A file of a zip.</summary>
public sealed record BulkRow(
    int Number, string Name, BulkState State, int? AgencyId, string? AgencyName, int? FilingId, string? ReadAgency, int? ReadYear, string? Message, int Errors, int Warnings, int Unsettled);

/// <summary>An agency to choose.</summary>
public sealed record BulkChoice(int AgencyId, string Name);
