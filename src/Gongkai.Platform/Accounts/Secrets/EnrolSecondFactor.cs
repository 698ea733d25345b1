using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Accounts.Secrets;

/// <summary>A person ties an authenticator to the own account: takes the key, and shows with a code that it arrived.</summary>
public sealed class EnrolSecondFactor(GongkaiDb db, TimeProvider time, Guesses guesses, SecondFactorStore store, AuditTrail audit)
{
    private const string Issuer = "政府信息公开";

    /// <summary>The key to be taken over; the same one until it is confirmed. Null where there is a second factor already.</summary>
    public async Task<Offer?> OfferAsync(Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await guesses.LockAsync(actor.AccountId, cancellation) is not { TwoFactorEnabled: false } account)
        {
            return null;
        }

        if (await store.KeyAsync(account.Id, cancellation) is not { } key)
        {
            key = Totp.NewKey();
            await store.SetKeyAsync(account.Id, key, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return new Offer(key, Totp.Address(key, Issuer, account.UserName ?? ""));
    }

    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await guesses.LockAsync(actor.AccountId, cancellation) is not { TwoFactorEnabled: false } account)
        {
            return new Result(Refusal.AlreadyThere, []);
        }

        var digits = new string([.. command.Code.Where(char.IsAsciiDigit)]);
        if (await store.KeyAsync(account.Id, cancellation) is not { } key || Totp.StepOf(key, digits, time.GetUtcNow(), account.LastTotpStep) is not { } step)
        {
            return new Result(Refusal.WrongCode, []);
        }

        account.TwoFactorEnabled = true;
        account.LastTotpStep = step;
        var codes = await store.RenewCodesAsync(account.Id, cancellation);
        await audit.RecordAsync(actor, actor.ChainOrNull, "account.second-factor-enrolled", $"account/{account.Id}", null, null, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(null, codes);
    }

    public Task<int> CodesLeftAsync(Actor actor, CancellationToken cancellation) => store.CodesLeftAsync(actor.AccountId, cancellation);

    public sealed record Offer(string Key, string Address);

    public sealed record Command(string Code);

    public enum Refusal
    {
        AlreadyThere,
        WrongCode,
    }

    /// <summary>The recovery codes, shown this once.</summary>
    public sealed record Result(Refusal? Refusal, IReadOnlyList<string> RecoveryCodes);
}
