using System.Net;
using System.Net.Sockets;

namespace Gongkai.Platform.Channels;

/// <summary>The way to the other side of a channel. Unless the operator allows it, nothing inside the network is reached: the address is looked at when the connection is made, so that no name can lead there.</summary>
public sealed class ChannelHttp : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly HttpClient outside = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2), ConnectCallback = ConnectOutsideAsync }) { Timeout = Longest };
    private readonly HttpClient anywhere = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) }) { Timeout = Longest };

    /// <summary>Sends a request.</summary>
    /// <exception cref="DeliveryRefusedException">It did not come to an answer; whether it arrived is said.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, bool mayReachInside, CancellationToken cancellation)
    {
        try
        {
            return await (mayReachInside ? anywhere : outside).SendAsync(request, cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw exception.InnerException as DeliveryRefusedException ?? (IsBefore(exception.HttpRequestError)
                ? new DeliveryRefusedException($"连不上 {request.RequestUri!.Host}：{exception.Message}", isFinal: false)
                : new DeliveryRefusedException($"与 {request.RequestUri!.Host} 的连接中断，不知道对方收到没有。", isFinal: false, isUnsure: true));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new DeliveryRefusedException($"{request.RequestUri!.Host} 在 {Longest.TotalSeconds:0} 秒内没有回答，不知道对方收到没有。", isFinal: false, isUnsure: true);
        }
    }

    public void Dispose()
    {
        outside.Dispose();
        anywhere.Dispose();
    }

    /// <summary>Whether an address is one that anybody on the internet can reach.</summary>
    internal static bool IsOutside(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain) || plain.Equals(IPAddress.Any) || plain.Equals(IPAddress.IPv6Any))
        {
            return false;
        }

        var bytes = plain.GetAddressBytes();
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? bytes[0] is 0x20 or 0x26 or 0x28 or 0x2a or 0x24 or 0x2c && !(bytes[0] == 0x20 && bytes[1] is 0x02) && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0)
            : bytes is not ([0, ..] or [10, ..] or [127, ..] or [169, 254, ..] or [192, 168, ..] or [192, 0, 0, ..] or [198, 18 or 19, ..] or [172, >= 16 and <= 31, ..] or [100, >= 64 and <= 127, ..] or [>= 224, ..]);
    }

    private static bool IsBefore(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static async ValueTask<Stream> ConnectOutsideAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, IsOutside))
        {
            throw new DeliveryRefusedException($"{context.DnsEndPoint.Host} 是内部网络的地址，没有发送。需要推送到内网的，请系统管理员在“运行－设置”里允许。", isFinal: true);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
