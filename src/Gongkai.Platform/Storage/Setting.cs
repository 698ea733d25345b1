namespace Gongkai.Platform.Storage;

/// <summary>A setting of the whole installation, as JSON by name.</summary>
public sealed class Setting
{
    public required string Name { get; init; }

    public required string Value { get; set; }
}
