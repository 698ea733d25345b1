using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Tests.Channels;

/// <summary>A site that receives webhooks.</summary>
internal sealed class ReceivingSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private ReceivingSite(WebApplication app) => this.app = app;

    public string Address => $"{app.Urls.First()}/hook";

    public ConcurrentQueue<Received> Messages { get; } = [];

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 200;

    /// <summary>Done while a message is being taken.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public static async Task<ReceivingSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var site = new ReceivingSite(app);
        app.MapPost("/hook", site.TakeAsync);
        await app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var headers = context.Request.Headers;
        Messages.Enqueue(new Received(await reader.ReadToEndAsync(), headers["Idempotency-Key"]!, headers["X-Gongkai-Event"]!, headers["X-Gongkai-Timestamp"]!, headers["X-Gongkai-Signature"]!));
        if (Meanwhile is { } act)
        {
            await act();
        }

        context.Response.StatusCode = Status;
    }
}

internal sealed record Received(string Body, string Key, string Event, string Stamp, string Signature);
