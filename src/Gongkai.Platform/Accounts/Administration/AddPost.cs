using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>Gives a person a role at an agency, from a day on.</summary>
public sealed class AddPost(GongkaiDb db, TimeProvider time, AccountReach reach, PostPlacing placing, AuditTrail audit)
{
    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (await reach.ManagedPathAsync(actor, command.AgencyId, cancellation) is null)
        {
            return new Result(Refusal.NotAllowed, null);
        }

        if (command.AccountId == actor.AccountId)
        {
            return new Result(Refusal.Oneself, null);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var from = command.From ?? time.Today();
        if (await placing.FaultAsync(command.AccountId, command.AgencyId, command.Role, from, command.To, cancellation) is { } fault)
        {
            return new Result(Refusal.NotPossible, fault);
        }

        db.Posts.Add(new Post { AccountId = command.AccountId, AgencyId = command.AgencyId, Role = command.Role, From = from, To = command.To });
        await audit.RecordAsync(
            actor, command.AgencyId, "post.added", $"account/{command.AccountId}", null, new { command.Role, agency = command.AgencyId, from, command.To }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(null, null);
    }

    /// <summary>Without a first day, from today; without a last day, until it is ended.</summary>
    public sealed record Command(Guid AccountId, int AgencyId, Role Role, DateOnly? From, DateOnly? To);

    public enum Refusal
    {
        NotAllowed,
        Oneself,
        NotPossible,
    }

    public sealed record Result(Refusal? Refusal, PostFault? Fault);
}
