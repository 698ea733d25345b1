namespace Gongkai.Platform.Audit;

/// <summary>A line of the audit trail. Entries of an agency form a chain, each carrying the hash of the one before; the table refuses changes.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    /// <summary>The agency whose chain it is in; 0 for the installation itself.</summary>
    public int Chain { get; init; }

    /// <summary>Its number in the chain, from 1, without gaps.</summary>
    public long Number { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? AccountId { get; init; }

    public required string ActorName { get; init; }

    public string? Address { get; init; }

    /// <summary>What was done, as <c>filing.submitted</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, as <c>filing/17</c>.</summary>
    public required string Subject { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }
}
