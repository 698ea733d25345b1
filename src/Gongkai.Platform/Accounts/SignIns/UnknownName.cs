namespace Gongkai.Platform.Accounts.SignIns;

/// <summary>A name that somebody tried to sign in with and that no account has: its hash, and how often.</summary>
internal sealed class UnknownName
{
    public required string NameHash { get; init; }

    public int FailedCount { get; set; }

    public DateTimeOffset FailedAt { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }
}
