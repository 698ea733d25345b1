using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>Brings the list of who must file up to the tree as it is now known: after agencies were entered late, merged or corrected.</summary>
public sealed class RefreshCampaign(GongkaiDb db, CampaignQueries campaigns, CampaignMembership membership, AuditTrail audit)
{
    public sealed record Command(int CampaignId);

    /// <summary>How many there were and are; null where the actor does not supervise the campaign.</summary>
    public sealed record Result(int Before, int After);

    public async Task<Result?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await campaigns.FindAsync(command.CampaignId, actor, cancellation) is not { } board)
        {
            return null;
        }

        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(one => one.Id == command.CampaignId, cancellation);
        var after = await membership.RefreshAsync(campaign, board.Path, cancellation);
        await audit.RecordAsync(actor, campaign.AgencyId, "campaign.refreshed", $"campaign/{campaign.Id}", new { members = board.Agencies }, new { members = after }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(board.Agencies, after);
    }
}
