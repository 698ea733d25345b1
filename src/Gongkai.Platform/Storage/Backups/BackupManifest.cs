namespace Gongkai.Platform.Storage.Backups;

/// <summary>What a backup holds, as <c>manifest.json</c> in it. It is written last: a backup without it was never finished.</summary>
public sealed record BackupManifest
{
    internal const string EntryName = "manifest.json";
    internal const string CurrentFormat = "gongkai.backup/1";

    public required string Format { get; init; }

    public required string ProgramVersion { get; init; }

    public required string ServerVersion { get; init; }

    /// <summary>The moment that the whole of it shows.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The steps of the schema, in their order.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    public required IReadOnlyList<BackupTable> Tables { get; init; }

    public required IReadOnlyList<BackupSequence> Sequences { get; init; }

    public long Rows => Tables.Sum(table => table.Rows);
}

/// <summary>A table in a backup: its rows stand in <c>tables/NAME</c> in PostgreSQL's binary COPY format.</summary>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows, long Length, string Sha256)
{
    internal string EntryName => $"tables/{Name}";
}

/// <summary>Where a sequence stands.</summary>
public sealed record BackupSequence(string Name, long LastValue, bool IsCalled);
