using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Gongkai.Platform.Tests.Storage.Embedded;

public sealed class StartTests
{
    [Fact]
    public async Task The_next_start_finds_what_was_written()
    {
        using var server = new Server();
        string before;
        await using (var first = await server.StartAsync())
        {
            before = first.ConnectionString;
            await Server.QueryAsync(first.ConnectionString, "CREATE TABLE kept AS SELECT '青石县' AS name");
        }

        server.IsRunning.ShouldBeFalse();
        await using var second = await server.StartAsync();

        (await Server.QueryAsync(second.ConnectionString, "SELECT name FROM kept")).ShouldBe("青石县");
        second.ConnectionString.ShouldBe(before);
        new NpgsqlConnectionStringBuilder(second.ConnectionString).Database.ShouldBe("gongkai");
    }

    [Fact]
    public async Task A_server_for_real_use_is_durable_and_listens_to_this_machine_only()
    {
        using var server = new Server();
        await using var postgres = await Server.StartAsync(server.Options with { ForTests = false });

        (await SettingAsync("fsync")).ShouldBe("on");
        (await SettingAsync("synchronous_commit")).ShouldBe("on");
        (await SettingAsync("full_page_writes")).ShouldBe("on");
        (await SettingAsync("listen_addresses")).ShouldBe("127.0.0.1");
        (await SettingAsync("unix_socket_directories")).ShouldBe("");
        (await SettingAsync("server_encoding")).ShouldBe("UTF8");
        (await Server.QueryAsync(postgres.ConnectionString, "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'gongkai'")).ShouldBe("bC.UTF-8");
        (await Server.QueryAsync(postgres.ConnectionString, "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules")).ShouldBe("scram-sha-256");

        async Task<object?> SettingAsync(string name) => await Server.QueryAsync(postgres.ConnectionString, $"SHOW {name}");
    }

    [Fact]
    public async Task Only_who_can_read_the_password_gets_in()
    {
        using var server = new Server();
        await using var postgres = await server.StartAsync();
        var guess = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "gongkai" };

        var refused = await Should.ThrowAsync<PostgresException>(() => Server.QueryAsync(guess.ConnectionString, "SELECT 1"));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
        File.ReadAllText(server.In("password")).Trim().Length.ShouldBe(48);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(server.In("password")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_not_waited_for()
    {
        using var server = new Server();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        await using var postgres = await Server.StartAsync(server.Options with { Port = taken });

        new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Port.ShouldNotBe(taken);
        (await Server.QueryAsync(postgres.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Links_that_npm_did_not_make_are_made()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the package has other links.");
        using var server = new Server();
        var programs = Path.Combine(server.Checkout, "native");
        Shell.Run($"cp -rL '{Server.Programs}' '{programs}' && rm '{programs}'/lib/libpq.so.5 '{programs}'/lib/libicuuc.so.60");

        await using var postgres = await Server.StartAsync(server.Options with { ProgramsFolder = programs });

        File.ResolveLinkTarget(Path.Combine(programs, "lib/libpq.so.5"), returnFinalTarget: false).ShouldNotBeNull();
        (await Server.QueryAsync(postgres.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Root_runs_the_server_as_somebody_else()
    {
        Assert.SkipUnless(Server.IsRootOnLinux, "Not root on Linux.");
        using var server = new Server();
        await using var postgres = await server.StartAsync();

        Shell.Run($"stat -c %u /proc/{server.Pid}").ShouldNotBe("0");
        Shell.Run($"ps -o sid= -p {server.Pid}").Trim().ShouldNotBe(Shell.Run($"ps -o sid= -p {Environment.ProcessId}").Trim());
    }

    [Fact]
    public async Task A_folder_that_only_root_may_enter_gets_a_pointer_to_where_the_database_is()
    {
        Assert.SkipUnless(Server.IsRootOnLinux, "Not root on Linux.");
        using var server = new Server(enterable: false);
        var programs = Path.Combine(server.Checkout, "native");
        Shell.Run($"cp -r '{Server.Programs}' '{programs}' && chmod -R go-rwx '{programs}'");
        var options = server.Options with { ProgramsFolder = programs };
        await using (var first = await Server.StartAsync(options))
        {
            await Server.QueryAsync(first.ConnectionString, "CREATE TABLE kept AS SELECT 7 AS number");
        }

        var place = File.ReadAllText(Path.Combine(options.DataFolder, "place")).Trim();
        place.ShouldStartWith(options.ServiceFolder);
        await using (var second = await Server.StartAsync(options))
        {
            (await Server.QueryAsync(second.ConnectionString, "SELECT number FROM kept")).ShouldBe(7);
            File.ResolveLinkTarget($"/proc/{server.Pid}/exe", returnFinalTarget: false)!.FullName.ShouldStartWith(place);
        }

        Directory.Move(place, place + "-moved");
        (await server.ComplaintAsync(options)).ShouldContain($"数据库应当在“{place}”，但那里没有");
    }

    [Fact]
    public async Task Files_that_a_copy_by_root_made_its_own_are_given_back()
    {
        Assert.SkipUnless(Server.IsRootOnLinux, "Not root on Linux.");
        using var server = new Server();
        await server.MakeAsync();
        Shell.Run($"chown -R 0:0 '{server.Options.DataFolder}'");

        await using var postgres = await server.StartAsync();

        (await Server.QueryAsync(postgres.ConnectionString, "SELECT 1")).ShouldBe(1);
    }
}
