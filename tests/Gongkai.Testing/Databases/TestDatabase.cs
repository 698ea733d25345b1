using Xunit;

namespace Gongkai.Testing.Databases;

/// <summary>
/// A database for a test class, as its class fixture: derive a sealed class without parameters that says which template
/// it is copied from and how that template is made.
/// </summary>
/// <param name="template">A name in lower case; databases of the same name are copied from the same template.</param>
/// <param name="migrate">Makes the template from an empty database, once in a test process.</param>
public abstract class TestDatabase(string template, Func<string, Task> migrate) : IAsyncLifetime
{
    /// <summary>The way to the database.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => ConnectionString = await TestCluster.CreateDatabaseAsync(template, migrate);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await TestCluster.DropDatabaseAsync(ConnectionString);
    }
}
