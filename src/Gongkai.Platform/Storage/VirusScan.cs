using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Storage;

/// <summary>clamd, which looks through uploads for viruses. Section <c>GONGKAI:CLAMD</c> of the settings; without a host nothing is looked through.</summary>
public sealed record VirusScanOptions
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 3310;

    /// <summary>How long it may take over one file.</summary>
    public int Seconds { get; init; } = 60;

    public bool IsSetUp => Host.Length > 0;
}

/// <summary>Hands uploads to clamd before they are kept. Where clamd is set up and gives no answer, nothing is taken: a file that nobody looked through is not kept as one that passed.</summary>
public sealed partial class VirusScan(VirusScanOptions options, ILogger<VirusScan> log)
{
    private const int ChunkSize = 64 * 1024;

    public bool IsSetUp => options.IsSetUp;

    /// <summary>Whether a file may be kept: nothing was found in it, or no scanner is set up.</summary>
    public async Task<bool> PassesAsync(Stream content, CancellationToken cancellation)
    {
        if (!options.IsSetUp)
        {
            return true;
        }

        var answer = await AskAsync(
            "zINSTREAM\0",
            async connection =>
            {
                var buffer = new byte[sizeof(int) + ChunkSize];
                while (await content.ReadAsync(buffer.AsMemory(sizeof(int)), cancellation) is > 0 and var read)
                {
                    BinaryPrimitives.WriteInt32BigEndian(buffer, read);
                    await connection.WriteAsync(buffer.AsMemory(0, sizeof(int) + read), cancellation);
                }

                await connection.WriteAsync(new byte[sizeof(int)], cancellation);
            },
            cancellation);
        if (answer is not "stream: OK")
        {
            LogRefused(log, answer ?? "no answer");
        }

        return answer is "stream: OK";
    }

    /// <summary>Whether clamd answers.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation) => await AskAsync("zPING\0", _ => Task.CompletedTask, cancellation) is "PONG";

    private async Task<string?> AskAsync(string command, Func<NetworkStream, Task> send, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(options.Host, options.Port, patience.Token);
            await using var connection = client.GetStream();
            await connection.WriteAsync(Encoding.ASCII.GetBytes(command), patience.Token);
            await send(connection);
            using var reader = new StreamReader(connection, Encoding.UTF8);
            return (await reader.ReadToEndAsync(patience.Token)).TrimEnd('\0', '\n');
        }
        catch (Exception exception) when (exception is SocketException or IOException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            LogUnreachable(log, exception);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An upload was not taken: clamd says {Answer}")]
    private static partial void LogRefused(ILogger log, string answer);

    [LoggerMessage(Level = LogLevel.Error, Message = "clamd does not answer")]
    private static partial void LogUnreachable(ILogger log, Exception exception);
}
