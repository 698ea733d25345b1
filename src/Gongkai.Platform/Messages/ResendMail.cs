using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Messages;

/// <summary>Sends a letter that has not gone out, on an operator's word.</summary>
public sealed class ResendMail(GongkaiDb db, JobQueue jobs, OperatorChange change)
{
    public Task<OperatorRefusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        change.MakeAsync(actor, "mail.resent", $"mail/{command.Id}", () => FreeAsync(command.Id, cancellation), cancellation);

    private async Task<bool> FreeAsync(Guid id, CancellationToken cancellation)
    {
        var freed = await db.Mails.Where(mail => mail.Id == id && mail.SentAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.HandedOverAt, (DateTimeOffset?)null).SetProperty(mail => mail.LastError, (string?)null), cancellation);
        if (freed == 1)
        {
            await jobs.EnqueueAsync(new NewJob<MailSending.Input>(MailSending.Kind, new MailSending.Input(id)), cancellation);
        }

        return freed == 1;
    }

    public sealed record Command(Guid Id);
}
