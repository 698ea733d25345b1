namespace Gongkai.Platform.Accounts.SignIns;

/// <summary>What a person had typed when the session turned out to have ended: sealed, for that person alone, for a day.</summary>
internal sealed class KeptForm
{
    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public required string Content { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
