using System.Net.Mail;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Search;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.Subscriptions;

/// <summary>Takes a subscription, has its address confirmed, and ends it. Whether an address has one already is told to nobody but its owner, by letter.</summary>
public sealed class Subscribe(GongkaiDb db, SubscriptionSeal seal, Outbox outbox, SmtpOptions smtp, SiteAddress site, TimeProvider time)
{
    public const int MostOfAnAddress = 20;

    private const int LongestAddress = 200;
    private const int LongestQuery = 100;
    private const int MostQuestionsADay = 3;

    /// <summary>Whether letters can go out at all.</summary>
    public async Task<bool> IsPossibleAsync(CancellationToken cancellation) => smtp.IsSetUp && await site.FindAsync(cancellation) is not null;

    public async Task<Refusal?> RunAsync(Command command, CancellationToken cancellation)
    {
        if (!await IsPossibleAsync(cancellation))
        {
            return Refusal.NotPossible;
        }

        var address = command.Address.Trim();
        if (address.Length > LongestAddress || !MailAddress.TryCreate(address, out var parsed) || parsed.Address != address || !parsed.Host.Contains('.', StringComparison.Ordinal))
        {
            return Refusal.AddressWrong;
        }

        if (!await IsSubjectAsync(command, cancellation))
        {
            return Refusal.SubjectWrong;
        }

        var key = await seal.KeyOfAsync(address, cancellation);
        var now = time.GetUtcNow();
        var since = now.AddDays(-1);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({command.FormKey.ToString()})), pg_advisory_xact_lock(hashtext({Convert.ToHexString(key)}))", cancellation);
        var own = await db.Subscriptions.AsNoTracking().Where(subscription => subscription.AddressKey == key).Select(subscription => new { subscription.CreatedAt, subscription.ConfirmedAt }).ToListAsync(cancellation);
        if (own.Count(subscription => subscription.ConfirmedAt is null && subscription.CreatedAt > since) >= MostQuestionsADay || own.Count >= MostOfAnAddress
            || await db.Subscriptions.AnyAsync(made => made.FormKey == command.FormKey, cancellation))
        {
            return null;
        }

        var token = SubscriptionSeal.NewToken();
        var subscription = new Subscription
        {
            Id = Guid.CreateVersion7(now), Subject = command.Subject, AgencyId = command.Subject == SubscriptionSubject.Agency ? command.AgencyId : null, Category = command.Subject == SubscriptionSubject.Category ? command.Category : null,
            Query = command.Subject == SubscriptionSubject.Search ? command.Query!.Trim() : null, Pace = command.Pace, Sealed = seal.Seal(new SubscriberFacts(address, token)), AddressKey = key, TokenHash = SubscriptionSeal.HashOf(token), FormKey = command.FormKey, CreatedAt = now,
        };
        db.Subscriptions.Add(subscription);
        await db.SaveChangesAsync(cancellation);
        await outbox.PostToSubscriberAsync(subscription.Id, [], cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>What a link of a letter is about; null where there is no such subscription (any more).</summary>
    public async Task<SubscriptionView?> FindAsync(string token, CancellationToken cancellation)
    {
        var hash = SubscriptionSeal.HashOf(token);
        return await db.Subscriptions.AsNoTracking().Where(subscription => subscription.TokenHash == hash).Select(subscription => new SubscriptionView(
            subscription.Subject, subscription.AgencyId == null ? null : db.Agencies.Where(agency => agency.Id == subscription.AgencyId).Select(agency => agency.Name).Single(), subscription.Category, subscription.Query, subscription.Pace, subscription.ConfirmedAt != null))
            .SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Confirms the address.</summary>
    /// <returns>False where the link is good no more.</returns>
    public async Task<bool> ConfirmAsync(string token, CancellationToken cancellation)
    {
        var (hash, now) = (SubscriptionSeal.HashOf(token), time.GetUtcNow());
        return await db.Subscriptions.Where(subscription => subscription.TokenHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(subscription => subscription.ConfirmedAt, subscription => subscription.ConfirmedAt ?? now), cancellation) == 1;
    }

    /// <summary>Ends it; nothing of it is kept.</summary>
    public async Task StopAsync(string token, CancellationToken cancellation)
    {
        var hash = SubscriptionSeal.HashOf(token);
        await db.Subscriptions.Where(subscription => subscription.TokenHash == hash).ExecuteDeleteAsync(cancellation);
    }

    private async Task<bool> IsSubjectAsync(Command command, CancellationToken cancellation) => command.Subject switch
    {
        SubscriptionSubject.Agency => command.AgencyId is { } agency && await db.Agencies.AsNoTracking().AnyAsync(found => found.Id == agency, cancellation),
        SubscriptionSubject.Category => command.Category is { } category && Enum.IsDefined(category),
        SubscriptionSubject.Search => command.Query?.Trim() is { Length: > 0 and <= LongestQuery } query && SearchWords.Of(query).Terms() is not null,
    };

    public sealed record Command(SubscriptionSubject Subject, int? AgencyId, CatalogCategory? Category, string? Query, SubscriptionPace Pace, string Address, Guid FormKey);

    public enum Refusal
    {
        NotPossible,
        AddressWrong,
        SubjectWrong,
    }
}

/// <summary>A subscription as its owner sees it.</summary>
public sealed record SubscriptionView(SubscriptionSubject Subject, string? Agency, CatalogCategory? Category, string? Query, SubscriptionPace Pace, bool IsConfirmed)
{
    /// <summary>What it is about, in words.</summary>
    public string Label => SubscriptionWords.Of(Subject, Agency, Category, Query);
}
