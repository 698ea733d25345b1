namespace Gongkai.Platform.Tokens;

/// <summary>With this an agency's own system files reports. What is kept of it is its hash.</summary>
public sealed class AgencyToken
{
    public Guid Id { get; init; }

    public int AgencyId { get; init; }

    /// <summary>What the agency calls it, as a rule the name of the system that holds it.</summary>
    public required string Name { get; init; }

    public required string SecretHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedByName { get; init; }

    /// <summary>The last day on which it counts.</summary>
    public DateOnly ExpiresOn { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }
}
