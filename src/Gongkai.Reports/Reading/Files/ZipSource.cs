using System.IO.Compression;

namespace Gongkai.Reports.Reading.Files;

/// <summary>
/// A zip of reports. Its entries are unpacked one by one when they are asked for, by any thread; it is closed when the last one was,
/// and opened again where one is asked for once more.
/// </summary>
internal sealed class ZipSource
{
    private const int MostEntries = 100_000;
    private const int HighestRatio = 300;
    private const long AlwaysAllowed = 10_000_000;

    private readonly Lock gate = new();
    private readonly Func<Stream>? reopen;
    private ZipArchive archive;
    private int unread;
    private bool isClosed;

    private ZipSource(ZipArchive archive, int unread, Func<Stream>? reopen)
    {
        this.archive = archive;
        this.unread = unread;
        this.reopen = reopen;
    }

    public static IEnumerable<SourceFile> Enumerate(string path, ReadLimits limits)
    {
        FileStream? stream = null;
        try
        {
            stream = Open(path);
            if (IsOffice(stream))
            {
                stream.Dispose();
                return [SourceFile.OnDisk(path)];
            }

            return Enumerate(path, stream, limits, mayHoldZips: true, () => Open(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            stream?.Dispose();
            return [SourceFile.Unreadable(path, "打不开这个压缩包；请检查文件是否存在、是否有权限读取。")];
        }
    }

    /// <summary>What a zip at hand holds: one that was found in another zip, or that was sent.</summary>
    /// <param name="name">What to call the zip.</param>
    /// <param name="stream">The zip.</param>
    /// <param name="limits">The bounds.</param>
    /// <param name="mayHoldZips">Whether zips in it are opened too.</param>
    /// <param name="reopen">Opens it again; null where it can be read but once.</param>
    public static IEnumerable<SourceFile> Enumerate(string name, Stream stream, ReadLimits limits, bool mayHoldZips, Func<Stream>? reopen = null)
    {
        ZipArchive archive;
        try
        {
            archive = ArchiveOf(stream);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            stream.Dispose();
            return [SourceFile.Unreadable(name, "压缩包已损坏或不完整，打不开；请重新下载或重新压缩后再试。")];
        }

        var entries = archive.Entries.Index().Where(static entry => IsWanted(entry.Item)).OrderBy(static entry => entry.Item.FullName, StringComparer.Ordinal).ToList();
        if (archive.Entries.Count > MostEntries || entries.Count == 0)
        {
            var isFull = archive.Entries.Count > MostEntries;
            archive.Dispose();
            return [SourceFile.Unreadable(name, isFull
                ? $"压缩包中的文件超过 {MostEntries} 个，没有读取；请分成几个压缩包。"
                : "压缩包中没有能读的报告文件（支持 Word、PDF、网页、Excel、文本等）；请检查压缩包的内容。")];
        }

        var source = new ZipSource(archive, entries.Count, reopen);
        return entries.SelectMany(entry => source.FilesOf($"{name}/{entry.Item.FullName.Replace('\\', '/')}", entry.Index, limits, mayHoldZips));
    }

    private IEnumerable<SourceFile> FilesOf(string name, int index, ReadLimits limits, bool mayHoldZips)
    {
        if (!name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return [new SourceFile(name, open => Unpack(index, open))];
        }

        if (!mayHoldZips)
        {
            return [SourceFile.Unreadable(name, "压缩包里套了多层压缩包，只解开一层；请先解压后再试。")];
        }

        try
        {
            Stream Inner() => MemoryView.Over(Unpack(index, limits));
            return Enumerate(name, Inner(), limits, mayHoldZips: false, Inner);
        }
        catch (UnreadableSourceException exception)
        {
            return [SourceFile.Unreadable(name, exception.Message)];
        }
    }

    private ReadOnlyMemory<byte> Unpack(int index, ReadLimits limits)
    {
        lock (gate)
        {
            try
            {
                var entry = EntryAt(index);
                Refuse(entry, limits);
                using var stream = new BoundedStream(entry, limits.UnpackedBytes);
                return SourceFile.ReadBounded(stream, limits, entry.Length);
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException or ObjectDisposedException or NotSupportedException)
            {
                throw new UnreadableSourceException("压缩包中的这个文件已损坏或用了不支持的压缩方法，解不开；请解压后再试，或重新压缩。");
            }
            finally
            {
                if (--unread == 0)
                {
                    archive.Dispose();
                    isClosed = true;
                }
            }
        }
    }

    /// <summary>What was closed and is asked for again stays open: who reads twice, as for last year's report, reads many times.</summary>
    private ZipArchiveEntry EntryAt(int index)
    {
        if (isClosed && reopen is not null)
        {
            archive = ArchiveOf(reopen());
            isClosed = false;
        }

        return archive.Entries[index];
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    private static ZipArchive ArchiveOf(Stream stream) => new(stream, ZipArchiveMode.Read, leaveOpen: false, ZipNames.Instance);

    private static void Refuse(ZipArchiveEntry entry, ReadLimits limits)
    {
        if (entry.IsEncrypted)
        {
            throw new UnreadableSourceException("压缩包设有密码，读不了；请先用密码解压后再试。");
        }

        if (entry.Length > limits.FileBytes)
        {
            throw SourceFile.TooLarge(limits);
        }

        if (entry.Length > AlwaysAllowed && entry.Length > entry.CompressedLength * HighestRatio)
        {
            throw new UnreadableSourceException("压缩包中的这个文件压缩比异常，可能是压缩炸弹，没有解压；请确认文件来源。");
        }
    }

    private static bool IsWanted(ZipArchiveEntry entry) =>
        entry.Name.Length > 0
        && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)
        && entry.Name[0] != '.'
        && SourceFiles.IsKnown(entry.Name);

    /// <summary>A Word or Excel file that was named .zip.</summary>
    private static bool IsOffice(FileStream stream)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return archive.GetEntry("[Content_Types].xml") is not null || archive.GetEntry("mimetype") is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            stream.Position = 0;
        }
    }
}
