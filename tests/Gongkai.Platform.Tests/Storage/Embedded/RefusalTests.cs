namespace Gongkai.Platform.Tests.Storage.Embedded;

public sealed class RefusalTests
{
    [Fact]
    public async Task Data_of_another_version_is_left_alone()
    {
        using var server = new Server();
        await server.MakeAsync();
        File.WriteAllText(server.In("cluster/PG_VERSION"), "15\n");

        (await server.ComplaintAsync()).ShouldContain("是 PostgreSQL 15 的数据，现在的程序是 PostgreSQL 18");
        server.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public async Task Data_without_a_version_is_left_alone()
    {
        using var server = new Server();
        await server.MakeAsync();
        File.Delete(server.In("cluster/PG_VERSION"));

        (await server.ComplaintAsync()).ShouldContain("请从备份恢复");
        Directory.Exists(server.In("cluster/base")).ShouldBeTrue();
    }

    [Fact]
    public async Task Another_password_than_the_running_server_s_is_said()
    {
        using var server = new Server();
        await using var postgres = await server.StartAsync();
        File.WriteAllText(server.In("password"), "another");

        (await server.ComplaintAsync()).ShouldContain("密码不一致");
        (await Server.QueryAsync(postgres.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Programs_that_are_not_there_are_said_to_come_from_npm()
    {
        using var server = new Server();

        (await server.ComplaintAsync(server.Options with { ProgramsFolder = server.Checkout })).ShouldContain("没有 PostgreSQL 的程序");
    }

    [Fact]
    public async Task A_missing_library_is_said()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere libraries have other names.");
        using var server = new Server();
        var programs = Path.Combine(server.Checkout, "native");
        Shell.Run($"cp -r '{Server.Programs}' '{programs}' && rm '{programs}'/lib/libxml2.so.2 '{programs}'/lib/libssl.so.1.1");

        (await server.ComplaintAsync(server.Options with { ProgramsFolder = programs })).ShouldContain("npm ci");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_said()
    {
        using var server = new Server();
        var file = Path.Combine(server.Checkout, "file");
        File.WriteAllText(file, "");

        (await server.ComplaintAsync(server.Options with { DataFolder = Path.Combine(file, "data") })).ShouldContain(file);
    }

    [Fact]
    public async Task A_path_that_a_shell_would_read_otherwise_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such paths.");
        using var server = new Server();

        (await server.ComplaintAsync(server.Options with { DataFolder = Path.Combine(server.Checkout, "a$(b)") })).ShouldContain("请换一个文件夹");
    }

    [Fact]
    public async Task A_full_disk_is_said_and_what_is_half_made_is_gone_when_there_is_room()
    {
        Assert.SkipUnless(Server.IsRootOnLinux, "Only root may mount a small disk.");
        using var server = new Server();
        Directory.CreateDirectory(server.Options.DataFolder);
        Assert.SkipUnless(Shell.TryRun($"mount -t tmpfs -o size=8m,mode=0711 tmpfs '{server.Options.DataFolder}'") is not null, "Mounting is not allowed here.");
        try
        {
            (await server.ComplaintAsync()).ShouldContain("磁盘已满");

            Shell.Run($"mount -o remount,size=200m '{server.Options.DataFolder}'");
            await using var postgres = await server.StartAsync();
            (await Server.QueryAsync(postgres.ConnectionString, "SELECT 1")).ShouldBe(1);
            Directory.GetFileSystemEntries(server.Options.DataFolder, "cluster.new-*").ShouldBeEmpty();
        }
        finally
        {
            Shell.Run($"umount -l '{server.Options.DataFolder}'");
        }
    }
}
