using System.Net.Sockets;
using System.Net;

namespace Gongkai.Web.Hosting;

/// <summary>Starts listening; where nobody asked for a port and the usual one is busy, takes the next free one.</summary>
internal static class FreePort
{
    private const int Usual = 5080;
    private const int Tries = 20;

    public static async Task StartAsync(WebApplication app, StartOptions start, CancellationToken cancellation)
    {
        if (start.Port is { } port)
        {
            app.Urls.Add($"http://127.0.0.1:{port}");
        }
        else if (app.Urls.Count == 0 && app.Configuration["urls"] is null && app.Configuration["http_ports"] is null)
        {
            app.Urls.Add($"http://127.0.0.1:{FirstFree()}");
        }

        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartRefusedException("要用的端口已被别的程序占用，请用 --port 换一个端口。", exception);
        }
    }

    private static int FirstFree()
    {
        for (var port = Usual; port < Usual + Tries; port++)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                continue;
            }
        }

        throw new StartRefusedException($"{Usual} 到 {Usual + Tries - 1} 的端口都被占用，请用 --port 指定一个空闲端口。");
    }
}
