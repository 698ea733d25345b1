using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Accounts.SignIns;

/// <summary>The code of an authenticator, or a recovery code in its place. Each serves once; wrong ones count as wrong passwords do.</summary>
public sealed class SecondFactor(GongkaiDb db, TimeProvider time, Guesses guesses, SessionOpening sessions, SecondFactorCheck check)
{
    public async Task<Result> RunAsync(Command command, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var result = await AnswerAsync(command, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    private async Task<Result> AnswerAsync(Command command, CancellationToken cancellation)
    {
        var account = check.AccountOf(command.Ticket) is { } id ? await guesses.LockAsync(id, cancellation) : null;
        if (account is null || account.IsDisabled || !account.TwoFactorEnabled || !check.IsFor(command.Ticket, account))
        {
            return new Result { Refusal = Refusal.StartAgain };
        }

        if (guesses.LockedUntil(account) is { } locked)
        {
            return new Result { Refusal = Refusal.Locked, LockedUntil = locked };
        }

        var isRight = command.IsRecovery
            ? await check.TakeRecoveryCodeAsync(account, command.Code, command.Address, cancellation)
            : await check.TakeCodeAsync(account, command.Code, time.GetUtcNow(), cancellation);
        if (!isRight)
        {
            var until = await guesses.WrongAsync(account, command.Address, cancellation);
            return new Result { Refusal = until is null ? Refusal.WrongCode : Refusal.Locked, LockedUntil = until };
        }

        Guesses.Right(account);
        return new Result { SessionId = await sessions.OpenAsync(account, command.Address, command.Browser, cancellation) };
    }

    public sealed record Command(string Ticket, string Code, bool IsRecovery, string? Address, string? Browser);

    public enum Refusal
    {
        WrongCode,
        Locked,
        StartAgain,
    }

    public sealed record Result
    {
        public Refusal? Refusal { get; init; }

        public DateTimeOffset? LockedUntil { get; init; }

        public Guid? SessionId { get; init; }
    }
}

/// <summary>Whether a ticket and a code are good for an account whose row is locked.</summary>
public sealed class SecondFactorCheck(SignInTicket tickets, SecondFactorStore store, AuditTrail audit, SessionQueries sessions)
{
    public Guid? AccountOf(string ticket) => tickets.AccountOf(ticket);

    public bool IsFor(string ticket, Account account) => tickets.IsFor(ticket, account);

    public async Task<bool> TakeCodeAsync(Account account, string code, DateTimeOffset now, CancellationToken cancellation)
    {
        var digits = new string([.. code.Where(char.IsAsciiDigit)]);
        if (await store.KeyAsync(account.Id, cancellation) is not { } key || Totp.StepOf(key, digits, now, account.LastTotpStep) is not { } step)
        {
            return false;
        }

        account.LastTotpStep = step;
        return true;
    }

    public async Task<bool> TakeRecoveryCodeAsync(Account account, string code, string? address, CancellationToken cancellation)
    {
        if (!await store.TakeCodeAsync(account.Id, code, cancellation))
        {
            return false;
        }

        var posts = await sessions.PostsAsync(account.Id, cancellation);
        await audit.RecordAsync(
            new Actor(account.Id, account.DisplayName, 0, posts, address), posts.Select(post => (int?)post.AgencyId).FirstOrDefault(), "account.recovery-code-used", $"account/{account.Id}", null, null, cancellation);
        return true;
    }
}
