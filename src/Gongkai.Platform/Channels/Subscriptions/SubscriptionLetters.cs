using System.Text;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.Subscriptions;

/// <summary>Writes the letter of a subscription at the moment in which it is sent: what is not public any more is not in it, and the address stays sealed until then.</summary>
public sealed class SubscriptionLetters(GongkaiDb db, SubscriptionSeal seal, SiteAddress site, TimeProvider time)
{
    private const int LongestSubject = 60;

    /// <summary>The letter; null where there is nothing to write any more.</summary>
    internal async Task<Mail?> ComposeAsync(Mail mail, CancellationToken cancellation)
    {
        var subscription = await db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(found => found.Id == mail.SubscriptionId, cancellation);
        if (subscription is null || await site.FindAsync(cancellation) is not { } address)
        {
            return null;
        }

        var facts = seal.Open(subscription.Sealed);
        var agency = subscription.AgencyId is { } id ? await db.Agencies.AsNoTracking().Where(found => found.Id == id).Select(found => found.Name).SingleAsync(cancellation) : null;
        var label = SubscriptionWords.Of(subscription.Subject, agency, subscription.Category, subscription.Query);
        if (mail.DocumentIds is not { Length: > 0 } documents)
        {
            return subscription.ConfirmedAt is not null ? null : Letter(mail, facts, "请确认订阅", Question(label, subscription.Pace, $"{address}/subscribe/confirm/{facts.Token}"), null);
        }

        var news = await db.PublicPublications(time.Today()).Where(publication => documents.Contains(publication.DocumentId)).OrderByDescending(publication => publication.PublishedAt).ToListAsync(cancellation);
        if (news.Count == 0 || subscription.ConfirmedAt is null)
        {
            return null;
        }

        var stop = $"{address}/subscribe/stop/{facts.Token}";
        var subject = news.Count == 1 ? $"新公开：{news[0].Title}" : $"新公开 {news.Count} 份：{news[0].Title}等";
        return Letter(mail, facts, subject.Length <= LongestSubject ? subject : $"{subject[..LongestSubject]}…", News(label, news, address, stop), stop);
    }

    private static string Question(string label, SubscriptionPace pace, string link) => $"""
        有人用这个邮箱在政府信息公开网站订阅{label}（{SubscriptionWords.Of(pace)}）。

        是您本人订阅的，请在三天以内打开下面的地址确认：
        {link}

        不是您订阅的，不用理会，我们不会再写信，三天以后这个邮箱也不再保留。
        """;

    private static string News(string label, IReadOnlyList<Publication> news, string site, string stop)
    {
        var text = new StringBuilder().Append("您订阅的").Append(label).Append("有新公开的：\n");
        foreach (var publication in news)
        {
            text.Append('\n').Append(publication.Title).Append('\n');
            string[] about = [publication.Issuer, publication.Number, DocumentWords.Of(publication.Kind), $"{publication.PublishedAt.InBeijing():yyyy-MM-dd} 公开"];
            text.Append(string.Join("，", about.Where(part => part.Length > 0))).Append('\n');
            if (publication.Summary.Length > 0)
            {
                text.Append(publication.Summary).Append('\n');
            }

            text.Append(site).Append("/documents/").Append(publication.DocumentId).Append('\n');
        }

        return text.Append("\n不想再收到，请打开：\n").Append(stop).Append('\n').ToString();
    }

    private static Mail Letter(Mail mail, SubscriberFacts facts, string subject, string text, string? stop) =>
        new() { Id = mail.Id, Recipient = facts.Address, Subject = subject, Text = text, CreatedAt = mail.CreatedAt, StopAddress = stop };
}
