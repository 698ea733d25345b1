using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Public;

/// <summary>How far the campaigns are, as the public may know it: who calls whom, by when, and how many reports are published. What is on its way inside is not told.</summary>
public sealed class PublicCampaignQueries(GongkaiDb db, TimeProvider time)
{
    /// <summary>The campaigns that have begun, of one report year or of all, newest first.</summary>
    public async Task<IReadOnlyList<PublicCampaign>> ListAsync(int? year, CancellationToken cancellation)
    {
        var today = time.Today();
        return await (
            from campaign in db.Campaigns.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on campaign.AgencyId equals agency.Id
            where campaign.OpensOn <= today && (year == null || campaign.Year == year)
            orderby campaign.Year descending, agency.Path
            select new PublicCampaign(
                agency.Id, agency.Name, campaign.Year, campaign.OpensOn,
                db.CampaignMembers.Where(member => member.CampaignId == campaign.Id).Max(member => (DateOnly?)member.StatutoryDueOn),
                db.CampaignMembers.Count(member => member.CampaignId == campaign.Id),
                db.CampaignMembers.Count(member => member.CampaignId == campaign.Id && db.Filings.Any(filing => filing.AgencyId == member.AgencyId && filing.Year == campaign.Year && filing.PublishedVersion != null)),
                campaign.ClosedAt != null)).ToListAsync(cancellation);
    }
}

/// <summary>A campaign: the authority, the report year, when it began and ends by law, how many agencies must file and how many reports are published.</summary>
public sealed record PublicCampaign(int AgencyId, string AgencyName, int Year, DateOnly OpensOn, DateOnly? StatutoryDueOn, int Agencies, int Published, bool IsClosed);
