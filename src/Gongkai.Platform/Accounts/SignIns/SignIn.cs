using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Accounts.SignIns;

/// <summary>Name and password. A name that nobody has is answered as a wrong password is: in the same words and the same time.</summary>
public sealed class SignIn(GongkaiDb db, Guesses guesses, SessionOpening sessions, SignInTicket tickets)
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
        var name = LoginName.Normalize(command.UserName);
        var account = await guesses.LockAsync(name, cancellation);
        if ((account is null ? await guesses.UnknownLockedUntilAsync(name, cancellation) : guesses.LockedUntil(account)) is { } locked)
        {
            return new Result { Refusal = Refusal.Locked, LockedUntil = locked };
        }

        var isRight = guesses.IsRight(account, command.Password);
        if (account is null || !isRight)
        {
            var until = account is null
                ? await guesses.WrongAsync(name, command.Address, cancellation)
                : await guesses.WrongAsync(account, command.Address, cancellation);
            return new Result { Refusal = until is null ? Refusal.WrongNameOrPassword : Refusal.Locked, LockedUntil = until };
        }

        if (account.IsDisabled)
        {
            return new Result { Refusal = Refusal.Disabled };
        }

        if (account.TwoFactorEnabled)
        {
            return new Result { SecondFactorTicket = tickets.Create(account) };
        }

        Guesses.Right(account);
        return new Result { SessionId = await sessions.OpenAsync(account, command.Address, command.Browser, cancellation), MustChangePassword = account.MustChangePassword };
    }

    public sealed record Command(string UserName, string Password, string? Address, string? Browser);

    public enum Refusal
    {
        WrongNameOrPassword,
        Locked,
        Disabled,
    }

    /// <summary>A session, or a ticket for the second factor, or why not.</summary>
    public sealed record Result
    {
        public Refusal? Refusal { get; init; }

        public DateTimeOffset? LockedUntil { get; init; }

        public string? SecondFactorTicket { get; init; }

        public Guid? SessionId { get; init; }

        public bool MustChangePassword { get; init; }
    }
}
