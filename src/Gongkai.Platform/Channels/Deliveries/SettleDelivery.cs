using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.Deliveries;

/// <summary>What a person decides of deliveries: which channels a document goes to, try again, settle by hand.</summary>
public sealed class SettleDelivery(GongkaiDb db, DeliveryPlan plan, AuditTrail audit, TimeProvider time)
{
    private const int LongestNote = 500;

    /// <summary>Chooses the channels of a document before it is published.</summary>
    public async Task<ChannelRefusal?> ChooseAsync(long documentId, IReadOnlyCollection<long> channels, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await DocumentAsync(documentId, actor, cancellation) is not { } document)
        {
            return ChannelRefusal.NotFound;
        }

        var now = time.GetUtcNow();
        foreach (var choice in await plan.ChoicesAsync(documentId, document.AgencyId, cancellation))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO document_channels (document_id, channel_id, is_chosen, by_name, at) VALUES ({documentId}, {choice.ChannelId}, {channels.Contains(choice.ChannelId)}, {actor.Name}, {now})
                ON CONFLICT (document_id, channel_id) DO UPDATE SET is_chosen = excluded.is_chosen, by_name = excluded.by_name, at = excluded.at
                """,
                cancellation);
        }

        await audit.RecordAsync(actor, document.AgencyId, "document.channelsChosen", $"document/{documentId}", before: null, after: new { channels }, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Sends what is public already to one more channel.</summary>
    public async Task<ChannelRefusal?> SendAsync(long documentId, long channelId, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await DocumentAsync(documentId, actor, cancellation) is not { } document || (await plan.ChoicesAsync(documentId, document.AgencyId, cancellation)).SingleOrDefault(choice => choice.ChannelId == channelId) is not { IsOn: true } channel)
        {
            return ChannelRefusal.NotFound;
        }

        var version = await db.PublicPublications(time.Today()).Where(publication => publication.DocumentId == documentId).Select(publication => (int?)publication.ContentVersion).SingleOrDefaultAsync(cancellation);
        if (version != document.ContentVersion)
        {
            return ChannelRefusal.NotPublic;
        }

        if (!await plan.AddAsync(document, channelId, channel.Kind, DeliveryEvent.Published, actor.Name, cancellation))
        {
            return ChannelRefusal.WrongState;
        }

        await audit.RecordAsync(actor, document.AgencyId, "delivery.ordered", $"document/{documentId}", before: null, after: new { channel.Name }, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Tries again. Before anything is sent, the other side is looked through where that can be done.</summary>
    public Task<ChannelRefusal?> TryAgainAsync(Guid deliveryId, string? reason, Actor actor, CancellationToken cancellation) => TakeAsync(deliveryId, "delivery.retried", reason, isReasonNeeded: false, actor, async delivery =>
    {
        if (delivery.State is not (DeliveryState.Stuck or DeliveryState.Unknown) || delivery.VoidAt is not null)
        {
            return false;
        }

        delivery.State = DeliveryState.Waiting;
        delivery.HandedOverAt = delivery.Kind == ChannelKind.Webhook ? delivery.HandedOverAt : null;
        await plan.EnqueueAsync(delivery.Id, null, cancellation);
        return true;
    }, cancellation);

    /// <summary>Says that it is there: somebody looked.</summary>
    public Task<ChannelRefusal?> ConfirmAsync(Guid deliveryId, string? reason, Actor actor, CancellationToken cancellation) => TakeAsync(deliveryId, "delivery.confirmed", reason, isReasonNeeded: true, actor, delivery =>
    {
        if (delivery.State is not (DeliveryState.Stuck or DeliveryState.Unknown))
        {
            return Task.FromResult(false);
        }

        delivery.State = DeliveryState.Delivered;
        delivery.DeliveredAt = time.GetUtcNow();
        return Task.FromResult(true);
    }, cancellation);

    /// <summary>Says that it is not to go there.</summary>
    public Task<ChannelRefusal?> GiveUpAsync(Guid deliveryId, string? reason, Actor actor, CancellationToken cancellation) => TakeAsync(deliveryId, "delivery.givenUp", reason, isReasonNeeded: true, actor, delivery =>
    {
        if (delivery.State is not (DeliveryState.Stuck or DeliveryState.Unknown))
        {
            return Task.FromResult(false);
        }

        delivery.State = DeliveryState.Cancelled;
        delivery.VoidAt ??= time.GetUtcNow();
        return Task.FromResult(true);
    }, cancellation);

    /// <summary>Says that it was taken down there.</summary>
    public Task<ChannelRefusal?> TakenDownAsync(Guid deliveryId, string? reason, Actor actor, CancellationToken cancellation) => TakeAsync(deliveryId, "delivery.takenDown", reason, isReasonNeeded: true, actor, delivery =>
    {
        if (delivery.TakeDownSince is null || delivery.TakenDownAt is not null)
        {
            return Task.FromResult(false);
        }

        delivery.TakenDownAt = time.GetUtcNow();
        return Task.FromResult(true);
    }, cancellation);

    private async Task<ChannelRefusal?> TakeAsync(Guid deliveryId, string action, string? reason, bool isReasonNeeded, Actor actor, Func<Delivery, Task<bool>> change, CancellationToken cancellation)
    {
        var note = reason?.Trim() ?? "";
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var delivery = await db.Deliveries.FromSql($"SELECT * FROM deliveries WHERE id = {deliveryId} FOR UPDATE").SingleOrDefaultAsync(cancellation);
        if (delivery is null || await PathAsync(delivery.AgencyId, cancellation) is not { } path || !Gate.May(actor, Act.PublishDocuments, path))
        {
            return ChannelRefusal.NotFound;
        }

        if ((isReasonNeeded && note.Length == 0) || note.Length > LongestNote)
        {
            return ChannelRefusal.TextMissing;
        }

        var before = new { delivery.State };
        if (!await change(delivery))
        {
            db.ChangeTracker.Clear();
            return ChannelRefusal.WrongState;
        }

        delivery.SettledByName = actor.Name;
        delivery.SettledNote = note.Length == 0 ? null : note;
        await audit.RecordAsync(actor, delivery.AgencyId, action, $"delivery/{delivery.Id}", before, new { delivery.State, note = PersonalData.Mask(note) }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    private async Task<Document?> DocumentAsync(long documentId, Actor actor, CancellationToken cancellation)
    {
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(found => found.Id == documentId, cancellation);
        return document is not null && await PathAsync(document.AgencyId, cancellation) is { } path && Gate.May(actor, Act.PublishDocuments, path) ? document : null;
    }

    private Task<string?> PathAsync(int agencyId, CancellationToken cancellation) => db.Agencies.AsNoTracking().Where(agency => agency.Id == agencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
}
