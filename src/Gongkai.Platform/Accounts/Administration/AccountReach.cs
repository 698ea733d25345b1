using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>Whose account a security administrator answers for: every post of that person has to lie in the administrator's part of the tree, or a county could take over an account of the province.</summary>
public sealed class AccountReach(GongkaiDb db, TimeProvider time)
{
    public async Task<bool> MayManageAsync(Actor actor, Guid accountId, CancellationToken cancellation)
    {
        var today = time.Today();
        var posts = await (
            from post in db.Posts.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on post.AgencyId equals agency.Id
            where post.AccountId == accountId
            select new { agency.Path, HasEnded = post.To < today }).ToListAsync(cancellation);
        var counting = posts.Exists(post => !post.HasEnded) ? posts.Where(post => !post.HasEnded) : posts;
        return posts.Count > 0 && counting.All(post => Gate.May(actor, Act.ManageAccounts, post.Path));
    }

    /// <summary>The path of an agency that exists today and whose accounts the actor manages; null otherwise.</summary>
    public async Task<string?> ManagedPathAsync(Actor actor, int agencyId, CancellationToken cancellation)
    {
        var today = time.Today();
        var path = await db.Agencies.Where(agency => agency.Id == agencyId && (agency.ValidTo == null || agency.ValidTo >= today)).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
        return path is not null && Gate.May(actor, Act.ManageAccounts, path) ? path : null;
    }
}
