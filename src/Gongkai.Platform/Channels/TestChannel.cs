using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Channels.WeChat;
using Gongkai.Platform.Channels.Webhooks;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels;

/// <summary>Tries the way to the other side of a channel and says what it answered.</summary>
public sealed class TestChannel(GongkaiDb db, WebhookSending webhooks, WeChatApi api, AuditTrail audit, TimeProvider time)
{
    public async Task<Result> RunAsync(long channelId, Actor actor, CancellationToken cancellation)
    {
        var channel = await db.Channels.AsNoTracking().SingleOrDefaultAsync(found => found.Id == channelId, cancellation);
        var path = channel is null ? null : await db.Agencies.AsNoTracking().Where(agency => agency.Id == channel.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        if (path is null || !Gate.May(actor, Act.ManageChannels, path))
        {
            return new Result(ChannelRefusal.NotFound, null);
        }

        var answer = await TryAsync(channel!, cancellation);
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Channels.Where(found => found.Id == channelId).ExecuteUpdateAsync(set => set.SetProperty(found => found.TestedAt, now).SetProperty(found => found.TestResult, answer), cancellation);
        await audit.RecordAsync(actor, channel!.AgencyId, "channel.tested", $"channel/{channelId}", before: null, after: new { answer }, cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(null, answer);
    }

    private async Task<string?> TryAsync(Channel channel, CancellationToken cancellation)
    {
        try
        {
            await (channel.Kind == ChannelKind.Webhook ? webhooks.TestAsync(channel, cancellation) : api.TestAsync(channel, cancellation));
            return null;
        }
        catch (DeliveryRefusedException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>What the other side answered; null where all is well.</summary>
    public sealed record Result(ChannelRefusal? Refusal, string? Answer);
}
