using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Gongkai.Testing.Web;

/// <summary>The web as the program runs it, over a database that has been made ready, on a port of its own.</summary>
public sealed class RunningWeb : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningWeb(WebApplication app) => this.app = app;

    /// <summary>Where it listens, as <c>http://127.0.0.1:40123</c>.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Its services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Starts it.</summary>
    /// <param name="connectionString">The way to the database.</param>
    /// <param name="clock">What it takes for the time.</param>
    public static async Task<RunningWeb> StartAsync(string connectionString, TimeProvider clock)
    {
        // The pages are found by the name of the program, which is not that of the process here.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "gongkai-web", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection([new("urls", "http://127.0.0.1:0"), new("Logging:LogLevel:Default", "Warning")]);
        builder.AddGongkaiWeb(connectionString);
        builder.Logging.ClearProviders();
        builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        var app = builder.Build();
        app.UseGongkaiWeb();
        await app.StartAsync();
        return new RunningWeb(app);
    }

    /// <summary>A visitor without a session.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>Someone who logs in through the login page.</summary>
    public async Task<Visitor> LogInAsync(string userName, string password)
    {
        var visitor = Visit();
        await visitor.OpenAsync("/account/login");
        return await visitor.SubmitAsync("form[method=post]", new() { ["Input.UserName"] = userName, ["Input.Password"] = password });
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
