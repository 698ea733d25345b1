using System.Text.Json;

namespace Gongkai.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly ReportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Figures_that_disagree_are_findings_and_exit_1()
    {
        folder.AddText("报告.txt", ReportFolder.Broken());

        var run = CommandRun.Of(folder.Path, "check", "报告.txt");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("青石县白杨镇人民政府  2024年  2021年格式  报告.txt");
        run.Output.ShouldContain("读出 200");
        run.Output.ShouldContain("requests.balance");
        run.Output.ShouldContain("gongkai mend 报告.txt --apply 1 -o 报告-修正.docx");
        run.LastErrorLine.ShouldBe("文件 1 个：读出 1，无误 0，有差错 1，只有提醒 0，未能读取 0。");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_one_line_and_the_work_goes_on()
    {
        folder.AddText("乙.txt", ReportFolder.Broken());
        folder.Add("坏.docx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3]);

        var run = CommandRun.Of(folder.Path, "check", "没有.txt", "坏.docx", "乙.txt");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("乙.txt");
        var lines = run.Error.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("gongkai: 没有.txt：");
        lines[1].ShouldStartWith("gongkai: 坏.docx：");
        lines[2].ShouldBe("文件 3 个：读出 1，无误 0，有差错 1，只有提醒 0，未能读取 2。");
    }

    [Fact]
    public void In_a_pipe_there_are_no_colours_and_no_drawn_lines()
    {
        folder.AddText("报告.txt", ReportFolder.Broken());

        var text = CommandRun.Of(folder.Path, "check", "报告.txt").Output + CommandRun.Of(folder.Path, "read", "报告.txt").Output;

        text.ShouldNotContain('\u001b');
        text.Where(character => character is >= '\u2500' and <= '\u257F').ShouldBeEmpty();
        text.Split('\n').ShouldAllBe(line => !line.EndsWith(' '));
    }

    [Fact]
    public void As_json_it_is_one_array_of_reports_with_findings_and_mends()
    {
        folder.AddText("甲.txt", ReportFolder.Sound());
        folder.AddText("乙.txt", ReportFolder.Broken());

        using var json = JsonDocument.Parse(CommandRun.Of(folder.Path, "check", "甲.txt", "乙.txt", "--format", "json").Output);

        json.RootElement.GetArrayLength().ShouldBe(2);
        var broken = json.RootElement[1];
        broken.GetProperty("format").GetString().ShouldBe("gongkai.report/1");
        broken.GetProperty("requests").GetProperty("received").GetProperty("natural").ValueKind.ShouldBe(JsonValueKind.Number);
        var finding = broken.GetProperty("findings").EnumerateArray().First(each => each.GetProperty("rule").GetString() == "requests.balance");
        finding.GetProperty("severity").GetString().ShouldBe("error");
        finding.GetProperty("mend").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void As_json_lines_each_report_is_on_a_line_of_its_own()
    {
        folder.AddText("甲.txt", ReportFolder.Sound());
        folder.AddText("乙.txt", ReportFolder.Broken());

        var lines = CommandRun.Of(folder.Path, "read", folder.Path, "--format", "jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Length.ShouldBe(2);
        lines.ShouldAllBe(line => line.StartsWith("{\"format\":\"gongkai.report/1\"", StringComparison.Ordinal));
    }

    [Fact]
    public void As_csv_each_finding_is_a_row()
    {
        folder.AddText("乙.txt", ReportFolder.Broken());

        var rows = CommandRun.Of(folder.Path, "check", "乙.txt", "--format", "csv").Output.Split("\r\n");

        rows[0].ShouldBe("file,agency,year,rule,severity,at,message,expected,actual");
        rows.ShouldContain(row => row.StartsWith("乙.txt,青石县白杨镇人民政府,2024,requests.balance,error,requests.received.natural", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_any_report_it_is_still_json() => CommandRun.Of(folder.Path, "check", "没有.txt", "--format", "json").Output.Trim().ShouldStartWith("[");

    [Fact]
    public void A_report_on_standard_input_is_read()
    {
        var bytes = File.ReadAllBytes(folder.AddText("甲.txt", ReportFolder.Sound()));

        CommandRun.WithInput(folder.Path, bytes, "read", "-").Output.ShouldContain("青石县白杨镇人民政府");
    }

    [Fact]
    public void An_empty_folder_says_what_could_be_read()
    {
        var run = CommandRun.Of(folder.Path, "check", ".", "--format", "json");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("没有找到报告文件");
    }

    [Fact]
    public void The_rules_are_listed_with_their_ids()
    {
        var run = CommandRun.Of(folder.Path, "check", "--list-rules");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("requests.balance");
    }

    [Fact]
    public void A_raw_text_cannot_steer_the_terminal()
    {
        folder.Add("\u001b[31m红.txt", "x"u8.ToArray());

        var run = CommandRun.Of(folder.Path, "check", ".");

        (run.Output + run.Error).ShouldNotContain('\u001b');
    }
}
