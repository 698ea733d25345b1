using Gongkai.Law.Publishing;

namespace Gongkai.Platform.Channels.Subscriptions;

/// <summary>What a citizen wants to be written about. The address is sealed; an ended subscription is no row any more.</summary>
public sealed class Subscription
{
    public Guid Id { get; init; }

    public SubscriptionSubject Subject { get; init; }

    public int? AgencyId { get; init; }

    public CatalogCategory? Category { get; init; }

    public string? Query { get; init; }

    public SubscriptionPace Pace { get; set; }

    /// <summary>The address and the token of the links in letters, sealed.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>A keyed hash of the address: the same for the same address, and of no use to anyone without the key.</summary>
    public required byte[] AddressKey { get; init; }

    public required byte[] TokenHash { get; init; }

    /// <summary>The form that it was made with: the same form makes one subscription.</summary>
    public Guid FormKey { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the address was confirmed; nothing but the question goes there before.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
}

public enum SubscriptionSubject
{
    Agency,
    Category,
    Search,
}

public enum SubscriptionPace
{
    /// <summary>每天一封.</summary>
    Daily,

    /// <summary>一公开就写信.</summary>
    AtOnce,
}

/// <summary>What is sealed of a subscription.</summary>
public sealed record SubscriberFacts(string Address, string Token);
