using Gongkai.Platform.Channels.WeChat;
using Gongkai.Platform.Channels.Webhooks;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.Deliveries;

/// <summary>Delivers one version, or several articles as one publication, to one channel. What is no longer public does not go out; what cannot be delivered is told to those who publish.</summary>
public sealed class DeliverySending(GongkaiDb db, WebhookSending webhooks, WeChatSending articles, DeliveryPlan plan, DocumentTidings tidings, TimeProvider time) : IJobHandler
{
    public const string Kind = "deliveries.send";

    private const int LongestError = 1000;

    // More than one job tries: only something that goes wrong in the program itself comes so far.
    private const int MostTries = 60;

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var id = job.Input<Input>().DeliveryId;
        var deliveries = await db.Deliveries.AsNoTracking()
            .Where(found => found.Id == id || db.Deliveries.Any(own => own.Id == id && own.BundleId != null && own.BundleId == found.BundleId))
            .Where(found => found.State == DeliveryState.Waiting && found.VoidAt == null).OrderBy(found => found.Place).ToListAsync(cancellation);
        if (deliveries.Count == 0)
        {
            return;
        }

        var channelId = deliveries[0].ChannelId;
        var channel = await db.Channels.AsNoTracking().SingleAsync(found => found.Id == channelId, cancellation);
        if (!channel.IsOn)
        {
            await StopAsync(deliveries, DeliveryState.Stuck, $"渠道“{channel.Name}”已经停用，没有发送。", cancellation);
            return;
        }

        if (await CurrentAsync(deliveries, cancellation) is not { Items.Count: > 0 } parcel)
        {
            return;
        }

        var now = time.GetUtcNow();
        var tries = parcel.First.Tries += parcel.First.ExternalTask is null ? 1 : 0;
        if (tries > MostTries)
        {
            await StopAsync(parcel.Deliveries, DeliveryState.Stuck, $"试了 {MostTries} 次都没有结果，请系统管理员看运行日志。", cancellation);
            return;
        }

        await db.Deliveries.Where(found => parcel.Ids.Contains(found.Id)).ExecuteUpdateAsync(set => set.SetProperty(found => found.Tries, tries).SetProperty(found => found.TriedAt, now), cancellation);
        await TryAsync(job, parcel, channel, cancellation);
    }

    /// <summary>Those that are still to go out, each with what the public reads; the others are cancelled.</summary>
    private async Task<Parcel> CurrentAsync(List<Delivery> deliveries, CancellationToken cancellation)
    {
        var items = new List<ParcelItem>();
        foreach (var delivery in deliveries)
        {
            var publication = await db.PublicPublications(time.Today()).SingleOrDefaultAsync(found => found.DocumentId == delivery.DocumentId, cancellation);
            if (delivery.Event == DeliveryEvent.Published ? publication?.ContentVersion != delivery.ContentVersion : publication is not null)
            {
                await CancelAsync(delivery, cancellation);
            }
            else
            {
                items.Add(new ParcelItem(delivery, publication));
            }
        }

        var bundle = deliveries[0].BundleId;
        var isBroken = bundle is not null && await db.Deliveries.AnyAsync(found => found.BundleId == bundle && found.VoidAt != null && found.TakeDownSince != null, cancellation);
        return new Parcel(items, isBroken);
    }

    private async Task TryAsync(RunningJob job, Parcel parcel, Channel channel, CancellationToken cancellation)
    {
        try
        {
            var outcome = channel.Kind == ChannelKind.Webhook
                ? await webhooks.SendAsync(parcel.First, channel, parcel.Items[0].Publication, cancellation)
                : await articles.SendAsync(parcel, channel, job.Attempt, cancellation);
            await TakeAsync(parcel, outcome);
        }
        catch (DeliveryRefusedException exception) when (exception.IsFinal || DeliveryPlan.IsLast(job.Attempt))
        {
            await StopAsync(parcel.Deliveries, channel.Kind == ChannelKind.WeChat && exception.IsUnsure ? DeliveryState.Unknown : DeliveryState.Stuck, exception.Message, CancellationToken.None);
        }
        catch (DeliveryRefusedException exception)
        {
            var error = Bounded(exception.Message);
            await db.Deliveries.Where(found => parcel.Ids.Contains(found.Id)).ExecuteUpdateAsync(set => set.SetProperty(found => found.LastError, error), CancellationToken.None);
            throw;
        }
    }

    private async Task TakeAsync(Parcel parcel, DeliveryOutcome outcome)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Done done:
                var now = time.GetUtcNow();
                foreach (var (index, id) in parcel.Ids.Index())
                {
                    var address = done.Addresses.ElementAtOrDefault(index);
                    await db.Deliveries.Where(found => found.Id == id).ExecuteUpdateAsync(
                        set => set.SetProperty(found => found.State, DeliveryState.Delivered).SetProperty(found => found.DeliveredAt, now).SetProperty(found => found.LastError, (string?)null)
                            .SetProperty(found => found.ExternalAddress, address)
                            .SetProperty(found => found.TakeDownSince, found => found.Kind == ChannelKind.WeChat && found.VoidAt != null ? found.TakeDownSince ?? now : found.TakeDownSince),
                        CancellationToken.None);
                }

                break;
            case DeliveryOutcome.Later later:
                await plan.EnqueueAsync(parcel.First.Id, later.Pause, CancellationToken.None);
                break;
            case DeliveryOutcome.Unknown unknown:
                await StopAsync(parcel.Deliveries, DeliveryState.Unknown, unknown.Why, CancellationToken.None);
                break;
        }
    }

    private async Task CancelAsync(Delivery delivery, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var why = delivery.Event == DeliveryEvent.Published ? "文件已不公开，或者已有新的一稿，没有发送。" : "文件又公开了，撤下的通知没有发送。";
        await db.Deliveries.Where(found => found.Id == delivery.Id && found.State == DeliveryState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(found => found.State, DeliveryState.Cancelled).SetProperty(found => found.LastError, why).SetProperty(found => found.VoidAt, now)
                .SetProperty(found => found.TakeDownSince, found => found.Kind == ChannelKind.WeChat && (found.HandedOverAt != null || found.ExternalId != null) ? now : found.TakeDownSince),
            cancellation);
    }

    /// <summary>Leaves it to a person, and tells those who publish.</summary>
    private async Task StopAsync(IReadOnlyList<Delivery> deliveries, DeliveryState state, string why, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var error = Bounded(why);
        foreach (var delivery in deliveries)
        {
            var stopped = await db.Deliveries.Where(found => found.Id == delivery.Id && found.State == DeliveryState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(found => found.State, state).SetProperty(found => found.LastError, error), cancellation);
            if (stopped == 1)
            {
                var text = $"《{delivery.Title}》没有送到{ChannelWords.Of(delivery.Kind)}：{error}";
                await tidings.ToPublishersAsync(delivery.AgencyId, $"没有送达：{delivery.Title}", text, $"/work/deliveries?document={delivery.DocumentId}", $"delivery/{delivery.Id}/{delivery.Tries}", cancellation);
            }
        }

        await transaction.CommitAsync(cancellation);
    }

    private static string Bounded(string error) => error.Length <= LongestError ? error : error[..LongestError];

    internal sealed record Input(Guid DeliveryId);
}
