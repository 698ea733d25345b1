using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Messages;

/// <summary>Sends a letter at once and says what the mail server answered, so that an operator can set it up.</summary>
public sealed class SendTestMail(GongkaiDb db, SmtpOptions options, AuditTrail audit, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.Operate))
        {
            return new Result(Refusal.NotAllowed, null);
        }

        if (!options.IsSetUp)
        {
            return new Result(Refusal.NotSetUp, null);
        }

        if (!System.Net.Mail.MailAddress.TryCreate(command.Recipient, out var address))
        {
            return new Result(Refusal.NoAddress, null);
        }

        var answer = await TryAsync(address.Address, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await audit.RecordAsync(actor, agencyId: null, "mail.tested", "mail", before: null, after: new { answer }, cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(answer is null ? null : Refusal.ServerRefused, answer);
    }

    private async Task<string?> TryAsync(string address, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var now = time.GetUtcNow();
            using var connection = await SmtpConnection.OpenAsync(options, either.Token);
            await connection.SendAsync(
                new Mail { Id = Guid.CreateVersion7(now), Recipient = address, Subject = "测试邮件", Text = "收到这封邮件，说明邮件服务器已经设置好。", CreatedAt = now }, either.Token);
            return null;
        }
        catch (Exception exception) when (exception is SmtpRefusedException or IOException)
        {
            return exception.Message;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return $"邮件服务器 {options.Host}:{options.Port} 在 {Longest.TotalSeconds:0} 秒内没有回答。";
        }
    }

    public sealed record Command(string Recipient);

    /// <summary>Why no letter went out; with the server's answer where it is the server that refused.</summary>
    public sealed record Result(Refusal? Refusal, string? Answer);

    public enum Refusal
    {
        NotAllowed,
        NotSetUp,
        NoAddress,
        ServerRefused,
    }
}
