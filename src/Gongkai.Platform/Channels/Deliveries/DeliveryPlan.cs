using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels.Subscriptions;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.Deliveries;

/// <summary>Writes what is to be delivered, in the transaction that publishes a document or takes it off.</summary>
public sealed class DeliveryPlan(GongkaiDb db, JobQueue jobs, TimeProvider time)
{
    private const int MostTries = 9;

    private static readonly TimeSpan UntilItsWordsAreFound = TimeSpan.FromSeconds(30);

    /// <summary>A version is published: it goes to the channels that are chosen, and what waited of an older one goes nowhere any more.</summary>
    internal async Task PublishedAsync(Document document, Actor actor, CancellationToken cancellation)
    {
        await VoidAsync(document.Id, "已有新的一稿发布，这一稿不再发送。", cancellation);
        foreach (var choice in await ChoicesAsync(document.Id, document.AgencyId, cancellation))
        {
            if (choice is { IsChosen: true, IsOn: true })
            {
                await AddAsync(document, choice.ChannelId, choice.Kind, DeliveryEvent.Published, actor.Name, cancellation);
            }
        }

        await jobs.EnqueueAsync(new NewJob<TellSubscribers.Input>(TellSubscribers.Kind, new(document.Id)) { RunAfter = time.GetUtcNow() + UntilItsWordsAreFound, AgencyId = document.AgencyId }, cancellation);
    }

    /// <summary>A document is taken off: what waits goes nowhere; where it may be already, it is taken back or a person is told to.</summary>
    internal async Task TakenOffAsync(Document document, Actor actor, CancellationToken cancellation)
    {
        await VoidAsync(document.Id, "文件已不公开，没有发送。", cancellation);
        var hooks = await (
            from delivery in db.Deliveries.AsNoTracking()
            join channel in db.Channels.AsNoTracking() on delivery.ChannelId equals channel.Id
            where delivery.DocumentId == document.Id && delivery.Kind == ChannelKind.Webhook && delivery.Event == DeliveryEvent.Published && delivery.HandedOverAt != null
            select channel.Id).Distinct().ToListAsync(cancellation);
        foreach (var channel in hooks)
        {
            await AddAsync(document, channel, ChannelKind.Webhook, DeliveryEvent.Withdrawn, actor.Name, cancellation);
        }
    }

    /// <summary>The channels that a document of an agency can go to, with what is chosen for it.</summary>
    internal async Task<IReadOnlyList<ChannelChoice>> ChoicesAsync(long documentId, int agencyId, CancellationToken cancellation)
    {
        var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == agencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        var kind = await db.Documents.AsNoTracking().Where(document => document.Id == documentId).Select(document => document.Kind).SingleAsync(cancellation);
        return await (
            from channel in db.Channels.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on channel.AgencyId equals agency.Id
            where channel.AgencyId == agencyId || (channel.IncludesBelow && path.StartsWith(agency.Path))
            orderby channel.Id
            select new ChannelChoice(
                channel.Id, channel.Kind, channel.Name, agency.ShortName ?? agency.Name, channel.IsOn,
                db.DocumentChannels.Where(chosen => chosen.DocumentId == documentId && chosen.ChannelId == channel.Id).Select(chosen => (bool?)chosen.IsChosen).FirstOrDefault()
                    ?? (from set in db.ChannelKinds
                        join above in db.Agencies on set.AgencyId equals above.Id
                        where set.ChannelId == channel.Id && set.Kind == kind && path.StartsWith(above.Path)
                        orderby above.Path.Length descending
                        select (bool?)set.IsChosen).FirstOrDefault()
                    ?? channel.IsAutomatic)).ToListAsync(cancellation);
    }

    /// <summary>Adds one delivery, unless the version has one to that channel already.</summary>
    /// <returns>False where it has.</returns>
    internal async Task<bool> AddAsync(Document document, long channelId, ChannelKind kind, DeliveryEvent what, string byName, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        if (!await AddAsync(id, document, channelId, kind, what, byName, null, 0, cancellation))
        {
            return false;
        }

        await EnqueueAsync(id, null, cancellation);
        return true;
    }

    /// <summary>Adds the deliveries of documents that go to an account as one publication, in their order.</summary>
    /// <returns>The document that has a delivery to that account already; null where all were added.</returns>
    internal async Task<Document?> AddTogetherAsync(IReadOnlyList<Document> documents, long channelId, string byName, CancellationToken cancellation)
    {
        var bundle = Guid.CreateVersion7(time.GetUtcNow());
        foreach (var (index, document) in documents.Index())
        {
            if (!await AddAsync(index == 0 ? bundle : Guid.CreateVersion7(time.GetUtcNow()), document, channelId, ChannelKind.WeChat, DeliveryEvent.Published, byName, bundle, index + 1, cancellation))
            {
                return document;
            }
        }

        await EnqueueAsync(bundle, null, cancellation);
        return null;
    }

    private async Task<bool> AddAsync(Guid id, Document document, long channelId, ChannelKind kind, DeliveryEvent what, string byName, Guid? bundle, int place, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (state, happened, kindName, version, title, agency) = (nameof(DeliveryState.Waiting), what.ToString(), kind.ToString(), document.ContentVersion, document.Title, document.AgencyId);
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO deliveries (id, document_id, agency_id, content_version, channel_id, kind, event, state, title, tries, created_at, created_by_name, bundle_id, place)
            VALUES ({id}, {document.Id}, {agency}, {version}, {channelId}, {kindName}, {happened}, {state}, {title}, 0, {now}, {byName}, {bundle}, {place})
            ON CONFLICT (document_id, content_version, channel_id, event) WHERE void_at IS NULL DO NOTHING
            """,
            cancellation) == 1;
    }

    /// <summary>Puts the job of a delivery, and of those that go out with it, into the queue.</summary>
    internal async Task EnqueueAsync(Guid id, TimeSpan? pause, CancellationToken cancellation)
    {
        var job = await jobs.EnqueueAsync(
            new NewJob<DeliverySending.Input>(DeliverySending.Kind, new DeliverySending.Input(id)) { MaxAttempts = MostTries, RunAfter = pause is { } length ? time.GetUtcNow() + length : null }, cancellation);
        await db.Deliveries.Where(delivery => delivery.Id == id || db.Deliveries.Any(own => own.Id == id && own.BundleId != null && own.BundleId == delivery.BundleId))
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.JobId, job), cancellation);
    }

    /// <summary>Whether a failed try was the last that is made by itself.</summary>
    internal static bool IsLast(int attempt) => attempt >= MostTries;

    private async Task VoidAsync(long documentId, string why, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var open = db.Deliveries.Where(delivery => delivery.DocumentId == documentId && delivery.VoidAt == null);
        await open.Where(delivery => delivery.Kind == ChannelKind.WeChat && (delivery.State == DeliveryState.Delivered || delivery.State == DeliveryState.Unknown || delivery.HandedOverAt != null || delivery.ExternalId != null))
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.TakeDownSince, now), cancellation);
        await open.Where(delivery => delivery.State == DeliveryState.Waiting || delivery.State == DeliveryState.Stuck)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Cancelled).SetProperty(delivery => delivery.LastError, why), cancellation);
        await open.ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.VoidAt, now), cancellation);
    }
}

/// <summary>A channel that a document can go to.</summary>
public sealed record ChannelChoice(long ChannelId, ChannelKind Kind, string Name, string AgencyName, bool IsOn, bool IsChosen);
