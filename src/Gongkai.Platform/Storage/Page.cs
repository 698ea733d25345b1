namespace Gongkai.Platform.Storage;

/// <summary>A page of a list that is read by key: the rows, and the key after which the next page begins (null on the last).</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
