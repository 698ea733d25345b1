namespace Gongkai.Platform.Storage;

/// <summary>A file kept in the database: its facts. The bytes stand in <c>blob_chunks</c>, so that no file is ever whole in memory.</summary>
public sealed class Blob
{
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required string Sha256 { get; init; }

    public long Length { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
