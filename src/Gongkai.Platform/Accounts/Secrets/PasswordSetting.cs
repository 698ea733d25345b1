using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Platform.Accounts.Secrets;

/// <summary>Sets the password of an account whose row the caller holds, where the rules let it.</summary>
public sealed class PasswordSetting(IPasswordHasher<Account> hasher, TimeProvider time)
{
    public IReadOnlyList<PasswordFault> Set(Account account, string password)
    {
        var faults = PasswordRules.Faults(password, account).ToList();
        if (faults.Count == 0 && account.PasswordHash is { } old && hasher.VerifyHashedPassword(account, old, password) != PasswordVerificationResult.Failed)
        {
            faults.Add(PasswordFault.SameAsOld);
        }

        if (faults.Count == 0)
        {
            account.PasswordHash = hasher.HashPassword(account, password);
            account.PasswordChangedAt = time.GetUtcNow();
            account.MustChangePassword = false;
            account.AccessFailedCount = 0;
            account.LockoutEnd = null;
            Void(account);
        }

        return faults;
    }

    /// <summary>Makes tickets that were given before void.</summary>
    public static void Void(Account account) => account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}
