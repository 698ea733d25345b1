namespace Gongkai.Platform.Messages;

/// <summary>A letter on its way out. It is written in the transaction of what it tells of, and sent after that is committed.</summary>
public sealed class Mail
{
    public Guid Id { get; init; }

    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set before the letter is handed to the mail server and cleared where that is known to have failed: a node that dies in between never sends it twice.</summary>
    public DateTimeOffset? HandedOverAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? LastError { get; set; }
}
