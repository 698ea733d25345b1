namespace Gongkai.Platform.Channels.Deliveries;

/// <summary>A version of a document on its way to one channel. Written in the transaction that publishes or withdraws it, and delivered after that is committed.</summary>
public sealed class Delivery
{
    public Guid Id { get; init; }

    public long DocumentId { get; init; }

    public int AgencyId { get; init; }

    public int ContentVersion { get; init; }

    public long ChannelId { get; init; }

    public ChannelKind Kind { get; init; }

    public DeliveryEvent Event { get; init; }

    public DeliveryState State { get; set; }

    public required string Title { get; init; }

    /// <summary>The publication of several articles that it is one of; null where it goes alone.</summary>
    public Guid? BundleId { get; init; }

    /// <summary>Its place there, from 1.</summary>
    public int Place { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedByName { get; init; }

    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>Set before it is handed over and cleared where that is known to have failed: where it stands, the other side is asked before anything is sent again.</summary>
    public DateTimeOffset? HandedOverAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public string? LastError { get; set; }

    /// <summary>What the other side calls it: the draft of an article.</summary>
    public string? ExternalId { get; set; }

    /// <summary>The other side's task of publishing it.</summary>
    public string? ExternalTask { get; set; }

    /// <summary>Where it is to be read there.</summary>
    public string? ExternalAddress { get; set; }

    /// <summary>Since when it stands there although it is no longer public here, and a person has to take it down.</summary>
    public DateTimeOffset? TakeDownSince { get; set; }

    public DateTimeOffset? TakenDownAt { get; set; }

    public string? SettledByName { get; set; }

    /// <summary>Why a person settled it by hand.</summary>
    public string? SettledNote { get; set; }

    /// <summary>Since when what it is about is withdrawn or replaced by another version.</summary>
    public DateTimeOffset? VoidAt { get; set; }

    /// <summary>The job that works at it.</summary>
    public Guid? JobId { get; set; }
}

public enum DeliveryEvent
{
    Published,
    Withdrawn,
}

public enum DeliveryState
{
    /// <summary>等待发送.</summary>
    Waiting,

    /// <summary>已送达.</summary>
    Delivered,

    /// <summary>不知道对方收到没有: a person decides.</summary>
    Unknown,

    /// <summary>多次不成功: a person decides.</summary>
    Stuck,

    /// <summary>已取消.</summary>
    Cancelled,
}
