using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.SignIns;

/// <summary>A person with posts at several agencies says at which one the work is now.</summary>
public sealed class SwitchAgency(GongkaiDb db, AuditTrail audit)
{
    public async Task<Refusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (!actor.Posts.Any(post => post.AgencyId == command.AgencyId))
        {
            return Refusal.NoPostThere;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Sessions.Where(session => session.Id == command.SessionId && session.AccountId == actor.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.AgencyId, command.AgencyId), cancellation);
        await audit.RecordAsync(actor, command.AgencyId, "session.agency-switched", $"account/{actor.AccountId}", new { agency = actor.AgencyId }, new { agency = command.AgencyId }, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    public sealed record Command(Guid SessionId, int AgencyId);

    public enum Refusal
    {
        NoPostThere,
    }
}
