using Gongkai.Platform;
using Gongkai.Platform.Demonstration;
using Gongkai.Platform.Storage;
using Gongkai.Testing.Databases;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Gongkai.Testing.Web;

/// <summary>
/// The web as the program runs it, on a port of its own, over its own copy of the demonstration county as it stands on the morning
/// of Tuesday 20 January 2026. A class fixture: what one test class does, no other sees.
/// </summary>
public sealed class DemonstrationWeb : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 20, 9, 0, 0, TimeSpan.FromHours(8));

    private string connectionString = "";
    private WebApplication? app;

    /// <summary>Where it listens, as <c>http://127.0.0.1:40123</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The password of every person of the demonstration.</summary>
    public string Password { get; private set; } = "";

    /// <summary>The way to its database.</summary>
    public string ConnectionString => connectionString;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => (app ?? throw new InvalidOperationException("The web has not been started.")).Services;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        connectionString = await TestCluster.CreateDatabaseAsync("demonstration", MakeAsync);
        app = await StartAsync(connectionString);
        Address = new Uri(app.Urls.First());
        await using var scope = app.Services.CreateAsyncScope();
        Password = await scope.ServiceProvider.GetRequiredService<DemonstrationCounty>().PasswordAsync(CancellationToken.None)
            ?? throw new InvalidOperationException("The demonstration has no password.");
    }

    /// <summary>A visitor without a session.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>A person of the demonstration, logged in through the login page.</summary>
    public async Task<Visitor> LogInAsync(string userName)
    {
        var visitor = Visit();
        await visitor.OpenAsync("/account/login");
        await visitor.SubmitAsync("form[method=post]", new() { ["Input.UserName"] = userName, ["Input.Password"] = Password });
        return visitor;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        await TestCluster.DropDatabaseAsync(connectionString);
    }

    private static async Task<WebApplication> StartAsync(string connectionString)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "gongkai-web", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection([new("urls", "http://127.0.0.1:0"), new("Logging:LogLevel:Default", "Warning")]);
        builder.Logging.ClearProviders();
        builder.AddGongkaiWeb(connectionString);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new RunningClock(Morning)));
        var app = builder.Build();
        app.UseGongkaiWeb();
        await app.StartAsync();
        return app;
    }

    private static async Task MakeAsync(string connectionString)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new RunningClock(Morning))
            .AddGongkaiPlatform(connectionString)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await Schema.MigrateAsync(scope.ServiceProvider.GetRequiredService<GongkaiDb>(), CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<DemonstrationCounty>().MakeAsync(CancellationToken.None);
    }
}
