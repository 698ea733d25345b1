using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>A person sets the password with the link that was given. The link serves once.</summary>
public sealed class AcceptInvitation(GongkaiDb db, TimeProvider time, PasswordSetting setting, SessionOpening sessions, AuditTrail audit)
{
    /// <summary>Whose link it is, as long as it serves.</summary>
    public async Task<Welcome?> FindAsync(string secret, CancellationToken cancellation)
    {
        var (hash, now) = (OneTimeSecret.HashOf(secret), time.GetUtcNow());
        return await (
            from invitation in db.Invitations
            join account in db.Users on invitation.AccountId equals account.Id
            where invitation.SecretHash == hash && invitation.UsedAt == null && invitation.ExpiresAt > now && !account.IsDisabled
            select new Welcome(account.UserName ?? "", account.DisplayName)).SingleOrDefaultAsync(cancellation);
    }

    public async Task<Result> RunAsync(Command command, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (hash, now) = (OneTimeSecret.HashOf(command.Secret), time.GetUtcNow());
        var invitation = (await db.Invitations.FromSql($"SELECT * FROM invitations WHERE secret_hash = {hash} FOR UPDATE").ToListAsync(cancellation)).SingleOrDefault();
        if (invitation is null || invitation.UsedAt is not null || invitation.ExpiresAt <= now)
        {
            return new Result(Refusal.LinkIsVoid, []);
        }

        var account = await db.Users.SingleAsync(account => account.Id == invitation.AccountId, cancellation);
        if (account.IsDisabled)
        {
            return new Result(Refusal.LinkIsVoid, []);
        }

        var faults = setting.Set(account, command.Password);
        if (faults.Count > 0)
        {
            return new Result(Refusal.NotGoodEnough, faults);
        }

        invitation.UsedAt = now;
        await sessions.EndAllAsync(account.Id, null, cancellation);
        var agencyId = await db.Posts.Where(post => post.AccountId == account.Id).OrderBy(post => post.Id).Select(post => (int?)post.AgencyId).FirstOrDefaultAsync(cancellation);
        await audit.RecordAsync(new Actor(account.Id, account.DisplayName, agencyId ?? 0, [], command.Address), agencyId, "account.password-set", $"account/{account.Id}", null, null, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(null, []);
    }

    public sealed record Command(string Secret, string Password, string? Address);

    public sealed record Welcome(string UserName, string DisplayName);

    public enum Refusal
    {
        LinkIsVoid,
        NotGoodEnough,
    }

    public sealed record Result(Refusal? Refusal, IReadOnlyList<PasswordFault> Faults);
}
