using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.WeChat;

/// <summary>Brings documents into an official account: a draft of one article or of several, and where the account wants it a publication. Before anything is sent a second time the account is looked through, so that a version never stands there twice.</summary>
public sealed class WeChatSending(GongkaiDb db, WeChatApi api, WeChatArticles articles, TimeProvider time)
{
    private const int LooksForAnUnsurePublication = 4;
    private const int InvalidMedia = 40007;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPublishing = TimeSpan.FromHours(6);

    internal async Task<DeliveryOutcome> SendAsync(Parcel parcel, Channel account, int attempt, CancellationToken cancellation)
    {
        var first = parcel.First;
        var sources = new List<string>();
        foreach (var delivery in parcel.Deliveries)
        {
            sources.Add(await articles.SourceAddressAsync(delivery, cancellation));
        }

        if (first.ExternalTask is { } task)
        {
            return await LookAsync(parcel, account, task, cancellation);
        }

        if (first.ExternalId is null && (first.HandedOverAt is not null || first.Tries > 1) && await FoundAsync(parcel, account, sources, cancellation) is { } found)
        {
            return found;
        }

        if (first.ExternalId is not null && parcel.IsBroken)
        {
            throw await BrokenAsync(parcel);
        }

        if (first.ExternalId is null && !await AddAsync(parcel, account, sources, cancellation))
        {
            return new DeliveryOutcome.Unknown("另一台服务器正在发送同一份，请稍后看结果。");
        }

        if (account.Mode == ChannelMode.DraftOnly)
        {
            return new DeliveryOutcome.Done();
        }

        return first.HandedOverAt is not null ? await FindPublishedAsync(account, sources, attempt, cancellation) : await SubmitAsync(parcel, account, cancellation);
    }

    /// <summary>Looks whether the account has it already: published, or as a draft, with which the work goes on.</summary>
    private async Task<DeliveryOutcome?> FoundAsync(Parcel parcel, Channel account, IReadOnlyList<string> sources, CancellationToken cancellation)
    {
        if (await PublishedAsync(account, sources, cancellation) is { } done)
        {
            return done;
        }

        parcel.First.ExternalId = await api.FindDraftAsync(account, sources, cancellation);
        parcel.First.HandedOverAt = null;
        await KeepAsync(parcel);
        return null;
    }

    private async Task<DeliveryOutcome?> PublishedAsync(Channel account, IReadOnlyList<string> sources, CancellationToken cancellation) =>
        await api.FindPublishedAsync(account, sources, cancellation) is { Count: > 0 } found ? new DeliveryOutcome.Done([.. sources.Select(source => found.GetValueOrDefault(source))]) : null;

    /// <summary>A draft that holds something withdrawn is never published; the rest goes out in a new one, once that is gone.</summary>
    private async Task<DeliveryRefusedException> BrokenAsync(Parcel parcel)
    {
        parcel.First.ExternalId = null;
        parcel.First.HandedOverAt = null;
        await KeepAsync(parcel);
        return new DeliveryRefusedException("这一组里有文件已经撤下，没有发布。请到公众号后台删掉这一组的草稿，再点“再试一次”，其余的会重新合成一组。", isFinal: true);
    }

    /// <summary>Adds the draft.</summary>
    /// <returns>False where another node does so now.</returns>
    private async Task<bool> AddAsync(Parcel parcel, Channel account, IReadOnlyList<string> sources, CancellationToken cancellation)
    {
        var made = new List<WeChatArticle>();
        foreach (var (index, item) in parcel.Items.Index())
        {
            made.Add(await articles.MakeAsync(account, item.Publication!, sources[index], cancellation));
        }

        if (!await MarkAsync(parcel, cancellation))
        {
            return false;
        }

        try
        {
            parcel.First.ExternalId = await api.AddDraftAsync(account, made, CancellationToken.None);
        }
        catch (DeliveryRefusedException exception) when (!exception.IsUnsure)
        {
            parcel.First.HandedOverAt = null;
            await KeepAsync(parcel);
            if (exception.Code == InvalidMedia)
            {
                await db.Channels.Where(channel => channel.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(channel => channel.CoverMediaId, (string?)null), CancellationToken.None);
            }

            throw;
        }

        parcel.First.HandedOverAt = null;
        await KeepAsync(parcel);
        return true;
    }

