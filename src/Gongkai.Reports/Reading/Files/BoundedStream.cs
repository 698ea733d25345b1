namespace Gongkai.Reports.Reading.Files;

/// <summary>Reads a stream up to a number of bytes and refuses the rest, whatever the stream says of its length.</summary>
internal sealed class BoundedStream(Stream inner, long most) : Stream
{
    private long passed;

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
