using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels;

/// <summary>Which kinds of documents of an agency go to a channel by themselves: as the agency has it set, else the nearest above it, else as the channel does with every document.</summary>
public sealed class ChannelKinds(GongkaiDb db, AuditTrail audit, TimeProvider time)
{
    /// <summary>Every kind at an agency; null where this person may not set them, or where the channel is not for the agency.</summary>
    public async Task<ChannelKindList?> ListAsync(long channelId, int agencyId, Actor actor, CancellationToken cancellation)
    {
        if (await FindAsync(channelId, agencyId, actor, cancellation) is not { } found)
        {
            return null;
        }

        var (channel, path, owner) = found;

        var set = await (
            from kind in db.ChannelKinds.AsNoTracking()
            join above in db.Agencies.AsNoTracking() on kind.AgencyId equals above.Id
            where kind.ChannelId == channelId && path.StartsWith(above.Path)
            orderby above.Path.Length descending
            select new { kind.AgencyId, above.Name, kind.Kind, kind.IsChosen }).ToListAsync(cancellation);
        return new ChannelKindList(channel, owner,
        [
            .. Enum.GetValues<DocumentKind>().Select(kind =>
            {
                var own = set.Find(one => one.Kind == kind && one.AgencyId == agencyId);
                var above = set.Find(one => one.Kind == kind && one.AgencyId != agencyId);
                return new ChannelKindRow(kind, own?.IsChosen, above?.IsChosen ?? channel.IsAutomatic, above?.Name);
            }),
        ]);
    }

    /// <summary>Sets the kinds of an agency; null takes one from above. What is chosen for one document stays.</summary>
    /// <returns>Whether this person may.</returns>
    public async Task<bool> SetAsync(long channelId, int agencyId, IReadOnlyDictionary<DocumentKind, bool?> kinds, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM channels WHERE id = {channelId} FOR NO KEY UPDATE", cancellation);
        if (await FindAsync(channelId, agencyId, actor, cancellation) is null)
        {
            return false;
        }

        var kept = await db.ChannelKinds.Where(kind => kind.ChannelId == channelId && kind.AgencyId == agencyId).ToListAsync(cancellation);
        var before = kept.ToDictionary(kind => kind.Kind.ToString(), kind => kind.IsChosen);
        db.ChannelKinds.RemoveRange(kept);
        await db.SaveChangesAsync(cancellation);
        var set = kinds.Where(kind => kind.Value is not null).ToDictionary(kind => kind.Key, kind => kind.Value!.Value);
        db.ChannelKinds.AddRange(set.Select(kind => new StoredChannelKind { ChannelId = channelId, AgencyId = agencyId, Kind = kind.Key, IsChosen = kind.Value, ChangedAt = time.GetUtcNow(), ChangedByName = actor.Name }));
        await audit.RecordAsync(actor, agencyId, "channel.kindsSet", $"channel/{channelId}", before, set.ToDictionary(kind => kind.Key.ToString(), kind => kind.Value), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task<(Channel Channel, string Path, string OwnerPath)?> FindAsync(long channelId, int agencyId, Actor actor, CancellationToken cancellation)
    {
        var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == agencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
        if (path is null || !Gate.May(actor, Act.ManageChannels, path))
        {
            return null;
        }

        var channel = await (
            from found in db.Channels.AsNoTracking()
            join owner in db.Agencies.AsNoTracking() on found.AgencyId equals owner.Id
            where found.Id == channelId && (found.AgencyId == agencyId || (found.IncludesBelow && path.StartsWith(owner.Path)))
            select new { found, owner.Path }).SingleOrDefaultAsync(cancellation);
        return channel is null ? null : (channel.found, path, channel.Path);
    }
}

/// <summary>Whether documents of one kind of one agency go to a channel by themselves.</summary>
public sealed class StoredChannelKind
{
    public int AgencyId { get; init; }

    public long ChannelId { get; init; }

    public DocumentKind Kind { get; init; }

    public bool IsChosen { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public required string ChangedByName { get; init; }
}

/// <summary>The kinds of documents at one channel.</summary>
public sealed record ChannelKindList
{
    internal ChannelKindList(Channel channel, string ownerPath, IReadOnlyList<ChannelKindRow> rows) => (Name, Reach, IsForBelow, Rows) = (channel.Name, ownerPath, channel.IncludesBelow, rows);

    public string Name { get; }

    /// <summary>The place in the tree of whose channel it is.</summary>
    public string Reach { get; }

    /// <summary>Whether it is for the agencies below as well.</summary>
    public bool IsForBelow { get; }

    public IReadOnlyList<ChannelKindRow> Rows { get; }
}

/// <summary>A kind of documents at a channel.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Own">Whether it goes there, as the agency has it set; null where it has not.</param>
/// <param name="Above">Whether it would otherwise.</param>
/// <param name="AboveName">Who set that; null where the channel does so with every document.</param>
public sealed record ChannelKindRow(DocumentKind Kind, bool? Own, bool Above, string? AboveName);
