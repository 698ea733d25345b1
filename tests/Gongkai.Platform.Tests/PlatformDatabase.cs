using Gongkai.Platform.Storage;
using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests;

/// <summary>An empty database of the platform for a test class.</summary>
public sealed class PlatformDatabase() : TestDatabase("platform", MigrateAsync)
{
    public static GongkaiDb Open(string connectionString) =>
        new((DbContextOptions<GongkaiDb>)PlatformSetup.Configure(new DbContextOptionsBuilder<GongkaiDb>(), connectionString).Options);

    private static async Task MigrateAsync(string connectionString)
    {
        await using var db = Open(connectionString);
        await Schema.MigrateAsync(db, CancellationToken.None);
    }
}
