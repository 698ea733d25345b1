using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Accounts.Secrets;

/// <summary>A person changes the own password; all other sessions end.</summary>
public sealed class ChangePassword(GongkaiDb db, Guesses guesses, PasswordSetting setting, SessionOpening sessions, AuditTrail audit)
{
    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var result = await ChangeAsync(command, actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    private async Task<Result> ChangeAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (await guesses.LockAsync(actor.AccountId, cancellation) is not { } account)
        {
            return new Result(Refusal.WrongPassword, []);
        }

        if (guesses.LockedUntil(account) is not null)
        {
            return new Result(Refusal.Locked, []);
        }

        if (!guesses.IsRight(account, command.Current))
        {
            var until = await guesses.WrongAsync(account, actor.Address, cancellation);
            return new Result(until is null ? Refusal.WrongPassword : Refusal.Locked, []);
        }

        var faults = setting.Set(account, command.Chosen);
        if (faults.Count > 0)
        {
            return new Result(Refusal.NotGoodEnough, faults);
        }

        await sessions.EndAllAsync(account.Id, command.SessionId, cancellation);
        await audit.RecordAsync(actor, actor.ChainOrNull, "account.password-changed", $"account/{account.Id}", null, null, cancellation);
        return new Result(null, []);
    }

    public sealed record Command(string Current, string Chosen, Guid? SessionId);

    public enum Refusal
    {
        WrongPassword,
        Locked,
        NotGoodEnough,
    }

    public sealed record Result(Refusal? Refusal, IReadOnlyList<PasswordFault> Faults);
}
