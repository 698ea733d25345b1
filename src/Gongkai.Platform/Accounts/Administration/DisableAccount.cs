using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>Nobody signs in with the account any more; its sessions end at once.</summary>
public sealed class DisableAccount(GongkaiDb db, AccountChange change, SessionOpening sessions)
{
    public async Task<AccountRefusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (account, refusal) = await change.FindAsync(command.AccountId, actor, cancellation);
        if (account is null)
        {
            return refusal;
        }

        await change.RecordAsync(account, actor, "account.disabled", new { account.IsDisabled }, new { IsDisabled = true }, cancellation);
        account.IsDisabled = true;
        await sessions.EndAllAsync(account.Id, null, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    public sealed record Command(Guid AccountId);
}
