using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels;

/// <summary>What is read of channels by those who set them up.</summary>
public sealed class ChannelQueries(GongkaiDb db)
{
    public async Task<IReadOnlyList<ChannelRow>> ListAsync(Actor actor, CancellationToken cancellation) =>
        await Rows(actor).OrderBy(row => row.AgencyId).ThenBy(row => row.Id).ToListAsync(cancellation);

    public Task<ChannelRow?> FindAsync(long channelId, Actor actor, CancellationToken cancellation) => Rows(actor).SingleOrDefaultAsync(row => row.Id == channelId, cancellation);

    /// <summary>The channels of agencies above that are for the agencies of this person as well.</summary>
    public async Task<IReadOnlyList<AboveChannelRow>> AboveAsync(IReadOnlyCollection<int> agencies, CancellationToken cancellation) => await (
        from channel in db.Channels.AsNoTracking()
        join owner in db.Agencies.AsNoTracking() on channel.AgencyId equals owner.Id
        from agency in db.Agencies.AsNoTracking()
        where channel.IncludesBelow && channel.IsOn && agencies.Contains(agency.Id) && agency.Id != owner.Id && agency.Path.StartsWith(owner.Path)
        orderby agency.Id, channel.Id
        select new AboveChannelRow(channel.Id, channel.Kind, channel.Name, owner.ShortName ?? owner.Name, agency.Id, agency.ShortName ?? agency.Name)).ToListAsync(cancellation);

    private IQueryable<ChannelRow> Rows(Actor actor) =>
        from channel in db.Channels.AsNoTracking()
        join agency in db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ManageChannels)) on channel.AgencyId equals agency.Id
        select new ChannelRow
        {
            Id = channel.Id, AgencyId = channel.AgencyId, AgencyName = agency.ShortName ?? agency.Name, Kind = channel.Kind, Name = channel.Name, Address = channel.Address, AppId = channel.AppId, Author = channel.Author,
            Mode = channel.Mode, HasCover = channel.CoverBlobId != null, IsAutomatic = channel.IsAutomatic, IncludesBelow = channel.IncludesBelow, IsOn = channel.IsOn, TestedAt = channel.TestedAt, TestResult = channel.TestResult,
            HasKinds = db.ChannelKinds.Any(kind => kind.ChannelId == channel.Id && kind.AgencyId == channel.AgencyId), Version = channel.Version, Open = db.Deliveries.Count(delivery => delivery.ChannelId == channel.Id && (delivery.State == DeliveryState.Stuck || delivery.State == DeliveryState.Unknown)),
        };
}

/// <summary>A channel of an agency above, for an agency below.</summary>
public sealed record AboveChannelRow(long ChannelId, ChannelKind Kind, string Name, string OwnerName, int AgencyId, string AgencyName);

/// <summary>A channel as it is set up, without its secret.</summary>
public sealed record ChannelRow
{
    public required long Id { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required ChannelKind Kind { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    public required string AppId { get; init; }

    public required string Author { get; init; }

    public required ChannelMode Mode { get; init; }

    public required bool HasCover { get; init; }

    public required bool IsAutomatic { get; init; }

    public required bool IncludesBelow { get; init; }

    /// <summary>Whether its agency has set which kinds go there.</summary>
    public required bool HasKinds { get; init; }

    public required bool IsOn { get; init; }

    public required DateTimeOffset? TestedAt { get; init; }

    public required string? TestResult { get; init; }

    public required uint Version { get; init; }

    /// <summary>Deliveries that wait for a person.</summary>
    public required int Open { get; init; }
}
