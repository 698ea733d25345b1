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
    /// <summary>The most articles that the platform takes in one publication.</summary>
    public const int MostTogether = 8;

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

        if (!await IsPublicAsync(document, cancellation))
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

    /// <summary>Sends what is public already to an account as one publication: the first is the headline. Either all go, or none.</summary>
    public async Task<TogetherResult> SendTogetherAsync(long channelId, IReadOnlyList<long> documentIds, Actor actor, CancellationToken cancellation)
    {
        if (documentIds.Distinct().Count() != documentIds.Count || documentIds.Count is < 2 or > MostTogether)
        {
            return new(ChannelRefusal.TogetherCount, null);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var documents = new List<Document>();
        foreach (var id in documentIds)
        {
            if (await DocumentAsync(id, actor, cancellation) is not { } document
                || (await plan.ChoicesAsync(id, document.AgencyId, cancellation)).SingleOrDefault(choice => choice.ChannelId == channelId) is not { IsOn: true, Kind: ChannelKind.WeChat })
            {
                return new(ChannelRefusal.NotFound, null);
            }

            if (!await IsPublicAsync(document, cancellation))
            {
                return new(ChannelRefusal.NotPublic, document.Title);
            }

            documents.Add(document);
        }

        if (await plan.AddTogetherAsync(documents, channelId, actor.Name, cancellation) is { } sent)
        {
            return new(ChannelRefusal.SentAlready, sent.Title);
        }

        foreach (var (index, document) in documents.Index())
        {
            await audit.RecordAsync(actor, document.AgencyId, "delivery.orderedTogether", $"document/{document.Id}", before: null, after: new { channelId, Place = index + 1, Of = documents.Count }, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(null, null);
    }

    /// <summary>Tries again. Before anything is sent, the other side is looked through where that can be done.</summary>
    public Task<ChannelRefusal?> TryAgainAsync(Guid deliveryId, string? reason, Actor actor, CancellationToken cancellation) => TakeAsync(deliveryId, "delivery.retried", reason, isReasonNeeded: false, actor, delivery =>
    {
        if (delivery.State is not (DeliveryState.Stuck or DeliveryState.Unknown) || delivery.VoidAt is not null)
        {
            return false;
        }

        delivery.State = DeliveryState.Waiting;
        delivery.HandedOverAt = delivery.Kind == ChannelKind.Webhook ? delivery.HandedOverAt : null;
        return true;
    }, cancellation);

    /// <summary>Says that it is there: somebody looked.</summary>
    public Task<ChannelRefusal?> ConfirmAsync(Guid deliveryId, string? reason, Actor actor, CancellationToken cancellation) => TakeAsync(deliveryId, "delivery.confirmed", reason, isReasonNeeded: true, actor, delivery =>
    {
        if (delivery.State is not (DeliveryState.Stuck or DeliveryState.Unknown))
        {
            return false;
        }

        delivery.State = DeliveryState.Delivered;
        delivery.DeliveredAt = time.GetUtcNow();
        return true;
    }, cancellation);

    /// <summary>Says that it is not to go there.</summary>
    public Task<ChannelRefusal?> GiveUpAsync(Guid deliveryId, string? reason, Actor actor, CancellationToken cancellation) => TakeAsync(deliveryId, "delivery.givenUp", reason, isReasonNeeded: true, actor, delivery =>
    {
        if (delivery.State is not (DeliveryState.Stuck or DeliveryState.Unknown))
        {
            return false;
        }

        delivery.State = DeliveryState.Cancelled;
        delivery.VoidAt ??= time.GetUtcNow();
        return true;
    }, cancellation);

    /// <summary>Says that it was taken down there.</summary>
    public Task<ChannelRefusal?> TakenDownAsync(Guid deliveryId, string? reason, Actor actor, CancellationToken cancellation) => TakeAsync(deliveryId, "delivery.takenDown", reason, isReasonNeeded: true, actor, delivery =>
    {
        if (delivery.TakeDownSince is null || delivery.TakenDownAt is not null)
        {
            return false;
        }

        delivery.TakenDownAt = time.GetUtcNow();
        return true;
    }, cancellation, isOfOne: true);

    /// <summary>Settles a delivery, and in the same way those that go out with it in one publication and stand where it stands.</summary>
    private async Task<ChannelRefusal?> TakeAsync(Guid deliveryId, string action, string? reason, bool isReasonNeeded, Actor actor, Func<Delivery, bool> change, CancellationToken cancellation, bool isOfOne = false)
    {
        var note = reason?.Trim() ?? "";
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var found = await db.Deliveries.FromSql($"SELECT * FROM deliveries WHERE id = {deliveryId} OR bundle_id = (SELECT bundle_id FROM deliveries WHERE id = {deliveryId}) ORDER BY id FOR UPDATE").ToListAsync(cancellation);
        if (found.Find(delivery => delivery.Id == deliveryId) is not { } named || !await MayAsync(named, actor, cancellation))
        {
            return ChannelRefusal.NotFound;
        }

        if ((isReasonNeeded && note.Length == 0) || note.Length > LongestNote)
        {
            return ChannelRefusal.TextMissing;
        }

        var (state, isVoid) = (named.State, named.VoidAt is not null);
        foreach (var delivery in found.Where(delivery => delivery == named || (!isOfOne && delivery.State == state && (delivery.VoidAt is not null) == isVoid)).ToList())
        {
            if (!await MayAsync(delivery, actor, cancellation) || !change(delivery))
            {
                db.ChangeTracker.Clear();
                return ChannelRefusal.WrongState;
            }

            delivery.SettledByName = actor.Name;
            delivery.SettledNote = note.Length == 0 ? null : note;
            await audit.RecordAsync(actor, delivery.AgencyId, action, $"delivery/{delivery.Id}", new { State = state }, new { delivery.State, note = PersonalData.Mask(note) }, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        if (named.State == DeliveryState.Waiting)
        {
            await plan.EnqueueAsync(named.Id, null, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return null;
    }

    private async Task<bool> MayAsync(Delivery delivery, Actor actor, CancellationToken cancellation) => await PathAsync(delivery.AgencyId, cancellation) is { } path && Gate.May(actor, Act.PublishDocuments, path);

    /// <summary>Whether the version that stands is the one that the public reads.</summary>
    private Task<bool> IsPublicAsync(Document document, CancellationToken cancellation) =>
        db.PublicPublications(time.Today()).AnyAsync(publication => publication.DocumentId == document.Id && publication.ContentVersion == document.ContentVersion, cancellation);

    private async Task<Document?> DocumentAsync(long documentId, Actor actor, CancellationToken cancellation)
    {
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(found => found.Id == documentId, cancellation);
        return document is not null && await PathAsync(document.AgencyId, cancellation) is { } path && Gate.May(actor, Act.PublishDocuments, path) ? document : null;
    }

    private Task<string?> PathAsync(int agencyId, CancellationToken cancellation) => db.Agencies.AsNoTracking().Where(agency => agency.Id == agencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
}

/// <summary>What came of sending several together.</summary>
/// <param name="Refusal">Why none was sent; null where all were.</param>
/// <param name="Title">The document that it is about.</param>
public sealed record TogetherResult(ChannelRefusal? Refusal, string? Title);
