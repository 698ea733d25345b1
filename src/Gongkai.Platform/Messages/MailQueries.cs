using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Messages;

/// <summary>The letters that have not gone out, for the operator.</summary>
public sealed class MailQueries(GongkaiDb db)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<UnsentMail>> UnsentAsync(CancellationToken cancellation) =>
        [.. (await db.Mails.AsNoTracking().Where(mail => mail.SentAt == null).OrderByDescending(mail => mail.Id).Take(Most)
            .Select(mail => new { mail.Id, mail.RequestId, mail.SubscriptionId, mail.Recipient, mail.Subject, mail.CreatedAt, mail.LastError }).ToListAsync(cancellation))
            .Select(mail => new UnsentMail(mail.Id, mail.SubscriptionId is not null ? "订阅人" : mail.RequestId is null ? Masked(mail.Recipient) : "申请人", mail.Subject, mail.CreatedAt, mail.LastError))];

    private static string Masked(string address) => address.IndexOf('@') is > 0 and var at ? $"{address[0]}***{address[at..]}" : "***";
}

/// <summary>A letter that has not gone out; its address is masked.</summary>
public sealed record UnsentMail(Guid Id, string Recipient, string Subject, DateTimeOffset CreatedAt, string? LastError);
