using Gongkai.Platform;
using Gongkai.Platform.Demonstration;
using Gongkai.Platform.Storage;
using Gongkai.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Testing.Web;

/// <summary>
/// The web over its own copy of the demonstration county as it stands on the morning of Tuesday 20 January 2026.
/// A class fixture: what one test class does, no other sees.
/// </summary>
public sealed class DemonstrationWeb : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 20, 9, 0, 0, TimeSpan.FromHours(8));

    private RunningWeb? web;

    /// <summary>The password of every person of the demonstration.</summary>
    public string Password { get; private set; } = "";

    /// <summary>The way to its database.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Where it listens.</summary>
    public Uri Address => Web.Address;

    /// <summary>Its clock.</summary>
    public RunningClock Clock { get; } = new(Morning);

    /// <summary>Its services.</summary>
    public IServiceProvider Services => Web.Services;

    private RunningWeb Web => web ?? throw new InvalidOperationException("The web has not been started.");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        ConnectionString = await TestCluster.CreateDatabaseAsync("demonstration", MakeAsync);
        web = await RunningWeb.StartAsync(ConnectionString, Clock);
        await using var scope = Services.CreateAsyncScope();
        Password = await scope.ServiceProvider.GetRequiredService<DemonstrationCounty>().PasswordAsync(CancellationToken.None)
            ?? throw new InvalidOperationException("The demonstration has no password.");
    }

    /// <summary>A visitor without a session.</summary>
    public Visitor Visit() => Web.Visit();

    /// <summary>A person of the demonstration, logged in through the login page.</summary>
    public Task<Visitor> LogInAsync(string userName) => Web.LogInAsync(userName, Password);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (web is not null)
        {
            await web.DisposeAsync();
        }

        await TestCluster.DropDatabaseAsync(ConnectionString);
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
