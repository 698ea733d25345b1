using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.Deliveries;

/// <summary>What is read of deliveries by those at work, in the own part of the tree.</summary>
public sealed class DeliveryQueries(GongkaiDb db, DeliveryPlan plan)
{
    public const int MostExported = 20_000;

    private const int PageSize = 50;
    private const int MostUnsent = 60;

    /// <summary>A page of the list: what waits for a person first, then the newest.</summary>
    public async Task<Page<DeliveryRow>> ListAsync(DeliveryFilter filter, Actor actor, string? after, CancellationToken cancellation)
    {
        var deliveries = Matching(filter, actor);
        var isOpen = filter.State is null && !filter.MustTakeDown;
        var first = isOpen && after is null ? await Rows(deliveries.Where(delivery => delivery.State == DeliveryState.Stuck || delivery.State == DeliveryState.Unknown || (delivery.TakeDownSince != null && delivery.TakenDownAt == null)).OrderByDescending(delivery => delivery.Id).Take(PageSize)).ToListAsync(cancellation) : [];
        if (isOpen)
        {
            deliveries = deliveries.Where(delivery => delivery.State != DeliveryState.Stuck && delivery.State != DeliveryState.Unknown && (delivery.TakeDownSince == null || delivery.TakenDownAt != null));
        }

        if (Guid.TryParse(after, out var last))
        {
            deliveries = deliveries.Where(delivery => delivery.Id.CompareTo(last) < 0);
        }

        var rest = await Rows(deliveries.OrderByDescending(delivery => delivery.Id).Take(PageSize + 1)).ToListAsync(cancellation);
        return new Page<DeliveryRow>([.. first, .. rest.Take(PageSize)], rest.Count > PageSize ? rest[PageSize - 1].Id.ToString() : null);
    }

    public Task<List<DeliveryRow>> ExportAsync(DeliveryFilter filter, Actor actor, CancellationToken cancellation) =>
        Rows(Matching(filter, actor).OrderByDescending(delivery => delivery.Id).Take(MostExported)).ToListAsync(cancellation);

    /// <summary>Where a document went, the newest first.</summary>
    public Task<List<DeliveryRow>> OfDocumentAsync(long documentId, Actor actor, CancellationToken cancellation) =>
        Rows(Matching(new DeliveryFilter { DocumentId = documentId }, actor).OrderByDescending(delivery => delivery.Id)).ToListAsync(cancellation);

    public Task<DeliveryRow?> FindAsync(Guid deliveryId, Actor actor, CancellationToken cancellation) =>
        Rows(Matching(new DeliveryFilter(), actor).Where(delivery => delivery.Id == deliveryId)).SingleOrDefaultAsync(cancellation);

