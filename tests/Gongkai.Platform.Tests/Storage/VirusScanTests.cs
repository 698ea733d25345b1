using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Gongkai.Platform.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gongkai.Platform.Tests.Storage;

/// <summary>The hook for clamd, against a server that speaks its protocol.</summary>
public sealed class VirusScanTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_no_scanner_is_set_up_everything_passes() => (await Scan(new VirusScanOptions()).PassesAsync(Of("EVIL"), Cancellation)).ShouldBeTrue();

    [Fact]
    public async Task What_the_scanner_finds_does_not_pass_and_the_rest_does()
    {
        await using var clamd = new Clamd();
        (await Scan(clamd.Options).PassesAsync(Of("a paper"), Cancellation)).ShouldBeTrue();
        (await Scan(clamd.Options).PassesAsync(Of($"{new string('x', 200_000)}EVIL"), Cancellation)).ShouldBeFalse();
        (await Scan(clamd.Options).AnswersAsync(Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task While_the_scanner_does_not_answer_nothing_passes()
    {
        VirusScanOptions options;
        await using (var clamd = new Clamd())
        {
            options = clamd.Options;
        }

        (await Scan(options).PassesAsync(Of("a paper"), Cancellation)).ShouldBeFalse();
        (await Scan(options).AnswersAsync(Cancellation)).ShouldBeFalse();
    }

    private static VirusScan Scan(VirusScanOptions options) => new(options, NullLogger<VirusScan>.Instance);

    private static MemoryStream Of(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Answers PING and INSTREAM as clamd does, and finds the word EVIL.</summary>
    private sealed class Clamd : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly Task serving;

        public Clamd()
        {
            listener.Start();
            serving = ServeAsync();
        }

        public VirusScanOptions Options => new() { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, Seconds = 10 };

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await serving;
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    await AnswerAsync(client.GetStream());
                }
            }
            catch (SocketException)
            {
                // The listener was stopped.
            }
        }

        private static async Task AnswerAsync(NetworkStream connection)
        {
            var command = new StringBuilder();
            var letter = new byte[1];
            while (await connection.ReadAsync(letter) == 1 && letter[0] != 0)
            {
                command.Append((char)letter[0]);
            }

            var answer = "PONG";
            if (command.ToString() == "zINSTREAM")
            {
                using var content = new MemoryStream();
                var length = new byte[4];
                while (true)
                {
                    await connection.ReadExactlyAsync(length);
                    if (BinaryPrimitives.ReadInt32BigEndian(length) is var size && size == 0)
                    {
                        break;
                    }

                    var chunk = new byte[size];
                    await connection.ReadExactlyAsync(chunk);
                    content.Write(chunk);
                }

                answer = Encoding.UTF8.GetString(content.ToArray()).Contains("EVIL", StringComparison.Ordinal) ? "stream: Evil.Test FOUND" : "stream: OK";
            }

            await connection.WriteAsync(Encoding.UTF8.GetBytes(answer + "\0"));
        }
    }
}
