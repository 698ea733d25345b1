using Gongkai.Platform.Channels.Subscriptions;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Messages;

/// <summary>Sends a letter, once. Where it is not known whether the mail server took it, it is not sent again by itself: a person decides.</summary>
public sealed class MailSending(GongkaiDb db, SmtpOptions options, ApplicantSeal seal, SubscriptionLetters letters, TimeProvider time) : IJobHandler
{
    public const string Kind = "mail.send";

    private const string Unknown = "上次发送时连接中断，不知道邮件服务器有没有收下；为免重复没有自动重发。";

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var id = job.Input<Input>().MailId;
        var mail = await db.Mails.AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, cancellation);
        if (mail is null or { SentAt: not null })
        {
            return;
        }

        if (mail.HandedOverAt is not null)
        {
            await NoteAsync(id, handedOver: true, Unknown);
            return;
        }

        var letter = mail.SubscriptionId is null ? mail : await letters.ComposeAsync(mail, cancellation);
        if (letter is null)
        {
            await db.Mails.Where(gone => gone.Id == id).ExecuteDeleteAsync(cancellation);
            return;
        }

        if (mail.RequestId is { } requestId && !await AddressAsync(mail, requestId, cancellation))
        {
            await db.Mails.Where(gone => gone.Id == id).ExecuteDeleteAsync(cancellation);
            return;
        }

        using var connection = await OpenAsync(id, cancellation);
        var now = time.GetUtcNow();
        var isOurs = await db.Mails.Where(mail => mail.Id == id && mail.SentAt == null && mail.HandedOverAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.HandedOverAt, now), cancellation) == 1;
        if (isOurs)
        {
            await HandOverAsync(connection, letter);
        }
    }

    /// <summary>Takes the address of an applicant out of the case; false where it is no longer kept.</summary>
    private async Task<bool> AddressAsync(Mail mail, long requestId, CancellationToken cancellation)
    {
        if (await db.RequestApplicants.AsNoTracking().SingleOrDefaultAsync(kept => kept.RequestId == requestId, cancellation) is { } kept)
        {
            mail.Recipient = seal.Open(kept.Sealed).Email;
        }

        return mail.Recipient.Length > 0;
    }

    private async Task<SmtpConnection> OpenAsync(Guid id, CancellationToken cancellation)
    {
        try
        {
            return await SmtpConnection.OpenAsync(options, cancellation);
        }
        catch (SmtpRefusedException exception)
        {
            await NoteAsync(id, handedOver: false, exception.Message);
            throw;
        }
    }

    /// <summary>Not to be cancelled: a letter that is half handed over is worse than a stop that takes a second longer.</summary>
    private async Task HandOverAsync(SmtpConnection connection, Mail mail)
    {
        try
        {
            await connection.SendAsync(mail, CancellationToken.None);
            var sent = time.GetUtcNow();
            await db.Mails.Where(row => row.Id == mail.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.SentAt, sent).SetProperty(row => row.LastError, (string?)null), CancellationToken.None);
            Measures.MailEnded(sent: true);
        }
        catch (SmtpRefusedException exception)
        {
            Measures.MailEnded(sent: false);
            await NoteAsync(mail.Id, handedOver: false, exception.Message);
            if (!exception.IsFinal)
            {
                throw;
            }
        }
        catch (IOException)
        {
            Measures.MailEnded(sent: false);
            await NoteAsync(mail.Id, handedOver: true, Unknown);
        }
    }

    private Task NoteAsync(Guid id, bool handedOver, string error) => db.Mails.Where(mail => mail.Id == id).ExecuteUpdateAsync(
        set => set.SetProperty(mail => mail.LastError, error).SetProperty(mail => mail.HandedOverAt, mail => handedOver ? mail.HandedOverAt : null),
        CancellationToken.None);

    internal sealed record Input(Guid MailId);
}
