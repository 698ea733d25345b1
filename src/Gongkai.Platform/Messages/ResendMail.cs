using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Messages;

/// <summary>Sends a letter that has not gone out, on an operator's word.</summary>
public sealed class ResendMail(GongkaiDb db, JobQueue jobs, AuditTrail audit)
{
    public async Task<Refusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.Operate))
        {
            return Refusal.NotAllowed;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var freed = await db.Mails.Where(mail => mail.Id == command.Id && mail.SentAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.HandedOverAt, (DateTimeOffset?)null).SetProperty(mail => mail.LastError, (string?)null), cancellation);
        if (freed == 0)
        {
            return Refusal.AlreadySent;
        }

        await jobs.EnqueueAsync(new NewJob<MailSending.Input>(MailSending.Kind, new MailSending.Input(command.Id)), cancellation);
        await audit.RecordAsync(actor, agencyId: null, "mail.resent", $"mail/{command.Id}", before: null, after: null, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    public sealed record Command(Guid Id);

    public enum Refusal
    {
        NotAllowed,
        AlreadySent,
    }
}
