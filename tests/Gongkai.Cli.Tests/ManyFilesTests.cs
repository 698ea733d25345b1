using System.Diagnostics;

namespace Gongkai.Cli.Tests;

public sealed class ManyFilesTests : IDisposable
{
    private const int Count = 120;
    private const string Characters = "松柏桃李梅兰竹菊荷桂榆槐杨柳枫桐杉桑";
    private readonly ReportFolder folder = new();

    public ManyFilesTests()
    {
        for (var number = 0; number < Count; number++)
        {
            folder.AddText($"多/{number:D3}.txt", ReportFolder.Sound(Agency(number)));
        }
    }

    public void Dispose() => folder.Dispose();

    private static string Agency(int number) => $"青石县{Characters[number / Characters.Length]}{Characters[number % Characters.Length]}镇人民政府";

    [Fact]
    public void Results_come_in_the_order_of_the_files_however_many_work_on_them()
    {
        var one = CommandRun.Of(folder.Path, "read", "多", "--format", "jsonl", "--jobs", "1");
        var eight = CommandRun.Of(folder.Path, "read", "多", "--format", "jsonl", "--jobs", "8");

        eight.Output.ShouldBe(one.Output);
        var agencies = eight.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("agency").GetString());
        agencies.ShouldBe(Enumerable.Range(0, Count).Select(Agency));
        eight.LastErrorLine.ShouldStartWith($"文件 {Count} 个：读出 {Count}，");
    }

    [Fact]
    public void When_the_reader_of_the_pipe_has_gone_it_ends_quietly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A pipe of a POSIX shell.");

        var run = CommandRun.OfShell(folder.Path, "gongkai read 多 多 多 多 --format json | head -n 1; exit ${PIPESTATUS[0]}");

        run.Output.ShouldBe("[\n");
        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBeLessThan(2);
    }

    [Fact]
    public void Two_commands_that_write_to_one_file_do_not_overwrite_each_other()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A redirection of a POSIX shell.");

        CommandRun.OfShell(folder.Path, "(gongkai check 多/000.txt --format csv; gongkai check 多/001.txt --format csv) > 全部.csv");

        File.ReadAllText(folder.Of("全部.csv")).Split("file,agency,year").Length.ShouldBe(3);
    }

    [Fact]
    public void Ctrl_C_stops_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A signal of POSIX.");
        var paths = Enumerable.Repeat("多", 200).ToArray();

        // Tests that were started in the background hand on an ignored SIGINT, which no program gets back by itself.
        string[] program = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet", CommandRun.Program] : ["dotnet", CommandRun.Program];
        using var process = Process.Start(new ProcessStartInfo(program[0], [.. program[1..], "read", .. paths, "--format", "jsonl"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        process.StandardOutput.ReadLine();
        Process.Start("kill", ["-INT", $"{process.Id}"])!.WaitForExit();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        process.ExitCode.ShouldBe(130);
        process.StandardError.ReadToEnd().ShouldContain("已中断。");
    }
}
