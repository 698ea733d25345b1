using System.Collections.Immutable;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Tests.Checking;

/// <summary>A report without any fault, and ways to put faults in. The places are invented.</summary>
internal static class Sample
{
    public const string Overview =
        "2024年，青禾镇认真落实《条例》，各项工作有序开展。\n"
        + "（一）主动公开。全年主动公开政府信息120条。\n"
        + "（二）依申请公开。完善受理、登记、答复流程。\n"
        + "（三）政府信息管理。严格落实先审后发。\n"
        + "（四）政府信息公开平台建设。维护好镇政府网页专栏。\n"
        + "（五）监督保障。纳入年度工作考核，未发生责任追究情形。";

    public const string Improvements = "存在的问题：解读形式不多。改进情况：下一步增加图解，加强培训，邀请群众代表评议公开效果。";

    /// <summary>A clean report: every figure of the 2021 edition is zero but those given as <c>address=value</c>.</summary>
    public static AnnualReport Report(string figures = "", string? overview = null, string? others = null, string? fifth = null, string? disputes = null) => new()
    {
        Agency = "青禾镇人民政府",
        Year = 2024,
        Title = "青禾镇人民政府2024年政府信息公开工作年度报告",
        Preamble = "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。如有疑问请与本镇办公室联系，电话：000-0000000。",
        Period = new StatisticalPeriod(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)),
        SignedOn = new DateOnly(2025, 1, 10),
        Signatory = "青禾镇人民政府",
        Sections =
        [
            new Section(1, "总体情况", overview ?? Overview),
            new Section(2, "主动公开政府信息情况", ""),
            new Section(3, "收到和处理政府信息公开申请情况", ""),
            new Section(4, "政府信息公开行政复议、行政诉讼情况", disputes ?? ""),
            new Section(5, "存在的主要问题及改进情况", fifth ?? Improvements),
            new Section(6, "其他需要报告的事项", others ?? "本年度没有收取信息处理费。"),
        ],
        Figures = Figures(figures),
    };

    /// <summary>The figures of the 2021 edition, all zero but those given as <c>address=value</c>, parted by spaces; <c>address=_</c> is blank, <c>address=?</c> unreadable, <c>address=</c> missing, <c>address=/</c> a stroke.</summary>
    public static FigureSet Figures(string changes = "")
    {
        var builder = new FigureSet.Builder();
        foreach (var address in NationalForm.Of(Edition.National2021))
        {
            builder[address] = Cell.Number(0);
        }

        foreach (var change in changes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = change.Split('=');
            builder[At(parts[0])] = parts[1] switch
            {
                "" => Cell.Missing,
                "_" => Cell.Blank(),
                "?" => Cell.Unreadable("1 2"),
                "/" => Cell.Dash("/"),
                var number => Cell.Number(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)),
            };
        }

        return builder.Build();
    }

    public static FigureAddress At(string name) => FigureAddress.Parse(name, null);

    public static ImmutableArray<Finding> Check(AnnualReport report, CheckContext? context = null, CheckSettings? settings = null) =>
        new ReportChecker(settings ?? CheckSettings.Default).Check(report, context ?? CheckContext.None);

    /// <summary>The one finding of a rule.</summary>
    public static Finding Only(this ImmutableArray<Finding> findings, string rule) => findings.Where(finding => finding.Rule == rule).ShouldHaveSingleItem();

    /// <summary>The finding itself, where it is of this rule.</summary>
    public static Finding ShouldSatisfy(this Finding finding, string rule)
    {
        finding.Rule.ShouldBe(rule, finding.Message);
        return finding;
    }

    public static void ShouldNotHave(this ImmutableArray<Finding> findings, string rule) =>
        findings.Where(finding => finding.Rule == rule).Select(finding => finding.Message).ShouldBeEmpty();
}
