namespace Gongkai.Platform.Accounts;

/// <summary>A one-time link with which a new person sets the first password. Only the hash of its secret is kept.</summary>
public sealed class Invitation
{
    public int Id { get; init; }

    public Guid AccountId { get; init; }

    public required string SecretHash { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
