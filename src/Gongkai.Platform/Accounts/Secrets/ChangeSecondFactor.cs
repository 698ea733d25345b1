using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Accounts.Secrets;

/// <summary>A person removes the own second factor (for a new telephone, say) or takes new recovery codes; the password is asked for once more.</summary>
public sealed class ChangeSecondFactor(GongkaiDb db, Guesses guesses, SecondFactorStore store, AuditTrail audit)
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
        if (await guesses.LockAsync(actor.AccountId, cancellation) is not { TwoFactorEnabled: true } account)
        {
            return new Result(Refusal.NoneThere, []);
        }

        if (guesses.LockedUntil(account) is not null)
        {
            return new Result(Refusal.Locked, []);
        }

        if (!guesses.IsRight(account, command.Password))
        {
            var until = await guesses.WrongAsync(account, actor.Address, cancellation);
            return new Result(until is null ? Refusal.WrongPassword : Refusal.Locked, []);
        }

        if (command.Change == SecondFactorChange.NewCodes)
        {
            await audit.RecordAsync(actor, actor.ChainOrNull, "account.recovery-codes-renewed", $"account/{account.Id}", null, null, cancellation);
            return new Result(null, await store.RenewCodesAsync(account.Id, cancellation));
        }

        account.TwoFactorEnabled = false;
        PasswordSetting.Void(account);
        await store.RemoveAsync(account.Id, cancellation);
        await audit.RecordAsync(actor, actor.ChainOrNull, "account.second-factor-removed", $"account/{account.Id}", null, null, cancellation);
        return new Result(null, []);
    }

    public sealed record Command(SecondFactorChange Change, string Password);

    public enum Refusal
    {
        NoneThere,
        WrongPassword,
        Locked,
    }

    public sealed record Result(Refusal? Refusal, IReadOnlyList<string> RecoveryCodes);
}

public enum SecondFactorChange
{
    Remove,
    NewCodes,
}
