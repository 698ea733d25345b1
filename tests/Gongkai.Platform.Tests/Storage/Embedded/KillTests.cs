using System.Globalization;

namespace Gongkai.Platform.Tests.Storage.Embedded;

public sealed class KillTests
{
    [Fact]
    public async Task A_killed_program_leaves_its_server_to_the_next()
    {
        using var server = new Server();
        var (holder, connectionString) = await Holder.StartAsync(server);
        using (holder)
        {
            await Server.QueryAsync(connectionString, "CREATE TABLE kept AS SELECT 7 AS number");
            var pid = server.Pid;
            await holder.KillAsync();

            await using (var next = await server.StartAsync())
            {
                server.Pid.ShouldBe(pid);
                (await Server.QueryAsync(next.ConnectionString, "SELECT number FROM kept")).ShouldBe(7);
            }

            server.IsRunning.ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_killed_server_recovers_with_all_that_was_acknowledged(bool programToo)
    {
        using var server = new Server();
        var (holder, connectionString) = await Holder.StartAsync(server);
        using (holder)
        {
            await Server.QueryAsync(connectionString, "SET synchronous_commit = on; CREATE TABLE kept AS SELECT generate_series(1, 1000) AS number");
            var pid = server.Pid;
            Server.Kill(pid);
            if (programToo)
            {
                await holder.KillAsync();
            }

            await using var next = await server.StartAsync();

            server.Pid.ShouldNotBe(pid);
            next.ConnectionString.ShouldBe(connectionString);
            (await Server.QueryAsync(next.ConnectionString, "SELECT count(*) FROM kept")).ShouldBe(1000L);
        }
    }

    [Fact]
    public async Task A_process_that_has_the_number_of_a_killed_server_is_not_taken_for_it()
    {
        using var server = new Server();
        var (holder, _) = await Holder.StartAsync(server);
        using (holder)
        {
            Server.Kill(server.Pid);
            await holder.KillAsync();
            var file = server.In("cluster/postmaster.pid");
            File.WriteAllLines(file, [Environment.ProcessId.ToString(CultureInfo.InvariantCulture), .. File.ReadAllLines(file).Skip(1)]);

            await using var next = await server.StartAsync();

            (await Server.QueryAsync(next.ConnectionString, "SELECT 1")).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_cluster_that_was_being_made_when_the_program_was_killed_is_made_anew()
    {
        using var server = new Server();
        Directory.CreateDirectory(server.Options.DataFolder);
        var begun = new TaskCompletionSource();
        using var watcher = new FileSystemWatcher(server.Options.DataFolder, "cluster.new-*") { EnableRaisingEvents = true };
        watcher.Created += (_, _) => begun.TrySetResult();
        using var holder = Holder.Begin(server);
        await begun.Task.WaitAsync(TestContext.Current.CancellationToken);
        await holder.KillAsync();
        Directory.Exists(server.In("cluster")).ShouldBeFalse();

        await using (var next = await server.StartAsync())
        {
            (await Server.QueryAsync(next.ConnectionString, "SELECT 1")).ShouldBe(1);
        }

        await server.MakeAsync();
        File.Exists(server.In("cluster/PG_VERSION")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_password_is_replaced_and_no_data_with_it(bool running)
    {
        using var server = new Server();
        var (holder, connectionString) = await Holder.StartAsync(server);
        using (holder)
        {
            await Server.QueryAsync(connectionString, "CREATE TABLE kept AS SELECT 7 AS number");
            if (running)
            {
                await holder.KillAsync();
            }
            else
            {
                await holder.InterruptAsync();
                await holder.ExitCodeAsync();
            }

            File.Delete(server.In("password"));

            await using var next = await server.StartAsync();

            (await Server.QueryAsync(next.ConnectionString, "SELECT number FROM kept")).ShouldBe(7);
            next.ConnectionString.ShouldNotBe(connectionString);
        }
    }
}
