using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Testing.Published;

/// <summary>Pages that are not a filled-in report on the national form.</summary>
public static class StrangePages
{
    /// <summary>The form as it was sent out: nothing in it is a figure, and nothing is zero.</summary>
    public static PublishedReport BlankForm(AnnualReport report, Random random)
    {
        var blank = report with
        {
            Title = "×××20××年政府信息公开工作年度报告",
            Agency = null,
            Year = null,
            Period = null,
            SignedOn = null,
            Signatory = null,
            Preamble = "",
            Sections = [.. NationalForm.SectionHeadings.Select((heading, index) => new Section(index + 1, heading, ""))],
            Figures = FigureSet.Empty.With(
                NationalForm.Of(report.Edition, Identities.HasSingleOtherwiseRow(report.Figures)).Select(address => KeyValuePair.Create(address, Cell.Blank()))),
        };
        TablePrinter[] printers = [TablePrinters.Tabs, TablePrinters.Pipes, TablePrinters.Markdown];
        var page = TextPage.Print(blank, new Random(0), printers[random.Next(printers.Length)]);
        page.Expected.ComparesHead = false;
        return page;
    }

    /// <summary>A report on the form that was in use before 2019.</summary>
    public static PublishedReport OlderForm(AnnualReport report, Random random)
    {
        var year = random.Next(2014, 2019);
        (string Label, string Unit)[] rows =
        [
            ("一、主动公开情况", ""), ("（一）主动公开政府信息数", "条"), ("其中：主动公开规范性文件数", "条"), ("制发规范性文件总数", "件"),
            ("（二）通过不同渠道和方式公开政府信息的情况", ""), ("1．政府公报公开政府信息数", "条"), ("2．政府网站公开政府信息数", "条"),
            ("二、回应解读情况", ""), ("（一）回应公众关注热点或重大舆情数", "次"), ("三、依申请公开情况", ""), ("（一）收到申请数", "件"),
            ("1．当面申请数", "件"), ("2．传真申请数", "件"), ("（二）申请办结数", "件"), ("1．按时办结数", "件"), ("2．延期办结数", "件"),
            ("（三）申请答复数", "件"), ("1．属于已主动公开范围数", "件"), ("2．同意公开答复数", "件"), ("5．不属于本行政机关公开数", "件"),
            ("四、行政复议数量", "件"), ("（一）维持具体行政行为数", "件"), ("五、行政诉讼数量", "件"), ("六、举报投诉数量", "件"),
            ("七、依申请公开信息收取的费用", "万元"), ("八、机构建设和保障经费情况", ""), ("（一）政府信息公开工作专门机构数", "个"),
        ];
        var lines = rows.Select(row => row.Unit.Length == 0 ? $"{row.Label}\t——\t" : $"{row.Label}\t{row.Unit}\t{random.Next(0, 40)}");
        string[] parts =
        [
            $"{report.Agency}{year}年政府信息公开工作年度报告",
            "本报告由概述、主动公开情况、依申请公开情况、收费及减免情况、复议诉讼情况和存在的问题等部分组成。",
            "一、概述",
            $"{year}年，按照上级部署稳步推进信息公开，未出现差错。",
            "附表 政府信息公开情况统计表",
            "统计指标\t单位\t统计数\n" + string.Join('\n', lines),
        ];
        return NotOurs(string.Join("\n\n", parts));
    }

    /// <summary>A page that speaks of such reports and quotes the form.</summary>
    public static PublishedReport Talk(AnnualReport report, Random random)
    {
        string[] sentences =
        [
            $"关于做好{report.Year}年政府信息公开工作年度报告编制工作的通知",
            $"各镇人民政府、县直各部门：请于1月{random.Next(10, 29)}日前完成年度报告编制，2个工作日内报县政府办公室。",
            "一、总体要求",
            "报告应当包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分，共填3张表。",
            "二、填报说明",
            "“一、本年新收政府信息公开申请数量”指1月1日至12月31日收到的申请；“二、上年结转政府信息公开申请数量”应与去年报告第4项一致。",
            "“（一）予以公开”含告知已主动公开的情形，去年有5个单位误填在第3项；“（七）总计”等于第（一）至第（六）项之和。",
            "行政许可 按处理决定数填报，12月31日前作出的计入。行政处罚 含简易程序，去年全县共有3个单位漏填。",
            "三、时间安排",
            $"1月{random.Next(5, 9)}日 部署培训；1月20日 初审；1月31日 公布。",
        ];
        return NotOurs(string.Join("\n\n", sentences));
    }

    private static PublishedReport NotOurs(string text) =>
        PublishedReport.OfText(text + "\n", new Expected(new AnnualReport { Figures = FigureSet.Empty, Sections = ImmutableArray<Section>.Empty })
        {
            ComparesHead = false,
        });
}
