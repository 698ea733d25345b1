using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>
/// Which parts of what a government itself issued and decided are added to the sum of its campaign: its own documents stand in no report of an agency below it,
/// unless its office reports them, which only the people there know.
/// </summary>
public sealed class CountOwnLedger(GongkaiDb db, AuditTrail audit)
{
    /// <summary>What a government keeps here is counted from this year on in the parts that are named, and in no others; false where the person does not write its report.</summary>
    public async Task<bool> RunAsync(int campaignId, IReadOnlyCollection<LedgerPart> parts, Actor actor, CancellationToken cancellation)
    {
        var campaign = await (
            from candidate in db.Campaigns.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on candidate.AgencyId equals agency.Id
            where candidate.Id == campaignId
            select new { candidate.AgencyId, candidate.Year, agency.Path }).SingleOrDefaultAsync(cancellation);
        if (campaign is null || !Gate.May(actor, Act.SuperviseFilings, campaign.Path) || !MayWrite(actor, campaign.AgencyId))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await LedgerStarts.SetAsync(db, campaign.AgencyId, campaign.Year, parts, cancellation);
        await audit.RecordAsync(actor, campaign.AgencyId, "filing.ownLedgerCounted", FormattableString.Invariant($"campaigns/{campaignId}"), null, new { parts = parts.Select(part => part.ToString()) }, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Whether a person writes the report of the government itself.</summary>
    public static bool MayWrite(Actor actor, int agencyId) => actor.Posts.Any(post => post.AgencyId == agencyId && Gate.May(actor, Act.EditFilings, post.Path));
}
