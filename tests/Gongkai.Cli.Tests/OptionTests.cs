namespace Gongkai.Cli.Tests;

public sealed class OptionTests
{
    [Theory]
    [InlineData("没有给出命令", "")]
    [InlineData("没有“chekc”这个命令", "chekc x.txt")]
    [InlineData("没有给出要检查的文件", "check")]
    [InlineData("没有给出文件", "read")]
    [InlineData("没有“--bogus”这个选项", "check --bogus x.txt")]
    [InlineData("没有“-x”这个选项", "read -x")]
    [InlineData("选项 --format 的值“xml”不对", "check x.txt --format xml")]
    [InlineData("选项 --format 后面缺少值", "check x.txt --format")]
    [InlineData("选项 --format 只能写一次", "check x.txt --format csv --format json")]
    [InlineData("选项 --jobs 的值“0”不对", "check x.txt --jobs 0")]
    [InlineData("选项 --jobs 的值“-3”不对", "check x.txt --jobs=-3")]
    [InlineData("选项 --jobs 的值“99999999999”不对", "check x.txt --jobs 99999999999")]
    [InlineData("选项 --level 的值“village”不对", "check x.txt --level village")]
    [InlineData("没有“无.json”这个设置文件", "check x.txt --settings 无.json")]
    [InlineData("没有“无.docx”这个上年报告", "check x.txt --last 无.docx")]
    [InlineData("选项 --apply 的值“0”不对", "mend x.txt --apply 0 -o y.docx")]
    [InlineData("请用 -o 给出输出文件", "mend x.txt --apply 1")]
    [InlineData("不知道写成什么格式", "write x.txt -o y.zzz")]
    [InlineData("选项 --to 的值“pdf”不对", "write x.txt --to pdf")]
    [InlineData("没有给出", "compare x.txt")]
    public void A_wrong_command_line_is_one_chinese_sentence_and_exit_2(string sentence, string arguments)
    {
        var run = CommandRun.Of(Path.GetTempPath(), arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith($"gongkai: {sentence}");
        run.Error.TrimEnd('\n').Split('\n').ShouldHaveSingleItem();
    }

    [Fact]
    public void A_file_at_an_at_sign_is_not_read_as_arguments()
    {
        var run = CommandRun.Of(Path.GetTempPath(), "check", "@/etc/passwd");

        run.Error.ShouldStartWith("gongkai: @/etc/passwd：");
    }

    [Theory]
    [InlineData("")]
    [InlineData("read")]
    [InlineData("check")]
    [InlineData("mend")]
    [InlineData("write")]
    [InlineData("compare")]
    [InlineData("sum")]
    public void Help_is_in_chinese_with_examples(string command)
    {
        var run = CommandRun.Of(Path.GetTempPath(), [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("用法：");
        run.Output.ShouldContain("选项：");
        run.Output.ShouldContain("示例：");
        run.Output.ShouldContain($"  gongkai {(command.Length == 0 ? "read" : command)} ");
        run.Output.ShouldNotContain("Usage");
    }

    [Fact]
    public void The_version_is_a_number()
    {
        var run = CommandRun.Of(Path.GetTempPath(), "--version");

        run.ExitCode.ShouldBe(0);
        Version.TryParse(run.Output.Trim(), out _).ShouldBeTrue(run.Output);
    }
}
