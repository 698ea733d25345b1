using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts;

/// <summary>Who is behind a login, read anew for each request: an ended session or post counts at once.</summary>
public sealed class SessionQueries(GongkaiDb db, TimeProvider time)
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>The person of a session as an actor, or null where the session has ended or the account is disabled.</summary>
    public async Task<SignedIn?> FindAsync(Guid sessionId, string? address, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var oldest = now - Idle;
        var session = await (
            from candidate in db.Sessions.AsNoTracking()
            join account in db.Users.AsNoTracking() on candidate.AccountId equals account.Id
            where candidate.Id == sessionId && candidate.EndedAt == null && candidate.LastSeenAt > oldest && !account.IsDisabled
            select new
            {
                candidate.AgencyId, candidate.LastSeenAt, account.Id, account.DisplayName, account.MustChangePassword, account.TwoFactorEnabled,
                Required = db.Settings.Where(setting => setting.Name == SecondFactorPolicy.SettingName).Select(setting => setting.Value).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellation);
        if (session is null)
        {
            return null;
        }

        var posts = await PostsAsync(session.Id, cancellation);
        var agencyId = session.AgencyId is { } chosen && posts.Any(post => post.AgencyId == chosen) ? chosen : posts.Select(post => post.AgencyId).FirstOrDefault();
        if (now - session.LastSeenAt >= SeenEvery)
        {
            await db.Sessions.Where(seen => seen.Id == sessionId && seen.LastSeenAt < now).ExecuteUpdateAsync(set => set.SetProperty(seen => seen.LastSeenAt, now), cancellation);
        }

        var needsSecondFactor = !session.TwoFactorEnabled && SecondFactorPolicy.Read(session.Required).Any(role => posts.Any(post => post.Role == role));
        return new SignedIn(new Actor(session.Id, session.DisplayName, agencyId, posts, address), session.MustChangePassword, session.TwoFactorEnabled, needsSecondFactor, session.LastSeenAt);
    }

    /// <summary>The living sessions of a person, the last used first.</summary>
    public async Task<IReadOnlyList<LivingSession>> LivingAsync(Guid accountId, CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow() - Idle;
        return await db.Sessions.AsNoTracking()
            .Where(session => session.AccountId == accountId && session.EndedAt == null && session.LastSeenAt > oldest)
            .OrderByDescending(session => session.LastSeenAt)
            .Select(session => new LivingSession(session.Id, session.CreatedAt, session.LastSeenAt, session.Address, session.Browser))
            .ToListAsync(cancellation);
    }

    /// <summary>The posts that a person holds today, a deputy's among them.</summary>
    public async Task<IReadOnlyList<HeldPost>> PostsAsync(Guid accountId, CancellationToken cancellation)
    {
        var today = time.Today();
        return await (
            from post in db.Posts.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on post.AgencyId equals agency.Id
            where post.AccountId == accountId && post.From <= today && (post.To == null || post.To >= today)
            orderby post.DeputyFor != null, post.Id
            select new HeldPost(post.Role, agency.Id, agency.Path, agency.ShortName ?? agency.Name)).ToListAsync(cancellation);
    }
}

/// <summary>A person with a living session.</summary>
public sealed record SignedIn(Actor Actor, bool MustChangePassword, bool HasSecondFactor, bool NeedsSecondFactor, DateTimeOffset LastSeenAt);

/// <summary>A place where a person is signed in.</summary>
public sealed record LivingSession(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? Address, string? Browser);
