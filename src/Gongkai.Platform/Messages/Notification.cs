namespace Gongkai.Platform.Messages;

/// <summary>A word to a person, shown in the program until it is read.</summary>
public sealed class Notification
{
    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public required string Text { get; init; }

    /// <summary>Where it leads, as a path of this site.</summary>
    public string? Link { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Where set, the person is told this once and never again.</summary>
    public string? UniqueKey { get; init; }
}
