using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>What every change of another person's account begins and ends with.</summary>
public sealed class AccountChange(GongkaiDb db, AccountReach reach, AuditTrail audit)
{
    /// <summary>The account, its row locked, where the actor may change it.</summary>
    public async Task<(Account? Account, AccountRefusal? Refusal)> FindAsync(Guid accountId, Actor actor, CancellationToken cancellation)
    {
        if (!await reach.MayManageAsync(actor, accountId, cancellation))
        {
            return (null, AccountRefusal.NotAllowed);
        }

        if (accountId == actor.AccountId)
        {
            return (null, AccountRefusal.Oneself);
        }

        return ((await db.Users.FromSql($"SELECT * FROM accounts WHERE id = {accountId} FOR UPDATE").ToListAsync(cancellation)).Single(), null);
    }

    public async Task RecordAsync(Account account, Actor actor, string action, object? before, object? after, CancellationToken cancellation)
    {
        var agencyId = await db.Posts.Where(post => post.AccountId == account.Id).OrderBy(post => post.Id).Select(post => (int?)post.AgencyId).FirstOrDefaultAsync(cancellation);
        await audit.RecordAsync(actor, agencyId, action, $"account/{account.Id}", before, after, cancellation);
    }
}

/// <summary>Why another person's account is not changed.</summary>
public enum AccountRefusal
{
    NotAllowed,
    Oneself,
}
