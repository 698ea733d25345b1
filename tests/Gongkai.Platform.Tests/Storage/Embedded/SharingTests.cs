using Gongkai.Platform.Storage.Embedded;
using Npgsql;

namespace Gongkai.Platform.Tests.Storage.Embedded;

public sealed class SharingTests
{
    [Fact]
    public async Task Programs_that_start_at_once_share_a_server_and_the_last_to_leave_stops_it()
    {
        using var server = new Server();
        var both = await Task.WhenAll(server.StartAsync(), server.StartAsync());
        var pid = server.Pid;

        both[0].ConnectionString.ShouldBe(both[1].ConnectionString);
        await both[0].DisposeAsync();
        (await Server.QueryAsync(both[1].ConnectionString, "SELECT 1")).ShouldBe(1);
        server.Pid.ShouldBe(pid);
        await both[1].DisposeAsync();
        server.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_started_it_may_leave_first()
    {
        using var server = new Server();
        var (holder, connectionString) = await Holder.StartAsync(server);
        using (holder)
        {
            await using var postgres = await server.StartAsync();
            postgres.ConnectionString.ShouldBe(connectionString);

            await holder.InterruptAsync();

            (await holder.ExitCodeAsync()).ShouldBe(0);
            (await Server.QueryAsync(postgres.ConnectionString, "SELECT 1")).ShouldBe(1);
        }

        server.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public async Task Ctrl_C_reaches_the_program_and_not_the_server_that_it_still_needs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs setsid.");
        using var server = new Server();
        var (holder, _) = await Holder.StartAsync(server);
        using (holder)
        {
            await holder.InterruptAsync();

            (await holder.ReadLineAsync()).ShouldBe("drained");
            (await holder.ExitCodeAsync()).ShouldBe(0);
        }

        server.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public async Task Leaving_twice_is_leaving_once()
    {
        using var server = new Server();
        var first = await server.StartAsync();
        await using var second = await server.StartAsync();

        await first.DisposeAsync();
        await first.DisposeAsync();

        (await Server.QueryAsync(second.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_start_that_is_called_off_leaves_nothing_running()
    {
        using var server = new Server();
        await server.MakeAsync();
        using var calledOff = new CancellationTokenSource();
        using var watcher = new FileSystemWatcher(server.In("cluster"), "postmaster.pid") { EnableRaisingEvents = true };
        watcher.Created += (_, _) => calledOff.Cancel();

        await Should.ThrowAsync<OperationCanceledException>(() => EmbeddedPostgres.StartAsync(server.Options, calledOff.Token));

        server.IsRunning.ShouldBeFalse();
        await using var postgres = await server.StartAsync();
        new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host.ShouldBe("127.0.0.1");
    }
}
