using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>The rules that every new post obeys, a regular one and a deputy's, checked under the lock of the person's row.</summary>
public sealed class PostPlacing(GongkaiDb db)
{
    public async Task<PostFault?> FaultAsync(Guid accountId, int agencyId, Role role, DateOnly from, DateOnly? to, CancellationToken cancellation)
    {
        if (to < from)
        {
            return PostFault.EndsBeforeItBegins;
        }

        if ((await db.Users.FromSql($"SELECT * FROM accounts WHERE id = {accountId} FOR UPDATE").ToListAsync(cancellation)).Count == 0)
        {
            return PostFault.NoSuchPerson;
        }

        var last = to ?? DateOnly.MaxValue;
        var held = await db.Posts.AsNoTracking()
            .Where(post => post.AccountId == accountId && post.From <= last && (post.To == null || post.To >= from))
            .Select(post => new { post.Role, post.AgencyId })
            .ToListAsync(cancellation);
        if (held.Exists(post => post.Role == role && post.AgencyId == agencyId))
        {
            return PostFault.AlreadyHeld;
        }

        return Separation.Forbids(role, held.Select(post => post.Role)) ? PostFault.AdministratorsAreSeparate : null;
    }
}

public enum PostFault
{
    EndsBeforeItBegins,
    NoSuchPerson,
    AlreadyHeld,
    AdministratorsAreSeparate,
}
