using Gongkai.Platform.Accounts.Administration;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Accounts.SignIns;

/// <summary>Ends the sessions of a person: one's own, or as a security administrator those of another.</summary>
public sealed class SignOutEverywhere(GongkaiDb db, SessionOpening sessions, AccountReach reach, AuditTrail audit)
{
    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (command.AccountId != actor.AccountId && !await reach.MayManageAsync(actor, command.AccountId, cancellation))
        {
            return new Result(Refusal.NotAllowed, 0);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ended = await sessions.EndAllAsync(command.AccountId, command.Except, cancellation);
        await audit.RecordAsync(actor, actor.ChainOrNull, "session.all-ended", $"account/{command.AccountId}", null, new { ended }, cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(null, ended);
    }

    public sealed record Command(Guid AccountId, Guid? Except);

    public enum Refusal
    {
        NotAllowed,
    }

    public sealed record Result(Refusal? Refusal, int Ended);
}
