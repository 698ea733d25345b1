using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.SignIns;

/// <summary>Begins and ends sessions, inside the transaction of a use case.</summary>
public sealed class SessionOpening(GongkaiDb db, TimeProvider time, AuditTrail audit, SessionQueries queries)
{
    private const int LongestBrowser = 200;

    public async Task<Guid> OpenAsync(Account account, string? address, string? browser, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account.Id,
            CreatedAt = now,
            LastSeenAt = now,
            Address = address,
            Browser = browser?.Length > LongestBrowser ? browser[..LongestBrowser] : browser,
            AgencyId = await db.Sessions.Where(other => other.AccountId == account.Id).OrderByDescending(other => other.CreatedAt).Select(other => other.AgencyId).FirstOrDefaultAsync(cancellation),
        };
        db.Sessions.Add(session);
        var posts = await queries.PostsAsync(account.Id, cancellation);
        var actor = new Actor(account.Id, account.DisplayName, 0, posts, address);
        await audit.RecordAsync(actor, posts.Select(post => (int?)post.AgencyId).FirstOrDefault(), "session.opened", $"account/{account.Id}", null, new { browser = session.Browser }, cancellation);
        return session.Id;
    }

    /// <summary>Ends the sessions of a person, all but one where one is named.</summary>
    public Task<int> EndAllAsync(Guid accountId, Guid? except, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return db.Sessions.Where(session => session.AccountId == accountId && session.EndedAt == null && session.Id != except)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellation);
    }
}
