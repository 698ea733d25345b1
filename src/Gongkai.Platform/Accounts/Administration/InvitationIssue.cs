using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>Makes new accounts and the links for a first or a new password.</summary>
public sealed class InvitationIssue(GongkaiDb db, TimeProvider time, Outbox outbox, SmtpOptions smtp)
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

    public const string Path = "/account/invitation/";

    /// <summary>A link for the account; it goes out by mail too, where mail is set up and the person has an address.</summary>
    public async Task<InvitationLink> IssueAsync(Account account, CancellationToken cancellation)
    {
        var secret = OneTimeSecret.Create();
        var expires = time.GetUtcNow() + Lasts;
        db.Invitations.Add(new Invitation { AccountId = account.Id, SecretHash = OneTimeSecret.HashOf(secret), ExpiresAt = expires });
        var isMailed = smtp is { IsSetUp: true, SiteAddress.Length: > 0 } && account.Email is not null;
        if (isMailed)
        {
            await outbox.PostAsync(
                account.Email!, "请设置您的登录密码",
                $"{account.DisplayName}，您好：\n\n您的用户名是 {account.UserName}。请在 {expires.InBeijing():yyyy-MM-dd HH:mm} 前打开下面的链接设置密码，链接只能用一次：\n\n{smtp.SiteAddress.TrimEnd('/')}{Path}{secret}\n",
                cancellation);
        }

        return new InvitationLink(secret, expires, isMailed);
    }
}
