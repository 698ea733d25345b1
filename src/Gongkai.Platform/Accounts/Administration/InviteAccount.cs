using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>Makes an account with its first post, and a link with which the person sets the password.</summary>
public sealed class InviteAccount(GongkaiDb db, UserManager<Account> users, AccountReach reach, InvitationIssue issue, AuditTrail audit)
{
    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (await reach.ManagedPathAsync(actor, command.AgencyId, cancellation) is null)
        {
            return new Result { Refusal = Refusal.NotAllowed };
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var account = issue.NewAccount(command.UserName, command.DisplayName, command.Email, command.Telephone);
        var created = await users.CreateAsync(account);
        if (!created.Succeeded)
        {
            return new Result { Refusal = created.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) ? Refusal.NameTaken : Refusal.NameMissing };
        }

        db.Posts.Add(new Post { AccountId = account.Id, AgencyId = command.AgencyId, Role = command.Role, From = issue.Today });
        var link = await issue.IssueAsync(account, cancellation);
        await audit.RecordAsync(
            actor, command.AgencyId, "account.invited", $"account/{account.Id}", null,
            new { account.UserName, account.DisplayName, command.Role, agency = command.AgencyId, link.ExpiresAt }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result { AccountId = account.Id, Link = link };
    }

    public sealed record Command(string UserName, string DisplayName, string? Email, string? Telephone, int AgencyId, Role Role);

    public enum Refusal
    {
        NotAllowed,
        NameTaken,
        NameMissing,
    }

    public sealed record Result
    {
        public Refusal? Refusal { get; init; }

        public Guid AccountId { get; init; }

        /// <summary>The link, to be shown this once.</summary>
        public InvitationLink? Link { get; init; }
    }
}

/// <summary>The secret of a link, and until when it serves, and whether it went out by mail.</summary>
public sealed record InvitationLink(string Secret, DateTimeOffset ExpiresAt, bool IsMailed);
