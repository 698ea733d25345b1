namespace Gongkai.Platform.Accounts;

/// <summary>A login that lasts: listed to its person, who may end it from anywhere.</summary>
public sealed class Session
{
    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public string? Address { get; init; }

    public string? Browser { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The agency that the person works in now.</summary>
    public int? AgencyId { get; set; }
}
