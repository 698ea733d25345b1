using System.Security.Cryptography;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.Secrets;

/// <summary>The key of a person's authenticator, sealed, and the hashes of the recovery codes that are left.</summary>
public sealed class SecondFactorStore(GongkaiDb db, IDataProtectionProvider protection)
{
    private const string Provider = "gongkai";
    private const string KeyName = "authenticator";
    private const string CodesName = "recovery";
    private const string CodeAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Codes = 10;

    private readonly IDataProtector protector = protection.CreateProtector("Gongkai.Accounts.Authenticator");

    public async Task<string?> KeyAsync(Guid accountId, CancellationToken cancellation) =>
        (await FindAsync(accountId, KeyName, cancellation))?.Value is { } value ? protector.Unprotect(value) : null;

    public Task SetKeyAsync(Guid accountId, string key, CancellationToken cancellation) => SetAsync(accountId, KeyName, protector.Protect(key), cancellation);

    public async Task<int> CodesLeftAsync(Guid accountId, CancellationToken cancellation) => Split((await FindAsync(accountId, CodesName, cancellation))?.Value).Length;

    /// <summary>New recovery codes; those before them are void.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Guid accountId, CancellationToken cancellation)
    {
        var codes = Enumerable.Range(0, Codes).Select(_ => $"{RandomNumberGenerator.GetString(CodeAlphabet, 5)}-{RandomNumberGenerator.GetString(CodeAlphabet, 5)}").ToList();
        await SetAsync(accountId, CodesName, string.Join(';', codes.Select(HashOf)), cancellation);
        return codes;
    }

    /// <summary>Uses up a recovery code. The caller holds the lock of the account.</summary>
    public async Task<bool> TakeCodeAsync(Guid accountId, string code, CancellationToken cancellation)
    {
        var left = Split((await FindAsync(accountId, CodesName, cancellation))?.Value);
        var hash = HashOf(code);
        if (!left.Contains(hash))
        {
            return false;
        }

        await SetAsync(accountId, CodesName, string.Join(';', left.Where(other => other != hash)), cancellation);
        return true;
    }

    public async Task RemoveAsync(Guid accountId, CancellationToken cancellation) =>
        db.UserTokens.RemoveRange(await db.UserTokens.Where(token => token.UserId == accountId && token.LoginProvider == Provider).ToListAsync(cancellation));

    private Task<IdentityUserToken<Guid>?> FindAsync(Guid accountId, string name, CancellationToken cancellation) =>
        db.UserTokens.SingleOrDefaultAsync(token => token.UserId == accountId && token.LoginProvider == Provider && token.Name == name, cancellation);

    private async Task SetAsync(Guid accountId, string name, string value, CancellationToken cancellation)
    {
        if (await FindAsync(accountId, name, cancellation) is { } token)
        {
            token.Value = value;
        }
        else
        {
            db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = accountId, LoginProvider = Provider, Name = name, Value = value });
        }
    }

    private static string[] Split(string? hashes) => (hashes ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static string HashOf(string code) => OneTimeSecret.HashOf(new string([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]));
}
