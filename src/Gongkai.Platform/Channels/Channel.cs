namespace Gongkai.Platform.Channels;

/// <summary>A way out beside the portal that an agency has set up: another site, or an account of a platform.</summary>
public sealed class Channel
{
    public long Id { get; init; }

    public int AgencyId { get; init; }

    public ChannelKind Kind { get; init; }

    public required string Name { get; set; }

    /// <summary>Where a webhook goes.</summary>
    public string Address { get; set; } = "";

    /// <summary>The AppID of a WeChat official account.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The author that an article names.</summary>
    public string Author { get; set; } = "";

    public ChannelMode Mode { get; set; }

    /// <summary>What is agreed with the other side; sealed, and never shown again.</summary>
    public byte[] SealedSecret { get; set; } = [];

    /// <summary>The picture that an article begins with.</summary>
    public Guid? CoverBlobId { get; set; }

    /// <summary>What the platform calls that picture, once it has it.</summary>
    public string? CoverMediaId { get; set; }

    /// <summary>Whether everything that is published goes there, unless a document says otherwise.</summary>
    public bool IsAutomatic { get; set; }

    /// <summary>Whether it is for the agencies below as well.</summary>
    public bool IncludesBelow { get; set; }

    public bool IsOn { get; set; } = true;

    /// <summary>The form that it was set up with: the same form sets up one channel.</summary>
    public Guid FormKey { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedByName { get; init; }

    public DateTimeOffset? TestedAt { get; set; }

    /// <summary>What the last test said; empty where it went well.</summary>
    public string? TestResult { get; set; }

    public uint Version { get; init; }
}

public enum ChannelKind
{
    /// <summary>推送到其他网站.</summary>
    Webhook,

    /// <summary>微信公众号.</summary>
    WeChat,
}

/// <summary>How far an article is brought on a platform.</summary>
public enum ChannelMode
{
    /// <summary>存为草稿, which a person publishes there.</summary>
    DraftOnly,

    /// <summary>直接发布.</summary>
    DraftAndPublish,
}

/// <summary>What was chosen for one document, against what the channel does by itself.</summary>
public sealed class DocumentChannel
{
    public long DocumentId { get; init; }

    public long ChannelId { get; init; }

    public bool IsChosen { get; set; }

    public required string ByName { get; set; }

    public DateTimeOffset At { get; set; }
}
