using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>A disabled account serves again.</summary>
public sealed class EnableAccount(GongkaiDb db, AccountChange change)
{
    public async Task<AccountRefusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (account, refusal) = await change.FindAsync(command.AccountId, actor, cancellation);
        if (account is null)
        {
            return refusal;
        }

        await change.RecordAsync(account, actor, "account.enabled", new { account.IsDisabled }, new { IsDisabled = false }, cancellation);
        account.IsDisabled = false;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    public sealed record Command(Guid AccountId);
}
