using Gongkai.Platform.Tests.Storage.Embedded;
using Gongkai.Testing.Databases;

namespace Gongkai.Platform.Tests.Storage.Databases;

public sealed class TestDatabaseTests(TestDatabaseTests.Numbers numbers) : IClassFixture<TestDatabaseTests.Numbers>
{
    private static int migrations;

    [Fact]
    public async Task A_database_holds_what_the_migration_made_which_ran_once()
    {
        var other = await TestCluster.CreateDatabaseAsync("numbers", MigrateAsync);
        await Server.QueryAsync(other, "DELETE FROM numbers");

        (await Server.QueryAsync(numbers.ConnectionString, "SELECT count(*) FROM numbers")).ShouldBe(3L);
        migrations.ShouldBe(1);
        await TestCluster.DropDatabaseAsync(other);
        await Should.ThrowAsync<Npgsql.PostgresException>(() => Server.QueryAsync(other, "SELECT 1"));
    }

    [Fact]
    public async Task Many_databases_can_be_made_at_once()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TestCluster.CreateDatabaseAsync("numbers", MigrateAsync)));

        made.ShouldBeUnique();
        await Task.WhenAll(made.Select(TestCluster.DropDatabaseAsync));
    }

    private static async Task MigrateAsync(string connectionString)
    {
        Interlocked.Increment(ref migrations);
        await Server.QueryAsync(connectionString, "CREATE TABLE numbers AS SELECT generate_series(1, 3) AS number");
    }

    public sealed class Numbers() : TestDatabase("numbers", MigrateAsync);
}
