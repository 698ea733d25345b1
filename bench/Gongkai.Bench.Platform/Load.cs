using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Gongkai.Bench.Platform;

/// <summary>Asks for one page as often as the server answers, over kept connections, with as little work of its own as can be.</summary>
internal static class Load
{
    private const int Connections = 8;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(3);

    public static async Task<double> RequestsASecondAsync(Uri server, string path)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskAsync(server, path, started))));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<int> AskAsync(Uri server, string path, long started)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(server.Host, server.Port);
        var stream = client.GetStream();
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n");
        var buffer = new byte[256 * 1024];
        var count = 0;
        while (Stopwatch.GetElapsedTime(started) < Span)
        {
            await stream.WriteAsync(request);
            await ReadAnswerAsync(stream, buffer);
            count++;
        }

        return count;
    }

    private static async Task ReadAnswerAsync(NetworkStream stream, byte[] buffer)
    {
        var filled = 0;
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            filled += await ReadSomeAsync(stream, buffer.AsMemory(filled));
        }

        var wanted = head + 4 + LengthIn(buffer.AsSpan(0, head));
        while (filled < wanted)
        {
            filled += await ReadSomeAsync(stream, buffer.AsMemory(filled));
        }
    }

    private static async Task<int> ReadSomeAsync(NetworkStream stream, Memory<byte> buffer) =>
        await stream.ReadAsync(buffer) is var read and > 0 ? read : throw new InvalidOperationException("The server hung up, or the page is too large.");

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        var text = Encoding.ASCII.GetString(head);
        if (!text.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(text);
        }

        const string Name = "Content-Length: ";
        var start = text.IndexOf(Name, StringComparison.OrdinalIgnoreCase) + Name.Length;
        return int.Parse(text.AsSpan(start, (text + "\r\n").IndexOf("\r\n", start, StringComparison.Ordinal) - start), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
