using System.Text.RegularExpressions;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Gongkai.Reports.Writing;

namespace Gongkai.Cli.Tests;

public sealed class WritingTests : IDisposable
{
    private readonly ReportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("docx")]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void What_was_written_reads_back_with_the_same_figures(string extension)
    {
        folder.AddText("报告.txt", ReportFolder.Sound());

        CommandRun.Of(folder.Path, "write", "报告.txt", "-o", $"写出.{extension}").ExitCode.ShouldBe(0);

        FiguresOf($"写出.{extension}").ShouldBe(FiguresOf("报告.txt"));
    }

    [Fact]
    public void Many_reports_go_into_a_folder_and_namesakes_get_a_number()
    {
        folder.AddText("甲/报告.txt", ReportFolder.Sound("青石县甲镇人民政府"));
        folder.AddText("乙/报告.txt", ReportFolder.Sound("青石县乙镇人民政府"));

        var run = CommandRun.Of(folder.Path, "write", "甲", "乙", "--to", "html", "-o", "输出");

        run.ExitCode.ShouldBe(0);
        File.ReadAllText(folder.Of("输出/报告.html")).ShouldContain("甲镇");
        File.ReadAllText(folder.Of("输出/报告-2.html")).ShouldContain("乙镇");
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_only_when_told_to()
    {
        folder.AddText("报告.txt", ReportFolder.Sound());
        folder.Add("旧.html", "旧"u8.ToArray());

        var refused = CommandRun.Of(folder.Path, "write", "报告.txt", "-o", "旧.html");

        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("已经存在");
        File.ReadAllText(folder.Of("旧.html")).ShouldBe("旧");
        CommandRun.Of(folder.Path, "write", "报告.txt", "-o", "旧.html", "--force").ExitCode.ShouldBe(0);
        File.ReadAllText(folder.Of("旧.html")).ShouldContain("白杨镇");
        Directory.GetFiles(folder.Path, ".*").ShouldBeEmpty();
    }

    [Fact]
    public void The_source_is_never_overwritten()
    {
        var source = folder.AddWritten("报告.html", ReportFolder.Broken(), WriteFormat.Html);
        var before = File.ReadAllBytes(source);

        foreach (var run in new[]
        {
            CommandRun.Of(folder.Path, "write", "报告.html", "-o", "./报告.html", "--force"),
            CommandRun.Of(folder.Path, "mend", "报告.html", "--apply", "1", "-o", source, "--force"),
        })
        {
            run.ExitCode.ShouldBe(2);
            run.Error.ShouldContain("不会覆盖它");
        }

        File.ReadAllBytes(source).ShouldBe(before);
    }

    [Fact]
    public void A_mend_is_written_to_a_copy_in_which_the_figures_agree()
    {
        var source = folder.AddText("报告.txt", ReportFolder.Broken());
        var before = File.ReadAllBytes(source);

        CommandRun.Of(folder.Path, "mend", "报告.txt").Output.ShouldContain("1. ");
        var applied = CommandRun.Of(folder.Path, "mend", "报告.txt", "--apply", "1", "-o", "修正.json");

        applied.ExitCode.ShouldBe(0);
        applied.Error.ShouldContain("已写入 修正.json");
        File.ReadAllBytes(source).ShouldBe(before);
        CommandRun.Of(folder.Path, "mend", "修正.json").Output.ShouldContain("数字全部对得上");
    }

    [Fact]
    public void Of_two_sums_that_are_wrong_one_is_mended_without_the_other()
    {
        var report = ReportFolder.Broken();
        var wrong = NationalForm.Dispute(DisputeGroup.Reconsideration, DisputeResult.Total);
        folder.AddText("报告.txt", report with { Figures = report.Figures.With([new(wrong, Cell.Number(report.Figures[wrong].Value + 40))]) });

        var offered = CommandRun.Of(folder.Path, "mend", "报告.txt").Output.Split("也可以只改其中一处：");
        offered.Length.ShouldBe(2);
        var number = Regex.Matches(offered[1], @"^\s*(\d+)\. 表四", RegexOptions.Multiline)[0].Groups[1].Value;
        CommandRun.Of(folder.Path, "mend", "报告.txt", "--apply", number, "-o", "修正.json").ExitCode.ShouldBe(0);

        var left = CommandRun.Of(folder.Path, "mend", "修正.json").Output;
        left.ShouldContain("requests.balance");
        left.ShouldNotContain("disputes.total");
    }

    [Fact]
    public void A_mend_that_is_not_there_is_refused()
    {
        folder.AddText("报告.txt", ReportFolder.Sound());

        CommandRun.Of(folder.Path, "mend", "报告.txt", "--apply", "3", "-o", "修正.docx").Error.ShouldContain("没有可采用的改法");
        File.Exists(folder.Of("修正.docx")).ShouldBeFalse();
    }

    [Fact]
    public void A_sum_names_what_could_not_be_added()
    {
        var sound = ReportFolder.Sound("青石县甲镇人民政府");
        folder.AddWritten("甲.json", sound, WriteFormat.Json);
        folder.AddWritten("乙.json", sound with { Agency = "青石县乙镇人民政府", Figures = sound.Figures.With(
            [new(Reports.FigureAddress.Parse("proactive.licences", null), Reports.Cell.Blank())]) }, WriteFormat.Json);

        var run = CommandRun.Of(folder.Path, "sum", "甲.json", "乙.json", "-o", "汇总.json", "--agency", "青石县人民政府");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("汇总 2 份报告");
        run.Output.ShouldContain("青石县乙镇人民政府 表二“行政许可”行“本年处理决定数量”列：空白");
        FiguresOf("汇总.json").ShouldContain(row => row.Contains("proactive.licences", StringComparison.Ordinal) && row.Contains("unreadable", StringComparison.Ordinal));
    }

    [Fact]
    public void A_comparison_shows_what_changed()
    {
        folder.AddText("2023.txt", ReportFolder.Sound(year: 2023));
        folder.AddText("2024.txt", ReportFolder.Broken());

        var run = CommandRun.Of(folder.Path, "compare", "2023.txt", "2024.txt");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("不同的 1 格");
        run.Output.ShouldContain("+7");
        CommandRun.Of(folder.Path, "compare", "2023.txt", "2024.txt", "--format", "csv").Output.ShouldStartWith("address,label,earlier,later,change\r\n");
    }

    /// <summary>The rows of the figures; each ends with the name of its file, which is left out here.</summary>
    private string[] FiguresOf(string name)
    {
        var rows = CommandRun.Of(folder.Path, "read", name, "--format", "csv").Output.Split("\r\n")[1..^1];
        rows.ShouldAllBe(row => row.EndsWith($",{name}", StringComparison.Ordinal));
        return [.. rows.Select(row => row[..^(name.Length + 1)])];
    }
}