    private async Task<DeliveryOutcome> SubmitAsync(Parcel parcel, Channel account, CancellationToken cancellation)
    {
        if (!await MarkAsync(parcel, cancellation))
        {
            return new DeliveryOutcome.Unknown("另一台服务器正在发送同一份，请稍后看结果。");
        }

        try
        {
            parcel.First.ExternalTask = await api.SubmitAsync(account, parcel.First.ExternalId!, CancellationToken.None);
        }
        catch (DeliveryRefusedException exception) when (!exception.IsUnsure)
        {
            parcel.First.HandedOverAt = null;
            parcel.First.ExternalId = exception.Code == InvalidMedia ? null : parcel.First.ExternalId;
            await KeepAsync(parcel);
            throw exception.Code == InvalidMedia ? new DeliveryRefusedException("草稿在公众号后台被删除，或者已经由人发布。请到后台看看，再决定是重试还是注明已发布。", isFinal: true) : exception;
        }

        await KeepAsync(parcel);
        return new DeliveryOutcome.Later(FirstPause);
    }

    /// <summary>It was handed in for publication and the answer was lost: the account is looked through, some times, and then a person decides.</summary>
    private async Task<DeliveryOutcome> FindPublishedAsync(Channel account, IReadOnlyList<string> sources, int attempt, CancellationToken cancellation) =>
        await PublishedAsync(account, sources, cancellation) is { } done ? done
        : attempt < LooksForAnUnsurePublication ? throw new DeliveryRefusedException("提交发布时连接中断，正在公众号里查找有没有发布。", isFinal: false, isUnsure: true)
        : new DeliveryOutcome.Unknown("提交发布时连接中断，在公众号的已发布文章里没有找到，草稿也许还在。请到公众号后台看看，再决定是重试还是注明已发布。");

    private async Task<DeliveryOutcome> LookAsync(Parcel parcel, Channel account, string task, CancellationToken cancellation)
    {
        var (status, addresses) = await api.StatusAsync(account, task, cancellation);
        if (status == 0)
        {
            // Where one of them was withdrawn meanwhile, the account counts more articles than are waited for here.
            return addresses.Count == parcel.Items.Count ? new DeliveryOutcome.Done(addresses) : new DeliveryOutcome.Done([.. parcel.Deliveries.Select(delivery => addresses.ElementAtOrDefault(Math.Max(0, delivery.Place - 1)))]);
        }

        if (status != 1)
        {
            parcel.First.ExternalTask = null;
            parcel.First.HandedOverAt = null;
            await KeepAsync(parcel);
            throw new DeliveryRefusedException(WeChatErrors.OfStatus(status), isFinal: true);
        }

        var waited = time.GetUtcNow() - (parcel.First.HandedOverAt ?? parcel.First.CreatedAt);
        return waited > LongestPublishing
            ? new DeliveryOutcome.Unknown("微信过了六个小时还没有发布完，请到公众号后台看看。")
            : new DeliveryOutcome.Later(TimeSpan.FromTicks(Math.Clamp(waited.Ticks, FirstPause.Ticks, TimeSpan.FromMinutes(20).Ticks)));
    }

    /// <summary>Marks that it is being handed over, all of it or nothing: not where it is so already, nor where one was withdrawn just now.</summary>
    /// <returns>False where another node hands it over.</returns>
    private async Task<bool> MarkAsync(Parcel parcel, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var marked = await db.Deliveries.Where(found => parcel.Ids.Contains(found.Id) && found.State == DeliveryState.Waiting && found.HandedOverAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.HandedOverAt, now), cancellation);
        if (marked > 0 && marked < parcel.Ids.Count)
        {
            throw new DeliveryRefusedException("这一组里有文件刚刚撤下，过一会儿把其余的重新合成一组。", isFinal: false);
        }

        await transaction.CommitAsync(cancellation);
        parcel.First.HandedOverAt = now;
        return marked > 0;
    }

    private Task<int> KeepAsync(Parcel parcel) => db.Deliveries.Where(found => parcel.Ids.Contains(found.Id)).ExecuteUpdateAsync(
        set => set.SetProperty(found => found.HandedOverAt, parcel.First.HandedOverAt).SetProperty(found => found.ExternalId, parcel.First.ExternalId).SetProperty(found => found.ExternalTask, parcel.First.ExternalTask), CancellationToken.None);
}
