namespace Gongkai.Cli.Tests;

/// <summary>What a person sees on a terminal, which <c>script</c> of util-linux stands in for.</summary>
public sealed class TerminalTests : IDisposable
{
    private readonly ReportFolder folder = new();

    public TerminalTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "Needs script of util-linux.");
        folder.AddText("甲.txt", ReportFolder.Broken());
        folder.AddText("乙.txt", ReportFolder.Sound("青石县红柳镇人民政府", 2023));
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("read 甲.txt", 40)]
    [InlineData("read 甲.txt", 200)]
    [InlineData("check 甲.txt", 40)]
    [InlineData("mend 甲.txt", 47)]
    [InlineData("compare 乙.txt 甲.txt", 40)]
    [InlineData("sum 甲.txt 乙.txt", 60)]
    [InlineData("check --list-rules", 50)]
    public void It_has_colours_and_fits_any_width(string arguments, int columns)
    {
        var run = OnTerminal($"stty cols {columns}; gongkai {arguments}");

        run.Output.ShouldContain("\u001b[");
        run.Output.ShouldNotContain("Unhandled");
        run.ExitCode.ShouldBeLessThan(2);
    }

    [Fact]
    public void No_color_is_respected() =>
        OnTerminal("NO_COLOR=1 gongkai check 甲.txt").Output.ShouldNotContain("\u001b[3");

    private CommandRun OnTerminal(string line) => CommandRun.OfShell(folder.Path, $"TERM=xterm script -qec \"{line}\" /dev/null");
}
