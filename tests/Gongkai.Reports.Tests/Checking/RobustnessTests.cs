using FsCheck.Fluent;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Tests.Checking;

public sealed class RobustnessTests
{
    private static readonly string[] Pieces =
    [
        "2024年", "2023年", "收到", "受理", "政府信息公开申请", "依申请公开", "5件", "十二件", "１２", "1,234件", "99999999999999999999999件", "占", "80.123456789%", "，", "。", "、", "（", "）", "；", "\n", " ",
        "其中", "另", "自然人", "法人或其他组织", "予以公开", "不予公开", "办结", "结转", "下年度", "上年", "行政复议", "行政诉讼", "未发生", "未收到", "全部", "维持", "行政规范性文件", "制发", "废止",
        "信息处理费", "300元", "白石镇人民政府", "(二)", "0", ".", "%", "为", "件", "\u0000", "😀", "第", "年", "一件", "零",
    ];

    [Fact]
    public void No_text_makes_the_checker_throw() =>
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(Gen.Elements(Pieces).ArrayOf(40).ToArbitrary(), pieces =>
            {
                var text = string.Concat(pieces);
                var report = Sample.Report(overview: text, others: text, fifth: text, disputes: text) with { Preamble = text, Title = text, Signatory = text, Agency = text[..(text.Length / 4)] };

                return Sample.Check(report, new CheckContext { Last = report with { Year = 2023 } }).All(finding => finding.Message.Length > 0);
            }));

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public void No_figure_makes_the_checker_throw(string value)
    {
        var all = NationalForm.Of(Edition.National2021).Select(address => $"{address}={value}");
        var report = Sample.Report(string.Join(' ', all), overview: "收到政府信息公开申请5件，办结4件，未发生行政复议。");

        Should.NotThrow(() => Sample.Check(report, new CheckContext { Last = report with { Year = 2023 } }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9999)]
    [InlineData(-5)]
    public void No_year_makes_the_checker_throw(int year) =>
        Should.NotThrow(() => Sample.Check(Sample.Report() with { Year = year }, new CheckContext { Last = Sample.Report() }));

    [Fact]
    public void An_empty_report_is_checked() => Sample.Check(new AnnualReport()).ShouldContain(finding => finding.Rule == "table.missing");
}
