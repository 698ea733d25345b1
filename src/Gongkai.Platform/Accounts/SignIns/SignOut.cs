using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.SignIns;

/// <summary>Ends one session of one's own: the one at hand, or another from the list.</summary>
public sealed class SignOut(GongkaiDb db, TimeProvider time, AuditTrail audit)
{
    public async Task<Refusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        var ended = await db.Sessions.Where(session => session.Id == command.SessionId && session.AccountId == actor.AccountId && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellation);
        if (ended == 0)
        {
            return Refusal.NotFound;
        }

        await audit.RecordAsync(actor, actor.ChainOrNull, "session.ended", $"account/{actor.AccountId}", null, null, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    public sealed record Command(Guid SessionId);

    public enum Refusal
    {
        NotFound,
    }
}
