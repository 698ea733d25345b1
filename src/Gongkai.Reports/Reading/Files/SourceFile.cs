namespace Gongkai.Reports.Reading.Files;

/// <summary>One file to be read, wherever it is: on disk, in a zip, in memory, on standard input. Nothing is read until it is asked for.</summary>
public sealed class SourceFile
{
    private readonly Func<ReadLimits, ReadOnlyMemory<byte>> open;

    internal SourceFile(string name, Func<ReadLimits, ReadOnlyMemory<byte>> open)
    {
        Name = name;
        this.open = open;
    }

    /// <summary>The name to show; within a zip <c>archive.zip/inner.docx</c>.</summary>
    public string Name { get; }

    /// <summary>A file on disk.</summary>
    public static SourceFile OnDisk(string path) => new(path, limits => ReadDisk(path, limits));

    /// <summary>A file that is in memory already.</summary>
    public static SourceFile InMemory(string name, ReadOnlyMemory<byte> bytes) => new(name, limits =>
        bytes.Length <= limits.FileBytes ? bytes : throw TooLarge(limits));

    internal static SourceFile Unreadable(string name, string sentence) => new(name, _ => throw new UnreadableSourceException(sentence));

    /// <summary>The bytes, or one sentence that says why the file cannot be opened or is past the limits.</summary>
    public SourceBytes Bytes(ReadLimits limits)
    {
        try
        {
            return new SourceBytes(Open(limits), null);
        }
        catch (UnreadableSourceException exception)
        {
            return new SourceBytes(default, exception.Message);
        }
    }

    /// <summary>The bytes.</summary>
    /// <exception cref="UnreadableSourceException">It cannot be opened, or is past the limits.</exception>
    internal ReadOnlyMemory<byte> Open(ReadLimits limits) => open(limits);

    internal static UnreadableSourceException TooLarge(ReadLimits limits) =>
        new($"文件超过 {limits.FileBytes / 1_000_000} MB，没有读取；年度报告一般不到 5 MB，请去掉其中的图片，或只保留报告正文后再试。");

    /// <summary>Reads a stream to its end, but never more than the limits allow.</summary>
    internal static ReadOnlyMemory<byte> ReadBounded(Stream stream, ReadLimits limits, long expected = 0)
    {
        var buffer = new MemoryStream((int)Math.Clamp(expected, 0, 1 << 20));
        var chunk = new byte[81920];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (buffer.Length + read > limits.FileBytes)
            {
                throw TooLarge(limits);
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static ReadOnlyMemory<byte> ReadDisk(string path, ReadLimits limits)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
            if (stream.CanSeek && stream.Length > limits.FileBytes)
            {
                throw TooLarge(limits);
            }

            if (!stream.CanSeek || stream.Length == 0)
            {
                return ReadBounded(stream, limits);
            }

            var bytes = GC.AllocateUninitializedArray<byte>((int)stream.Length);
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return bytes.AsMemory(0, read);
        }
        catch (UnauthorizedAccessException)
        {
            throw new UnreadableSourceException("没有权限打开这个文件；请检查文件的访问权限。");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableSourceException("没有找到这个文件；请检查路径是否写对。");
        }
        catch (IOException exception)
        {
            throw new UnreadableSourceException($"打不开这个文件：{exception.Message.ReplaceLineEndings(" ")}");
        }
    }
}

/// <summary>The bytes of a file, or why there are none.</summary>
/// <param name="Content">The bytes; empty where there are none.</param>
/// <param name="Failure">The sentence; null where the file could be opened.</param>
public readonly record struct SourceBytes(ReadOnlyMemory<byte> Content, string? Failure);