    /// <summary>The channels that a document can go to; none where the person may not see it.</summary>
    public async Task<IReadOnlyList<ChannelChoice>> ChoicesAsync(long documentId, Actor actor, CancellationToken cancellation)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewDocuments));
        var agency = await db.Documents.AsNoTracking().Where(document => document.Id == documentId && agencies.Any(found => found.Id == document.AgencyId)).Select(document => (int?)document.AgencyId).SingleOrDefaultAsync(cancellation);
        return agency is { } id ? await plan.ChoicesAsync(documentId, id, cancellation) : [];
    }

    /// <summary>The official accounts to which this person can send documents.</summary>
    public async Task<IReadOnlyList<ChannelChoice>> AccountsAsync(Actor actor, CancellationToken cancellation)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.PublishDocuments));
        return await (
            from channel in db.Channels.AsNoTracking()
            join owner in db.Agencies.AsNoTracking() on channel.AgencyId equals owner.Id
            where channel.Kind == ChannelKind.WeChat && channel.IsOn && agencies.Any(agency => agency.Id == channel.AgencyId || (channel.IncludesBelow && agency.Path.StartsWith(owner.Path)))
            orderby channel.Id
            select new ChannelChoice(channel.Id, channel.Kind, channel.Name, owner.ShortName ?? owner.Name, channel.IsOn, channel.IsAutomatic)).ToListAsync(cancellation);
    }

    /// <summary>What this person can send to an account and what has not gone there, the newest first.</summary>
    public async Task<IReadOnlyList<TogetherRow>> UnsentAsync(long channelId, DateOnly today, Actor actor, CancellationToken cancellation)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.PublishDocuments));
        return await (
            from publication in db.PublicPublications(today)
            join agency in agencies on publication.AgencyId equals agency.Id
            join document in db.Documents.AsNoTracking() on publication.DocumentId equals document.Id
            from channel in db.Channels.AsNoTracking().Where(found => found.Id == channelId && (found.AgencyId == agency.Id || (found.IncludesBelow && db.Agencies.Any(owner => owner.Id == found.AgencyId && agency.Path.StartsWith(owner.Path)))))
            where document.ContentVersion == publication.ContentVersion
                && !db.Deliveries.Any(delivery => delivery.DocumentId == publication.DocumentId && delivery.ContentVersion == publication.ContentVersion && delivery.ChannelId == channelId && delivery.Event == DeliveryEvent.Published && delivery.VoidAt == null)
            orderby publication.UpdatedAt descending, publication.DocumentId descending
            select new TogetherRow(publication.DocumentId, publication.Title, publication.Kind, agency.ShortName ?? agency.Name, publication.UpdatedAt)).Take(MostUnsent).ToListAsync(cancellation);
    }

    private IQueryable<Delivery> Matching(DeliveryFilter filter, Actor actor)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewDocuments));
        var deliveries = db.Deliveries.AsNoTracking().Where(delivery => agencies.Any(agency => agency.Id == delivery.AgencyId));
        deliveries = filter.Kind is { } kind ? deliveries.Where(delivery => delivery.Kind == kind) : deliveries;
        deliveries = filter.State is { } state ? deliveries.Where(delivery => delivery.State == state) : deliveries;
        deliveries = filter.MustTakeDown ? deliveries.Where(delivery => delivery.TakeDownSince != null && delivery.TakenDownAt == null) : deliveries;
        deliveries = filter.AgencyId is { } agencyId ? deliveries.Where(delivery => delivery.AgencyId == agencyId) : deliveries;
        return filter.DocumentId is { } document ? deliveries.Where(delivery => delivery.DocumentId == document) : deliveries;
    }

    private IQueryable<DeliveryRow> Rows(IQueryable<Delivery> deliveries) =>
        from delivery in deliveries
        join channel in db.Channels.AsNoTracking() on delivery.ChannelId equals channel.Id
        join agency in db.Agencies.AsNoTracking() on delivery.AgencyId equals agency.Id
        select new DeliveryRow
        {
            Id = delivery.Id, DocumentId = delivery.DocumentId, Title = delivery.Title, Version = delivery.ContentVersion, AgencyId = agency.Id, AgencyPath = agency.Path, AgencyName = agency.ShortName ?? agency.Name, ChannelName = channel.Name,
            Kind = delivery.Kind, Mode = channel.Mode, Event = delivery.Event, State = delivery.State, Tries = delivery.Tries, CreatedAt = delivery.CreatedAt, CreatedByName = delivery.CreatedByName, TriedAt = delivery.TriedAt, DeliveredAt = delivery.DeliveredAt,
            LastError = delivery.LastError, ExternalAddress = delivery.ExternalAddress, MustTakeDown = delivery.TakeDownSince != null && delivery.TakenDownAt == null, TakenDownAt = delivery.TakenDownAt,
            SettledByName = delivery.SettledByName, SettledNote = delivery.SettledNote, IsVoid = delivery.VoidAt != null, Together = delivery.BundleId == null ? 0 : db.Deliveries.Count(other => other.BundleId == delivery.BundleId),
        };
}

/// <summary>Which deliveries a list shows; null leaves it open.</summary>
public sealed record DeliveryFilter
{
    public ChannelKind? Kind { get; init; }

    public DeliveryState? State { get; init; }

    /// <summary>Only what has to be taken down at the other side.</summary>
    public bool MustTakeDown { get; init; }

    public int? AgencyId { get; init; }

    public long? DocumentId { get; init; }
}

/// <summary>A document that can go to an account together with others.</summary>
public sealed record TogetherRow(long DocumentId, string Title, DocumentKind Kind, string AgencyName, DateTimeOffset PublishedAt);

/// <summary>A delivery in a list.</summary>
public sealed record DeliveryRow
{
    public required Guid Id { get; init; }

    public required long DocumentId { get; init; }

    public required string Title { get; init; }

    public required int Version { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyPath { get; init; }

    public required string AgencyName { get; init; }

    public required string ChannelName { get; init; }

    public required ChannelKind Kind { get; init; }

    public required ChannelMode Mode { get; init; }

    public required DeliveryEvent Event { get; init; }

    public required DeliveryState State { get; init; }

    public required int Tries { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedByName { get; init; }

    public required DateTimeOffset? TriedAt { get; init; }

    public required DateTimeOffset? DeliveredAt { get; init; }

    public required string? LastError { get; init; }

    public required string? ExternalAddress { get; init; }

    public required bool MustTakeDown { get; init; }

    public required DateTimeOffset? TakenDownAt { get; init; }

    public required string? SettledByName { get; init; }

    public required string? SettledNote { get; init; }

    public required bool IsVoid { get; init; }

    /// <summary>How many articles the publication has that it is one of; 0 where it goes alone.</summary>
    public int Together { get; init; }

    /// <summary>Whether a person has to look at it.</summary>
    public bool IsOpen => State is DeliveryState.Stuck or DeliveryState.Unknown || MustTakeDown;
}
