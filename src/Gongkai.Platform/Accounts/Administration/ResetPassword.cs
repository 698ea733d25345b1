using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>Voids the password of a person who lost it and gives a new link; the second factor too where the telephone is lost. Links given before are void.</summary>
public sealed class ResetPassword(GongkaiDb db, SecondFactorStore store, SessionOpening sessions, InvitationIssue issue, AccountChange change)
{
    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (account, refusal) = await change.FindAsync(command.AccountId, actor, cancellation);
        if (account is null)
        {
            return new Result(refusal, null);
        }

        await db.Invitations.Where(invitation => invitation.AccountId == account.Id && invitation.UsedAt == null).ExecuteDeleteAsync(cancellation);
        var link = await issue.IssueAsync(account, cancellation);
        account.PasswordHash = null;
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        PasswordSetting.Void(account);
        if (command.SecondFactorToo)
        {
            account.TwoFactorEnabled = false;
            await store.RemoveAsync(account.Id, cancellation);
        }

        await sessions.EndAllAsync(account.Id, null, cancellation);
        await change.RecordAsync(account, actor, "account.password-reset", null, new { command.SecondFactorToo, link.ExpiresAt }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(null, link);
    }

    public sealed record Command(Guid AccountId, bool SecondFactorToo);

    public sealed record Result(AccountRefusal? Refusal, InvitationLink? Link);
}
