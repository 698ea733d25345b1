namespace Gongkai.Platform.Storage;

/// <summary>A key of ASP.NET Core's data protection, shared by all nodes.</summary>
public sealed class StoredKey
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
