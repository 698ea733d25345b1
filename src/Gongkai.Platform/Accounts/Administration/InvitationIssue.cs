using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>Makes new accounts and the links for a first or a new password.</summary>
public sealed class InvitationIssue(GongkaiDb db, TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public DateOnly Today => time.Today();

    public Account NewAccount(string userName, string displayName, string? email, string? telephone) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        UserName = userName.Trim(),
        DisplayName = displayName.Trim(),
        Email = string.IsNullOrWhiteSpace(email) ? null : email.Trim(),
        PhoneNumber = string.IsNullOrWhiteSpace(telephone) ? null : telephone.Trim(),
        CreatedAt = time.GetUtcNow(),
    };

    public InvitationLink Issue(Account account)
    {
        var secret = OneTimeSecret.Create();
        var expires = time.GetUtcNow() + Lasts;
        db.Invitations.Add(new Invitation { AccountId = account.Id, SecretHash = OneTimeSecret.HashOf(secret), ExpiresAt = expires });
        return new InvitationLink(secret, expires);
    }
}
