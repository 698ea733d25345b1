using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>Ends a post after a last day, or at once. Whoever stands in for it stops with it.</summary>
public sealed class EndPost(GongkaiDb db, TimeProvider time, AuditTrail audit)
{
    public async Task<Refusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var post = (await db.Posts.FromSql($"SELECT * FROM posts WHERE id = {command.PostId} FOR UPDATE").ToListAsync(cancellation)).SingleOrDefault();
        if (post is null || !await MayEndAsync(post, actor, cancellation))
        {
            return Refusal.NotAllowed;
        }

        if (post.AccountId == actor.AccountId)
        {
            return Refusal.Oneself;
        }

        var yesterday = time.Today().AddDays(-1);
        var last = command.LastDay ?? yesterday;
        if (last < yesterday)
        {
            return Refusal.InThePast;
        }

        if (post.To <= last)
        {
            return Refusal.EndsEarlier;
        }

        var deputies = post.DeputyFor is null
            ? await db.Posts.Where(other => other.DeputyFor == post.AccountId && other.AgencyId == post.AgencyId && other.Role == post.Role && other.To > last).ToListAsync(cancellation)
            : [];
        foreach (var ended in deputies.Prepend(post))
        {
            await audit.RecordAsync(
                actor, ended.AgencyId, "post.ended", $"account/{ended.AccountId}", new { ended.Role, agency = ended.AgencyId, ended.To }, new { ended.Role, agency = ended.AgencyId, to = last }, cancellation);
            End(ended, last);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    private async Task<bool> MayEndAsync(Post post, Actor actor, CancellationToken cancellation) =>
        Gate.May(actor, Act.ManageAccounts, await db.Agencies.Where(agency => agency.Id == post.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation));

    /// <summary>A post that would end before it began never was; the audit trail remembers it.</summary>
    private void End(Post post, DateOnly last)
    {
        if (last < post.From)
        {
            db.Posts.Remove(post);
        }
        else
        {
            post.To = last;
        }
    }

    /// <summary>Without a last day, at once.</summary>
    public sealed record Command(int PostId, DateOnly? LastDay);

    public enum Refusal
    {
        NotAllowed,
        Oneself,
        InThePast,
        EndsEarlier,
    }
}
