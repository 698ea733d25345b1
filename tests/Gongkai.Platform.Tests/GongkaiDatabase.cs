using Gongkai.Platform.Storage;
using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Tests;

/// <summary>A database with the schema of the program and nothing in it.</summary>
public sealed class GongkaiDatabase() : TestDatabase("gongkai", MigrateAsync)
{
    public GongkaiDb Open() => Open(ConnectionString);

    public static GongkaiDb Open(string connectionString) =>
        new((DbContextOptions<GongkaiDb>)PlatformSetup.Configure(new DbContextOptionsBuilder<GongkaiDb>(), connectionString).Options);

    /// <summary>The services of one node.</summary>
    public ServiceProvider Services(TimeProvider time, Action<IServiceCollection>? add = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(time).AddGongkaiPlatform(ConnectionString);
        add?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var db = Open(connectionString);
        await Schema.MigrateAsync(db, CancellationToken.None);
    }
}
