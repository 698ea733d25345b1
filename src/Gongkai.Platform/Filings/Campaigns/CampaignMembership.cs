using Gongkai.Law.Reporting;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>Who must file in a campaign: every agency of the authority that stood on the last day of the report year, must file, and began to by then.</summary>
internal static class CampaignMembership
{
    /// <summary>Brings the list up to the tree as it is now known; who has been urged stays so.</summary>
    /// <returns>How many must file.</returns>
    public static async Task<int> RefreshAsync(GongkaiDb db, Campaign campaign, string path, CancellationToken cancellation)
    {
        var lastDay = new DateOnly(campaign.Year, 12, 31);
        var department = FilingDeadline.LastDay(campaign.Year, Filer.Department);
        var government = FilingDeadline.LastDay(campaign.Year, Filer.Government);
        var overall = nameof(AgencyKind.Government);
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH filers AS (
                SELECT id, CASE WHEN kind = {overall} THEN {government} ELSE {department} END AS due_on,
                       counted_in_sum AND NOT is_vertical AND id <> {campaign.AgencyId} AS counted
                FROM agencies
                WHERE path LIKE {path + "%"} AND must_file AND (files_from IS NULL OR files_from <= {campaign.Year})
                  AND valid_from <= {lastDay} AND (valid_to IS NULL OR valid_to >= {lastDay})),
            gone AS (
                DELETE FROM campaign_members WHERE campaign_id = {campaign.Id} AND agency_id NOT IN (SELECT id FROM filers))
            INSERT INTO campaign_members (campaign_id, agency_id, statutory_due_on, counted_in_sum)
            SELECT {campaign.Id}, id, due_on, counted FROM filers
            ON CONFLICT (campaign_id, agency_id) DO UPDATE SET statutory_due_on = excluded.statutory_due_on, counted_in_sum = excluded.counted_in_sum
            """,
            cancellation);
        return await db.CampaignMembers.CountAsync(member => member.CampaignId == campaign.Id, cancellation);
    }
}
