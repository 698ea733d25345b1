using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Platform.Filings.Bulk;

/// <summary>The bounds of a zip, and its files in an order that stays the same however often it is opened.</summary>
internal static class BulkZip
{
    public const int MostBytes = 300_000_000;
    public const int MostEntries = 1_000;

    public static ReadLimits Limits { get; } = new() { FileBytes = 30_000_000 };

    /// <summary>A place on disk for the zip while it is read, gone when it is closed.</summary>
    public static FileStream Room() => new(
        Path.Combine(Path.GetTempPath(), $"gongkai-{Guid.CreateVersion7():N}.zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    /// <summary>The files, at most one more than may be.</summary>
    public static List<SourceFile> Files(FileStream zip)
    {
        zip.Position = 0;
        return [.. SourceFiles.InZip("", zip, Limits).Take(MostEntries + 1)];
    }
}
