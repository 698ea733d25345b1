using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts;

/// <summary>Who holds which post: the one rule by which people are told, asked for a review, or given a case.</summary>
internal static class PostHolders
{
    /// <summary>The posts that are held on a day, by people whose accounts are open.</summary>
    public static IQueryable<Post> PostsHeld(this GongkaiDb db, DateOnly today) => db.Posts.AsNoTracking().Where(post =>
        post.From <= today && (post.To == null || post.To >= today) && db.Users.Any(account => account.Id == post.AccountId && !account.IsDisabled));

    /// <summary>The people of an agency who answer what is written to it.</summary>
    public static IQueryable<Account> Answerers(this GongkaiDb db, int agencyId, DateOnly today)
    {
        var posts = db.PostsHeld(today).Where(post => post.AgencyId == agencyId && (post.Role == Role.Clerk || post.Role == Role.AuthorityOfficer));
        return db.Users.AsNoTracking().Where(account => posts.Any(post => post.AccountId == account.Id));
    }

    /// <summary>Who is told of something that an agency has to answer: whoever is in charge of it as long as he holds a post there, else all who answer.</summary>
    public static async Task<IReadOnlyList<Guid>> ToTellAsync(this GongkaiDb db, int agencyId, Guid? handlerId, DateOnly today, CancellationToken cancellation) =>
        handlerId is { } handler && await db.PostsHeld(today).AnyAsync(post => post.AgencyId == agencyId && post.AccountId == handler, cancellation)
            ? [handler]
            : await db.Answerers(agencyId, today).Select(account => account.Id).ToListAsync(cancellation);
}
