namespace Gongkai.Platform.Imports;

/// <summary>A list that was uploaded and is being looked at before it changes anything.</summary>
public sealed class ImportedFile
{
    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public required string FileName { get; init; }

    public required byte[] Content { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AppliedAt { get; set; }
}
