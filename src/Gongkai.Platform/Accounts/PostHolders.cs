using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts;

/// <summary>Who holds which post: the one rule by which people are told, asked for a review, or given a case.</summary>
internal static class PostHolders
{
    /// <summary>The posts that are held on a day, by people whose accounts are open.</summary>
    public static IQueryable<Post> PostsHeld(this GongkaiDb db, DateOnly today) => db.Posts.AsNoTracking().Where(post =>
        post.From <= today && (post.To == null || post.To >= today) && db.Users.Any(account => account.Id == post.AccountId && !account.IsDisabled));
}
