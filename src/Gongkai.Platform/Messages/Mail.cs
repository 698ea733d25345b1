namespace Gongkai.Platform.Messages;

/// <summary>A letter on its way out. It is written in the transaction of what it tells of, and sent after that is committed.</summary>
public sealed class Mail
{
    public Guid Id { get; init; }

    /// <summary>Empty where it goes to the applicant of <see cref="RequestId"/>.</summary>
    public required string Recipient { get; set; }

    /// <summary>The case to whose applicant it goes; the address stays sealed there until it is sent.</summary>
    public long? RequestId { get; init; }

    /// <summary>The subscription whose letter it is; address and words are found when it is sent.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>What the letter of a subscription is about; nothing where it asks to confirm.</summary>
    public long[]? DocumentIds { get; init; }

    /// <summary>Where letters of this kind are ended; not kept.</summary>
    public string? StopAddress { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set before the letter is handed to the mail server and cleared where that is known to have failed: a node that dies in between never sends it twice.</summary>
    public DateTimeOffset? HandedOverAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? LastError { get; set; }
}
