using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Messages;

/// <summary>What a person has been told.</summary>
public sealed class NotificationQueries(GongkaiDb db, TimeProvider time)
{
    private const int PageSize = 30;

    public Task<int> CountUnreadAsync(Actor actor, CancellationToken cancellation) =>
        db.Notifications.CountAsync(notification => notification.AccountId == actor.AccountId && notification.ReadAt == null, cancellation);

    public async Task<Page<NotificationRow>> ListAsync(Actor actor, string? after, CancellationToken cancellation)
    {
        var own = db.Notifications.AsNoTracking().Where(notification => notification.AccountId == actor.AccountId);
        if (Guid.TryParse(after, out var last))
        {
            own = own.Where(notification => notification.Id.CompareTo(last) < 0);
        }

        var rows = await own.OrderByDescending(notification => notification.Id).Take(PageSize + 1)
            .Select(notification => new NotificationRow(notification.Id, notification.Text, notification.Link, notification.CreatedAt, notification.ReadAt != null))
            .ToListAsync(cancellation);
        return rows.Count <= PageSize ? new Page<NotificationRow>(rows, null) : new Page<NotificationRow>(rows[..PageSize], rows[PageSize - 1].Id.ToString());
    }

    /// <summary>Marks as read what the person has been shown, up to one of them.</summary>
    public Task MarkReadAsync(Actor actor, Guid upTo, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return db.Notifications.Where(notification => notification.AccountId == actor.AccountId && notification.ReadAt == null && notification.Id.CompareTo(upTo) <= 0)
            .ExecuteUpdateAsync(set => set.SetProperty(notification => notification.ReadAt, now), cancellation);
    }
}

/// <summary>A word to a person in a list.</summary>
public sealed record NotificationRow(Guid Id, string Text, string? Link, DateTimeOffset CreatedAt, bool IsRead);
