namespace Gongkai.Platform.Operations;

/// <summary>The backup that was taken last, kept as the setting <c>backup</c>.</summary>
public sealed record LastBackup
{
    public const string Setting = "backup";

    public required DateTimeOffset TakenAt { get; init; }

    public required string File { get; init; }

    public required long Bytes { get; init; }

    public required long Rows { get; init; }
}
