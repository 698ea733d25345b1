using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>Ends a year's filing, or takes it up again: a closed campaign reminds nobody and stands on no first screen. Reports go their way as before.</summary>
public sealed class CloseCampaign(GongkaiDb db, CampaignQueries campaigns, TimeProvider time, AuditTrail audit)
{
    public sealed record Command(int CampaignId, bool Reopen = false);

    /// <returns>False where the actor does not supervise the campaign.</returns>
    public async Task<bool> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await campaigns.FindAsync(command.CampaignId, actor, cancellation) is null)
        {
            return false;
        }

        var campaign = await db.Campaigns.SingleAsync(one => one.Id == command.CampaignId, cancellation);
        if (command.Reopen == campaign.ClosedAt is null)
        {
            return true;
        }

        campaign.ClosedAt = command.Reopen ? null : time.GetUtcNow();
        await audit.RecordAsync(
            actor, campaign.AgencyId, command.Reopen ? "campaign.reopened" : "campaign.closed", $"campaign/{campaign.Id}",
            new { isClosed = command.Reopen }, new { isClosed = !command.Reopen }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
