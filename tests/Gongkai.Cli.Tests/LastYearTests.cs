using System.IO.Compression;
using Gongkai.Cli.Running;
using Gongkai.Reports;
using Gongkai.Reports.Form;

namespace Gongkai.Cli.Tests;

public sealed class LastYearTests : IDisposable
{
    private readonly ReportFolder folder = new();

    public LastYearTests()
    {
        folder.AddText("今年.txt", ReportFolder.Sound());
        folder.AddText("去年/别的名字.txt", WithCarriedOut(ReportFolder.Sound(year: 2023), 5));
        folder.AddText("去年/今年.txt", ReportFolder.Sound("青石县红柳镇人民政府", 2023));
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("去年")]
    [InlineData("去年/别的名字.txt")]
    public void Last_years_report_is_found_by_agency_and_year(string last) =>
        CommandRun.Of(folder.Path, "check", "今年.txt", "--last", last).Output.ShouldContain("上年");

    [Theory]
    [InlineData("上年.zip")]
    [InlineData("几个包")]
    public void It_is_found_in_zips_and_how_many_were_found_is_told(string last)
    {
        Directory.CreateDirectory(folder.Of("几个包"));
        ZipFile.CreateFromDirectory(folder.Of("去年"), folder.Of("上年.zip"));
        using (var outer = ZipFile.Open(folder.Of("几个包/全部.zip"), ZipArchiveMode.Create))
        {
            outer.CreateEntryFromFile(folder.Of("上年.zip"), "里面.zip");
        }

        folder.AddText("别的.txt", ReportFolder.Sound("青石县枫树镇人民政府"));
        var run = CommandRun.Of(folder.Path, "check", "今年.txt", "别的.txt", "--last", last);

        run.Output.ShouldContain("上年");
        run.LastErrorLine.ShouldEndWith("找到上年报告的 1 个。");
    }

    [Fact]
    public void A_settings_file_turns_a_rule_off()
    {
        folder.AddText("错.txt", ReportFolder.Broken());
        folder.Add("设置.json", """{ "rules": { "requests.balance": "off" } }"""u8.ToArray());

        CommandRun.Of(folder.Path, "check", "错.txt", "--settings", "设置.json").Output.ShouldNotContain("requests.balance");
    }

    [Fact]
    public void A_settings_file_that_is_wrong_says_where()
    {
        folder.Add("设置.json", """{ "rules": { "no.such.rule": "off" } }"""u8.ToArray());

        var run = CommandRun.Of(folder.Path, "check", "今年.txt", "--settings", "设置.json");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("no.such.rule");
    }

    [Theory]
    [InlineData("白杨镇-2023.docx", "白杨镇-2024.html")]
    [InlineData("2023年白杨镇.txt", "2024年白杨镇.txt")]
    [InlineData("去年/白杨镇.txt", "白杨镇.docx")]
    public void File_names_of_one_agency_are_alike_without_the_year(string last, string name) =>
        LastYear.WithoutYear(last).ShouldBe(LastYear.WithoutYear(name));

    private static AnnualReport WithCarriedOut(AnnualReport report, decimal count) => report with
    {
        Figures = report.Figures.With(new[] { ApplicantColumn.Natural, ApplicantColumn.Total }
            .Select(column => NationalForm.Request(RequestRow.CarriedOut, column))
            .Select(address => KeyValuePair.Create(address, Cell.Number(report.Figures[address].Value + count)))),
    };
}
