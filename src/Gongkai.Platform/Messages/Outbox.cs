using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Messages;

/// <summary>Tells people things, in the transaction that is open: in the program, and by mail where a mail server is set up and the person has an address.</summary>
public sealed class Outbox(GongkaiDb db, JobQueue jobs, SmtpOptions smtp, TimeProvider time)
{
    /// <summary>Tells a person something.</summary>
    /// <returns>False where the person was told under the same key before.</returns>
    public async Task<bool> TellAsync(Message message, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO notifications (id, account_id, text, link, created_at, unique_key)
            VALUES ({Guid.CreateVersion7(now)}, {message.AccountId}, {message.Text}, {message.Link}, {now}, {message.UniqueKey})
            ON CONFLICT (account_id, unique_key) WHERE unique_key IS NOT NULL DO NOTHING
            """,
            cancellation);
        if (added == 0)
        {
            return false;
        }

        if (smtp.IsSetUp && await db.Users.Where(account => account.Id == message.AccountId && !account.IsDisabled).Select(account => account.Email).SingleOrDefaultAsync(cancellation) is { Length: > 0 } address)
        {
            var link = message.Link is null || smtp.SiteAddress.Length == 0 ? "" : $"\n\n{smtp.SiteAddress.TrimEnd('/')}{message.Link}";
            await PostAsync(address, message.Subject, message.Text + link, cancellation);
        }

        return true;
    }

    /// <summary>Posts a letter.</summary>
    public Task<Guid> PostAsync(string recipient, string subject, string text, CancellationToken cancellation) => PostAsync(recipient, null, null, [], subject, text, cancellation);

    /// <summary>Posts a letter to the applicant of a case, whose address is looked up when it is sent.</summary>
    public Task<Guid> PostToApplicantAsync(long requestId, string subject, string text, CancellationToken cancellation) => PostAsync("", requestId, null, [], subject, text, cancellation);

    /// <summary>Posts a letter of a subscription, about these documents; about none, it asks to confirm the address.</summary>
    public Task<Guid> PostToSubscriberAsync(Guid subscriptionId, long[] documents, CancellationToken cancellation) => PostAsync("", null, subscriptionId, documents, "订阅", "", cancellation);

    private async Task<Guid> PostAsync(string recipient, long? requestId, Guid? subscriptionId, long[] documents, string subject, string text, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO mails (id, recipient, request_id, subscription_id, document_ids, subject, text, created_at) VALUES ({id}, {recipient}, {requestId}, {subscriptionId}, {documents}, {subject}, {text}, {now})", cancellation);
        await jobs.EnqueueAsync(new NewJob<MailSending.Input>(MailSending.Kind, new MailSending.Input(id)) { UniqueKey = $"mail/{id}" }, cancellation);
        return id;
    }
}

/// <summary>What a person is told.</summary>
/// <param name="AccountId">The person.</param>
/// <param name="Subject">The heading of the letter.</param>
/// <param name="Text">What is said, in the program and in the letter.</param>
/// <param name="Link">Where it leads, as a path of this site.</param>
/// <param name="UniqueKey">Where set, the person is told this once and never again.</param>
public sealed record Message(Guid AccountId, string Subject, string Text, string? Link = null, string? UniqueKey = null);
