using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>The list of a campaign: who must file as <see cref="AgencyQueries.MustFileForAsync"/> tells it.</summary>
public sealed class CampaignMembership(GongkaiDb db, AgencyQueries agencies)
{
    /// <summary>Brings the list up to the tree as it is now known; who has been urged stays so.</summary>
    /// <returns>How many must file.</returns>
    internal async Task<int> RefreshAsync(Campaign campaign, string path, CancellationToken cancellation)
    {
        var filers = await agencies.MustFileForAsync(campaign.Year, path, cancellation);
        var ids = filers.Select(filer => filer.AgencyId).ToArray();
        var days = filers.Select(filer => filer.LastDay(campaign.Year)).ToArray();
        var counted = filers.Select(filer => filer.CountedInSum && filer.AgencyId != campaign.AgencyId).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH gone AS (
                DELETE FROM campaign_members WHERE campaign_id = {campaign.Id} AND agency_id <> ALL ({ids}))
            INSERT INTO campaign_members (campaign_id, agency_id, statutory_due_on, counted_in_sum)
            SELECT {campaign.Id}, filer.id, filer.due_on, filer.counted FROM unnest({ids}, {days}, {counted}) AS filer (id, due_on, counted)
            ON CONFLICT (campaign_id, agency_id) DO UPDATE SET statutory_due_on = excluded.statutory_due_on, counted_in_sum = excluded.counted_in_sum
            """,
            cancellation);
        return filers.Count;
    }
}
