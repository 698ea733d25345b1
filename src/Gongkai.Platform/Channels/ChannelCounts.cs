using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels;

/// <summary>How many documents of an agency went out by each channel in a year.</summary>
public sealed class ChannelCounts(GongkaiDb db)
{
    /// <summary>By channel, those with most first; the portal, by which all go out, is not among them.</summary>
    public async Task<IReadOnlyList<(string Name, int Count)>> OfYearAsync(int agencyId, int year, CancellationToken cancellation)
    {
        var (begin, end) = (Midnight(year), Midnight(year + 1));
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var delivered = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.AgencyId == agencyId && delivery.DeliveredAt >= begin && delivery.DeliveredAt < end && delivery.Event == DeliveryEvent.Published)
            .GroupBy(delivery => delivery.Kind).Select(group => new { group.Key, Count = group.Select(delivery => delivery.DocumentId).Distinct().Count() }).ToListAsync(cancellation);
        var posted = await db.Postings.AsNoTracking().Where(posting => posting.AgencyId == agencyId && posting.FromOn >= first && posting.FromOn <= last && posting.RetractedAt == null)
            .GroupBy(posting => posting.Kind).Select(group => new { group.Key, Count = group.Select(posting => posting.DocumentId).Distinct().Count() }).ToListAsync(cancellation);
        var mailed = await db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM mailed_documents WHERE agency_id = {agencyId} AND first_at >= {begin} AND first_at < {end}""").SingleAsync(cancellation);
        return
        [
            .. delivered.Select(group => (ChannelWords.Of(group.Key), group.Count)).Concat(posted.Select(group => (ChannelWords.Of(group.Key), group.Count)))
                .Concat(mailed == 0 ? [] : [("邮件订阅", mailed)])
                .OrderByDescending(channel => channel.Count).ThenBy(channel => channel.Item1, StringComparer.Ordinal),
        ];
    }

    private static DateTimeOffset Midnight(int year) => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime();
}
