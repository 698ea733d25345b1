namespace Gongkai.Platform.Storage.Embedded;

public sealed record EmbeddedPostgresOptions
{
    /// <summary>The folder that holds the database, its password, its log and its locks.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder with <c>bin/postgres</c>. Without it: the variable GONGKAI__POSTGRES, then <c>node_modules</c> upwards of the content root and of the program.</summary>
    public string? ProgramsFolder { get; init; }

    public string ContentRoot { get; init; } = Environment.CurrentDirectory;

    /// <summary>The port to try first; 0 takes a free one. The one that was used last is kept where it is still free.</summary>
    public int Port { get; init; }

    /// <summary>Speed instead of durability, and many connections: a power cut may lose everything.</summary>
    public bool ForTests { get; init; }

    /// <summary>Where the database goes when root runs the program and the data folder lies where only root may enter.</summary>
    public string ServiceFolder { get; init; } = "/var/lib/gongkai";
}
