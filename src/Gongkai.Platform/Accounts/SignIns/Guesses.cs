using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.SignIns;

/// <summary>Counts wrong guesses at a person's secrets. The count stands in the database behind a lock of the row, so that neither several nodes nor many requests at once give more guesses; a name that nobody has is counted the same way, so that the answers do not tell it apart.</summary>
public sealed class Guesses(GongkaiDb db, TimeProvider time, AuditTrail audit, IPasswordHasher<Account> hasher, SessionQueries sessions)
{
    public const int Most = 5;
    private static readonly Account Nobody = new() { DisplayName = "" };
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    private static string? nobodysHash;

    public async Task<Account?> LockAsync(string normalizedName, CancellationToken cancellation) =>
        (await db.Users.FromSql($"SELECT * FROM accounts WHERE normalized_user_name = {normalizedName} FOR UPDATE").ToListAsync(cancellation)).SingleOrDefault();

    public async Task<Account?> LockAsync(Guid id, CancellationToken cancellation) =>
        (await db.Users.FromSql($"SELECT * FROM accounts WHERE id = {id} FOR UPDATE").ToListAsync(cancellation)).SingleOrDefault();

    public DateTimeOffset? LockedUntil(Account account) => account.LockoutEnd > time.GetUtcNow() ? account.LockoutEnd : null;

    /// <summary>Whether the password is the person's; takes the same time where there is no person or no password.</summary>
    public bool IsRight(Account? account, string password)
    {
        nobodysHash ??= hasher.HashPassword(Nobody, OneTimeSecret.Create());
        var hash = account?.PasswordHash ?? nobodysHash;
        var result = hasher.VerifyHashedPassword(account ?? Nobody, hash, password.Length <= PasswordRules.Longest ? password : "");
        if (result == PasswordVerificationResult.SuccessRehashNeeded && account?.PasswordHash is not null)
        {
            account.PasswordHash = hasher.HashPassword(account, password);
        }

        return result != PasswordVerificationResult.Failed && account?.PasswordHash is not null;
    }

    /// <summary>Counts a wrong guess, and says until when the account is locked by it.</summary>
    public async Task<DateTimeOffset?> WrongAsync(Account account, string? address, CancellationToken cancellation)
    {
        account.AccessFailedCount++;
        if (account.AccessFailedCount < Most)
        {
            return null;
        }

        account.AccessFailedCount = 0;
        account.LockoutEnd = time.GetUtcNow() + LockedFor;
        var posts = await sessions.PostsAsync(account.Id, cancellation);
        var actor = new Actor(account.Id, account.DisplayName, 0, posts, address);
        await audit.RecordAsync(actor, posts.Select(post => (int?)post.AgencyId).FirstOrDefault(), "account.locked", $"account/{account.Id}", null, new { until = account.LockoutEnd }, cancellation);
        return account.LockoutEnd;
    }

    public static void Right(Account account)
    {
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
    }

    public async Task<DateTimeOffset?> UnknownLockedUntilAsync(string normalizedName, CancellationToken cancellation)
    {
        var hash = OneTimeSecret.HashOf(normalizedName);
        var until = await db.Set<UnknownName>().Where(name => name.NameHash == hash).Select(name => name.LockedUntil).SingleOrDefaultAsync(cancellation);
        return until > time.GetUtcNow() ? until : null;
    }

    public async Task<DateTimeOffset?> WrongAsync(string unknownName, string? address, CancellationToken cancellation)
    {
        var (hash, now) = (OneTimeSecret.HashOf(unknownName), time.GetUtcNow());
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO unknown_names (name_hash, failed_count, failed_at) VALUES ({hash}, 0, {now}) ON CONFLICT DO NOTHING", cancellation);
        var name = (await db.Set<UnknownName>().FromSql($"SELECT * FROM unknown_names WHERE name_hash = {hash} FOR UPDATE").ToListAsync(cancellation)).Single();
        name.FailedAt = now;
        name.FailedCount++;
        if (name.FailedCount < Most)
        {
            return null;
        }

        name.FailedCount = 0;
        name.LockedUntil = now + LockedFor;
        await audit.RecordAsync(Actor.Program with { Address = address }, null, "account.unknown-name-locked", $"name/{hash[..12]}", null, new { until = name.LockedUntil }, cancellation);
        return name.LockedUntil;
    }
}
