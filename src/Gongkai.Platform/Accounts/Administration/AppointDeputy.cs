using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>Lets a person stand in for the holder of a post, for a span of days within which the post is held.</summary>
public sealed class AppointDeputy(GongkaiDb db, AccountReach reach, PostPlacing placing, AuditTrail audit)
{
    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var post = await db.Posts.AsNoTracking().SingleOrDefaultAsync(post => post.Id == command.PostId && post.DeputyFor == null, cancellation);
        if (post is null || await reach.ManagedPathAsync(actor, post.AgencyId, cancellation) is null)
        {
            return new Result(Refusal.NotAllowed, null);
        }

        if (command.DeputyId == actor.AccountId)
        {
            return new Result(Refusal.Oneself, null);
        }

        if (command.DeputyId == post.AccountId)
        {
            return new Result(Refusal.SamePerson, null);
        }

        if (command.From < post.From || command.To > (post.To ?? DateOnly.MaxValue))
        {
            return new Result(Refusal.PostNotHeldThen, null);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await placing.FaultAsync(command.DeputyId, post.AgencyId, post.Role, command.From, command.To, cancellation) is { } fault)
        {
            return new Result(Refusal.NotPossible, fault);
        }

        db.Posts.Add(new Post { AccountId = command.DeputyId, AgencyId = post.AgencyId, Role = post.Role, From = command.From, To = command.To, DeputyFor = post.AccountId });
        await audit.RecordAsync(
            actor, post.AgencyId, "post.deputy-appointed", $"account/{command.DeputyId}", null,
            new { post.Role, agency = post.AgencyId, deputyFor = post.AccountId, command.From, command.To }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(null, null);
    }

    public sealed record Command(int PostId, Guid DeputyId, DateOnly From, DateOnly To);

    public enum Refusal
    {
        NotAllowed,
        Oneself,
        SamePerson,
        PostNotHeldThen,
        NotPossible,
    }

    public sealed record Result(Refusal? Refusal, PostFault? Fault);
}
