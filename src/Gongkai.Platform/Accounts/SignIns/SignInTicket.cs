using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Platform.Accounts.SignIns;

/// <summary>What stands between the password and the second factor: sealed, short, void once the password changes.</summary>
public sealed class SignInTicket(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    private readonly IDataProtector protector = protection.CreateProtector("Gongkai.Accounts.SignInTicket");

    public string Create(Account account) => protector.Protect(JsonSerializer.Serialize(new Content(account.Id, account.SecurityStamp ?? "", time.GetUtcNow() + Lasts)));

    public Guid? AccountOf(string ticket) => Open(ticket)?.AccountId;

    public bool IsFor(string ticket, Account account) => Open(ticket) is { } content && content.AccountId == account.Id && content.Stamp == account.SecurityStamp;

    private Content? Open(string ticket)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(protector.Unprotect(ticket)) is { } content && content.Until > time.GetUtcNow() ? content : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Content(Guid AccountId, string Stamp, DateTimeOffset Until);
}
