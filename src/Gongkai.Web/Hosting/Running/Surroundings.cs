using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace Gongkai.Web.Hosting.Running;

/// <summary>What the program is told about the machine it runs on: the proxies before it, how its log is read, how long a request may be.</summary>
public static class Surroundings
{
    /// <summary>The largest report file, and what stands around it in a form.</summary>
    private const long LongestRequest = 52_000_000;

    public static void AddSurroundings(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LongestRequest;
        });
        builder.Services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = LongestRequest);
        builder.Services.AddExceptionHandler<Failures>();
        AddProxies(builder);
        AddLog(builder);
    }

    /// <summary><c>GONGKAI:PROXIES</c>: addresses and networks, with commas between them, whose word about the visitor's address counts. This machine's does always.</summary>
    private static void AddProxies(WebApplicationBuilder builder)
    {
        var networks = new List<System.Net.IPNetwork>();
        foreach (var word in (builder.Configuration["GONGKAI:PROXIES"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            networks.Add(
                System.Net.IPNetwork.TryParse(word, out var network) ? network
                : IPAddress.TryParse(word, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
                : throw new StartRefusedException($"GONGKAI__PROXIES 里的“{word}”不是网络地址，应写成 10.0.0.5 或 10.0.0.0/24，多个用逗号分开。"));
        }

        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            networks.ForEach(options.KnownIPNetworks.Add);
        });
    }

    /// <summary><c>GONGKAI:LOG=json</c>: a JSON object a line. Scopes stay out of it, as they hold addresses with what people wrote in them.</summary>
    private static void AddLog(WebApplicationBuilder builder)
    {
        switch (builder.Configuration["GONGKAI:LOG"])
        {
            case null or "" or "text":
                break;
            case "json":
                builder.Logging.ClearProviders().AddJsonConsole(options =>
                {
                    options.UseUtcTimestamp = true;
                    options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
                    options.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
                });
                break;
            case var other:
                throw new StartRefusedException($"GONGKAI__LOG 的值“{other}”不对，应是 text 或 json。");
        }
    }
}
