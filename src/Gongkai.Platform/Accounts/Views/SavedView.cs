namespace Gongkai.Platform.Accounts.Views;

/// <summary>A list as a person has set it up: what is filtered and which columns are shown, under a name.</summary>
public sealed class SavedView
{
    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    /// <summary>Which list, as <c>agencies</c>.</summary>
    public required string List { get; init; }

    public required string Name { get; init; }

    /// <summary>What stands after the path in the address of the list, with its question mark.</summary>
    public required string Query { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
