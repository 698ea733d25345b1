using Gongkai.Platform.Channels.WeChat;
using Gongkai.Platform.Channels.Webhooks;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.Deliveries;

/// <summary>Delivers one version to one channel. What is no longer public does not go out; what cannot be delivered is told to those who publish.</summary>
public sealed class DeliverySending(GongkaiDb db, WebhookSending webhooks, WeChatSending articles, DeliveryPlan plan, DocumentTidings tidings, TimeProvider time) : IJobHandler
{
    public const string Kind = "deliveries.send";

    private const int LongestError = 1000;

    // More than one job tries: only something that goes wrong in the program itself comes so far.
    private const int MostTries = 60;

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var id = job.Input<Input>().DeliveryId;
        var delivery = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancellation);
        if (delivery is not { State: DeliveryState.Waiting, VoidAt: null })
        {
            return;
        }

        var channel = await db.Channels.AsNoTracking().SingleAsync(found => found.Id == delivery.ChannelId, cancellation);
        if (!channel.IsOn)
        {
            await StopAsync(delivery, DeliveryState.Stuck, $"渠道“{channel.Name}”已经停用，没有发送。", cancellation);
            return;
        }

        var publication = await db.PublicPublications(time.Today()).SingleOrDefaultAsync(found => found.DocumentId == delivery.DocumentId, cancellation);
        if (delivery.Event == DeliveryEvent.Published ? publication?.ContentVersion != delivery.ContentVersion : publication is not null)
        {
            await CancelAsync(delivery, cancellation);
            return;
        }

        var now = time.GetUtcNow();
        delivery.Tries += delivery.ExternalTask is null ? 1 : 0;
        if (delivery.Tries > MostTries)
        {
            await StopAsync(delivery, DeliveryState.Stuck, $"试了 {MostTries} 次都没有结果，请系统管理员看运行日志。", cancellation);
            return;
        }

        await db.Deliveries.Where(found => found.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.Tries, delivery.Tries).SetProperty(found => found.TriedAt, now), cancellation);
        await TryAsync(job, delivery, channel, publication, cancellation);
    }

    private async Task TryAsync(RunningJob job, Delivery delivery, Channel channel, Publication? publication, CancellationToken cancellation)
    {
        try
        {
            var outcome = delivery.Kind == ChannelKind.Webhook
                ? await webhooks.SendAsync(delivery, channel, publication, cancellation)
                : await articles.SendAsync(delivery, channel, publication!, job.Attempt, cancellation);
            await TakeAsync(delivery, outcome);
        }
        catch (DeliveryRefusedException exception) when (exception.IsFinal || DeliveryPlan.IsLast(job.Attempt))
        {
            await StopAsync(delivery, delivery.Kind == ChannelKind.WeChat && exception.IsUnsure ? DeliveryState.Unknown : DeliveryState.Stuck, exception.Message, CancellationToken.None);
        }
        catch (DeliveryRefusedException exception)
        {
            var error = Bounded(exception.Message);
            await db.Deliveries.Where(found => found.Id == delivery.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.LastError, error), CancellationToken.None);
            throw;
        }
    }

    private async Task TakeAsync(Delivery delivery, DeliveryOutcome outcome)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Done done:
                var now = time.GetUtcNow();
                await db.Deliveries.Where(found => found.Id == delivery.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(found => found.State, DeliveryState.Delivered).SetProperty(found => found.DeliveredAt, now).SetProperty(found => found.LastError, (string?)null)
                        .SetProperty(found => found.ExternalAddress, done.Address)
                        .SetProperty(found => found.TakeDownSince, found => found.Kind == ChannelKind.WeChat && found.VoidAt != null ? found.TakeDownSince ?? now : found.TakeDownSince),
                    CancellationToken.None);
                break;
            case DeliveryOutcome.Later later:
                await plan.EnqueueAsync(delivery.Id, later.Pause, CancellationToken.None);
                break;
            case DeliveryOutcome.Unknown unknown:
                await StopAsync(delivery, DeliveryState.Unknown, unknown.Why, CancellationToken.None);
                break;
        }
    }

    private async Task CancelAsync(Delivery delivery, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var why = delivery.Event == DeliveryEvent.Published ? "文件已不公开，或者已有新的一稿，没有发送。" : "文件又公开了，撤下的通知没有发送。";
        await db.Deliveries.Where(found => found.Id == delivery.Id && found.State == DeliveryState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(found => found.State, DeliveryState.Cancelled).SetProperty(found => found.LastError, why).SetProperty(found => found.VoidAt, now), cancellation);
    }

    /// <summary>Leaves it to a person, and tells those who publish.</summary>
    private async Task StopAsync(Delivery delivery, DeliveryState state, string why, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var error = Bounded(why);
        var stopped = await db.Deliveries.Where(found => found.Id == delivery.Id && found.State == DeliveryState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.State, state).SetProperty(found => found.LastError, error), cancellation);
        if (stopped == 1)
        {
            var text = $"《{delivery.Title}》没有送到{ChannelWords.Of(delivery.Kind)}：{error}";
            await tidings.ToPublishersAsync(delivery.AgencyId, $"没有送达：{delivery.Title}", text, $"/work/deliveries?document={delivery.DocumentId}", $"delivery/{delivery.Id}/{delivery.Tries}", cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static string Bounded(string error) => error.Length <= LongestError ? error : error[..LongestError];

    internal sealed record Input(Guid DeliveryId);
}
