using System.IO.Compression;

namespace Gongkai.Reports.Reading.Files;

/// <summary>Unpacks an entry of a zip up to a number of bytes, whatever the zip says of its length, and refuses it at its end where it is damaged.</summary>
internal sealed class BoundedStream(ZipArchiveEntry entry, long most) : Stream
{
    private readonly Stream inner = entry.Open();
    private long passed;
    private uint checksum;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        passed += read;
        checksum = ZipChecksum.Append(checksum, buffer[..read]);
        if (read == 0 && buffer.Length > 0 && checksum != entry.Crc32)
        {
            throw new InvalidDataException("The entry does not have the checksum that the zip says.");
        }

        return passed <= most ? read : throw new UnreadableSourceException(
            $"文件解压后超过 {most / 1_000_000} MB，可能是压缩炸弹，没有读取；请确认文件来源后重新导出。");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
