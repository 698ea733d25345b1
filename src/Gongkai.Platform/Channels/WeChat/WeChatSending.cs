using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.WeChat;

/// <summary>Brings a document into an official account: a draft, and where the account wants it a publication. Before anything is sent a second time the account is looked through, so that a version never stands there twice.</summary>
public sealed class WeChatSending(GongkaiDb db, WeChatApi api, WeChatArticles articles, TimeProvider time)
{
    private const int LooksForAnUnsurePublication = 4;
    private const int InvalidMedia = 40007;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPublishing = TimeSpan.FromHours(6);

    internal async Task<DeliveryOutcome> SendAsync(Delivery delivery, Channel account, Publication publication, int attempt, CancellationToken cancellation)
    {
        var source = await articles.SourceAddressAsync(delivery, cancellation);
        if (delivery.ExternalTask is { } task)
        {
            return await LookAsync(delivery, account, task, cancellation);
        }

        if (delivery.ExternalId is null && (delivery.HandedOverAt is not null || delivery.Tries > 1) && await FoundAsync(delivery, account, source, cancellation) is { } found)
        {
            return found;
        }

        if (delivery.ExternalId is null && !await AddAsync(delivery, account, publication, source, cancellation))
        {
            return new DeliveryOutcome.Unknown("另一台服务器正在发送同一份，请稍后看结果。");
        }

        if (account.Mode == ChannelMode.DraftOnly)
        {
            return new DeliveryOutcome.Done();
        }

        if (delivery.HandedOverAt is not null)
        {
            return await FindPublishedAsync(account, source, attempt, cancellation);
        }

        return await SubmitAsync(delivery, account, cancellation);
    }

    /// <summary>Looks whether the account has it already: published, or as a draft, with which the work goes on.</summary>
    private async Task<DeliveryOutcome?> FoundAsync(Delivery delivery, Channel account, string source, CancellationToken cancellation)
    {
        if (await api.FindPublishedAsync(account, source, cancellation) is { } address)
        {
            return new DeliveryOutcome.Done(address);
        }

        delivery.ExternalId = await api.FindDraftAsync(account, source, cancellation);
        delivery.HandedOverAt = null;
        await KeepAsync(delivery);
        return null;
    }

    /// <summary>Adds the draft.</summary>
    /// <returns>False where another node does so now.</returns>
    private async Task<bool> AddAsync(Delivery delivery, Channel account, Publication publication, string source, CancellationToken cancellation)
    {
        var article = await articles.MakeAsync(account, publication, source, cancellation);
        if (!await MarkAsync(delivery, cancellation))
        {
            return false;
        }

        try
        {
            delivery.ExternalId = await api.AddDraftAsync(account, article, CancellationToken.None);
        }
        catch (DeliveryRefusedException exception) when (!exception.IsUnsure)
        {
            delivery.HandedOverAt = null;
            await KeepAsync(delivery);
            if (exception.Code == InvalidMedia)
            {
                await db.Channels.Where(channel => channel.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(channel => channel.CoverMediaId, (string?)null), CancellationToken.None);
            }

            throw;
        }

        delivery.HandedOverAt = null;
        await KeepAsync(delivery);
        return true;
    }

    private async Task<DeliveryOutcome> SubmitAsync(Delivery delivery, Channel account, CancellationToken cancellation)
    {
        if (!await MarkAsync(delivery, cancellation))
        {
            return new DeliveryOutcome.Unknown("另一台服务器正在发送同一份，请稍后看结果。");
        }

        try
        {
            delivery.ExternalTask = await api.SubmitAsync(account, delivery.ExternalId!, CancellationToken.None);
        }
        catch (DeliveryRefusedException exception) when (!exception.IsUnsure)
        {
            delivery.HandedOverAt = null;
            delivery.ExternalId = exception.Code == InvalidMedia ? null : delivery.ExternalId;
            await KeepAsync(delivery);
            throw exception.Code == InvalidMedia ? new DeliveryRefusedException("草稿在公众号后台被删除，或者已经由人发布。请到后台看看，再决定是重试还是注明已发布。", isFinal: true) : exception;
        }

        await KeepAsync(delivery);
        return new DeliveryOutcome.Later(FirstPause);
    }

    /// <summary>It was handed in for publication and the answer was lost: the account is looked through, some times, and then a person decides.</summary>
    private async Task<DeliveryOutcome> FindPublishedAsync(Channel account, string source, int attempt, CancellationToken cancellation) =>
        await api.FindPublishedAsync(account, source, cancellation) is { } address ? new DeliveryOutcome.Done(address)
        : attempt < LooksForAnUnsurePublication ? throw new DeliveryRefusedException("提交发布时连接中断，正在公众号里查找有没有发布。", isFinal: false, isUnsure: true)
        : new DeliveryOutcome.Unknown("提交发布时连接中断，在公众号的已发布文章里没有找到，草稿也许还在。请到公众号后台看看，再决定是重试还是注明已发布。");

    private async Task<DeliveryOutcome> LookAsync(Delivery delivery, Channel account, string task, CancellationToken cancellation)
    {
        var (status, address) = await api.StatusAsync(account, task, cancellation);
        if (status == 0)
        {
            return new DeliveryOutcome.Done(address);
        }

        if (status != 1)
        {
            delivery.ExternalTask = null;
            delivery.HandedOverAt = null;
            await KeepAsync(delivery);
            throw new DeliveryRefusedException(WeChatErrors.OfStatus(status), isFinal: true);
        }

        var waited = time.GetUtcNow() - (delivery.HandedOverAt ?? delivery.CreatedAt);
        return waited > LongestPublishing
            ? new DeliveryOutcome.Unknown("微信过了六个小时还没有发布完，请到公众号后台看看。")
            : new DeliveryOutcome.Later(TimeSpan.FromTicks(Math.Clamp(waited.Ticks, FirstPause.Ticks, TimeSpan.FromMinutes(20).Ticks)));
    }

    /// <summary>Marks that it is being handed over, unless it is so already or has been stopped.</summary>
    private async Task<bool> MarkAsync(Delivery delivery, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        delivery.HandedOverAt = now;
        return await db.Deliveries.Where(found => found.Id == delivery.Id && found.State == DeliveryState.Waiting && found.HandedOverAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.HandedOverAt, now), cancellation) == 1;
    }

    private Task<int> KeepAsync(Delivery delivery) => db.Deliveries.Where(found => found.Id == delivery.Id).ExecuteUpdateAsync(
        set => set.SetProperty(found => found.HandedOverAt, delivery.HandedOverAt).SetProperty(found => found.ExternalId, delivery.ExternalId).SetProperty(found => found.ExternalTask, delivery.ExternalTask), CancellationToken.None);
}
