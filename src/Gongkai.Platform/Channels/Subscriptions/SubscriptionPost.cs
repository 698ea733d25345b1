using Gongkai.Law.Publishing;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Search;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.Subscriptions;

/// <summary>Posts the letters of subscriptions: of one document at once, and of a day together. A subscriber is told of a document once.</summary>
public sealed class SubscriptionPost(GongkaiDb db, Outbox outbox, TimeProvider time)
{
    private const int PageSize = 500;
    private const int MostInALetter = 50;

    /// <summary>Tells those who want to know at once.</summary>
    /// <returns>False where the document's words are not yet in the search.</returns>
    internal async Task<bool> AtOnceAsync(long documentId, CancellationToken cancellation)
    {
        var publication = await db.PublicPublications(time.Today()).SingleOrDefaultAsync(found => found.DocumentId == documentId, cancellation);
        if (publication is null)
        {
            return true;
        }

        if (await db.Database.SqlQuery<bool>($"""SELECT EXISTS (SELECT FROM search_dirty WHERE document_id = {documentId}) AS "Value" """).SingleAsync(cancellation))
        {
            return false;
        }

        for (var after = Guid.Empty; ;)
        {
            var page = await db.Subscriptions.AsNoTracking()
                .Where(subscription => subscription.Pace == SubscriptionPace.AtOnce && subscription.ConfirmedAt < publication.PublishedAt && subscription.Id.CompareTo(after) > 0
                    && (subscription.AgencyId == publication.AgencyId || (subscription.Category != null && subscription.Category == publication.Category) || subscription.Query != null))
                .OrderBy(subscription => subscription.Id).Take(PageSize).ToListAsync(cancellation);
            if (page.Count == 0)
            {
                return true;
            }

            foreach (var subscription in page)
            {
                if (subscription.Query is not { } query || await HoldsAsync(query, [documentId], cancellation) is [_])
                {
                    await WriteAsync(subscription.Id, [documentId], cancellation);
                }
            }

            after = page[^1].Id;
        }
    }

    /// <summary>Writes to those who want one letter a day, of what was published since yesterday; and forgets those who never confirmed.</summary>
    /// <returns>How many letters were written.</returns>
    internal async Task<int> DailyAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (forgotten, since) = (now.AddDays(-3), now.AddDays(-2));
        await db.Subscriptions.Where(subscription => subscription.ConfirmedAt == null && subscription.CreatedAt < forgotten).ExecuteDeleteAsync(cancellation);
        var news = await db.PublicPublications(time.Today()).Where(publication => publication.PublishedAt > since).OrderByDescending(publication => publication.PublishedAt)
            .Select(publication => new NewPublication(publication.DocumentId, publication.AgencyId, publication.Category, publication.PublishedAt)).ToListAsync(cancellation);
        var written = 0;
        for (var after = Guid.Empty; news.Count > 0;)
        {
            var page = await db.Subscriptions.AsNoTracking().Where(subscription => subscription.Pace == SubscriptionPace.Daily && subscription.ConfirmedAt != null && subscription.Id.CompareTo(after) > 0)
                .OrderBy(subscription => subscription.Id).Take(PageSize).ToListAsync(cancellation);
            if (page.Count == 0)
            {
                break;
            }

            foreach (var subscription in page)
            {
                var own = news.Where(one => one.PublishedAt > subscription.ConfirmedAt);
                long[] documents = subscription.Query is { } query
                    ? [.. await HoldsAsync(query, [.. own.Select(one => one.DocumentId)], cancellation)]
                    : [.. own.Where(one => one.AgencyId == subscription.AgencyId || (subscription.Category is { } category && one.Category == category)).Select(one => one.DocumentId)];
                written += documents.Length > 0 && await WriteAsync(subscription.Id, documents, cancellation) ? 1 : 0;
            }

            after = page[^1].Id;
        }

        return written;
    }

    /// <summary>Those of the documents that hold the words.</summary>
    private async Task<List<long>> HoldsAsync(string query, long[] documents, CancellationToken cancellation) =>
        documents.Length == 0 || SearchWords.Of(query).Terms() is not { } terms ? []
        : await db.Database.SqlQuery<long>($"""SELECT document_id AS "Value" FROM search_documents WHERE document_id = ANY ({documents}) AND (words @@ {terms}::tsquery OR names @@ {terms}::tsquery)""").ToListAsync(cancellation);

    /// <summary>Posts one letter about those of the documents of which this subscriber was not told before.</summary>
    private async Task<bool> WriteAsync(Guid subscriptionId, long[] documents, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var untold = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO subscription_letters (subscription_id, document_id)
            SELECT {subscriptionId}, document FROM unnest({documents.Take(MostInALetter).ToArray()}) AS document WHERE EXISTS (SELECT FROM subscriptions WHERE id = {subscriptionId})
            ON CONFLICT DO NOTHING RETURNING document_id AS "Value"
            """).ToListAsync(cancellation);
        if (untold.Count > 0)
        {
            await outbox.PostToSubscriberAsync(subscriptionId, [.. untold], cancellation);
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO mailed_documents (document_id, agency_id, first_at) SELECT id, agency_id, {time.GetUtcNow()} FROM documents WHERE id = ANY ({untold.ToArray()}) ON CONFLICT DO NOTHING", cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return untold.Count > 0;
    }

    private sealed record NewPublication(long DocumentId, int AgencyId, CatalogCategory? Category, DateTimeOffset PublishedAt);
}

/// <summary>After a publication: tells those who want to know at once.</summary>
public sealed class TellSubscribers(SubscriptionPost post) : IJobHandler
{
    public const string Kind = "subscriptions.tell";

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        if (!await post.AtOnceAsync(job.Input<Input>().DocumentId, cancellation))
        {
            throw new DeliveryRefusedException("文件还没有编入搜索，稍后再看谁订阅了。", isFinal: false);
        }
    }

    internal sealed record Input(long DocumentId);
}

/// <summary>Each morning: one letter to those who want one a day.</summary>
public sealed class DailySubscriptions(SubscriptionPost post) : IJobHandler
{
    public const string Kind = "subscriptions.daily";

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var written = await post.DailyAsync(cancellation);
        await job.ReportAsync(written, written, cancellation);
    }
}
