using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Reports;
using Gongkai.Reports.Form;

namespace Gongkai.Platform.Demonstration;

/// <summary>Writes the report around the figures, in words of our own that name the same figures.</summary>
internal static class DemonstrationReports
{
    private static readonly string[] Proactive =
    [
        "全年通过门户网站、公众号和村务公开栏发布信息{0}条，惠农补贴、工程招标、救助名单逐月更新。",
        "围绕群众关心的事项发布信息{0}条，每份文件发布时一并附上解读，便于对照阅读。",
        "对照公开目录逐项核对，发布信息{0}条，补上缺少的索引号和成文日期，更换打不开的附件。",
        "按季度梳理应公开事项，发布信息{0}条，预算决算、行政执法结果按时上网。",
        "把来访中问得最多的事项列成清单先行公开，全年发布信息{0}条。",
    ];

    private static readonly string[] Management =
    [
        "公文起草时同步确定公开属性，发布前经三次审核、三次校对，台账逐条登记审核人和发布时间。",
        "清理历年信息，合并重复条目，对到期文件标注失效，指定两名信息员互为备份。",
        "对政务信息分类归档，纸质与电子目录保持一致，涉密和个人信息发布前逐件审查。",
        "建立信息更新提醒表，每月初核对上月漏项，当月补齐。",
    ];

    private static readonly string[] Platforms =
    [
        "便民服务大厅设查阅点，配备查询终端，由窗口人员协助查阅和打印。",
        "网站专栏与公众号同步更新，留言在五个工作日内答复。",
        "各村设公开栏和广播时段，每旬更换一次内容，张贴后拍照留存。",
        "调整专栏栏目，合并内容相近的栏目，检索结果按时间排列。",
    ];

    private static readonly string[] Oversight =
    [
        "组织业务培训两次，年度考核为合格，社会评议未收到负面意见，没有责任追究情形。",
        "每季度抽查一次并通报结果，年度考核为良好，社会评议结果为满意，未发生责任追究。",
        "将公开工作列入年度考核，开展一次社会评议，问题清单逐项销号，无责任追究情形。",
    ];

    private static readonly string[] Problems =
    [
        "一是图文解读偏少；二是个别栏目更新间隔较长。",
        "部分信息公开后没有及时更正过期的联系方式，检索不够方便。",
        "信息员更换后业务衔接不够顺畅，答复文书的格式还不统一。",
        "公开栏内容与网站内容有时不同步，老年群众获取信息的渠道有限。",
    ];

    private static readonly string[] Improvements =
    [
        "上一年指出的更新不及时问题已改为按月核对；今后增加问答式解读，并为每个科室明确一名联络人。",
        "已对联系方式逐条复核；下一步统一答复文书样式，组织新任信息员跟班学习。",
        "针对上年度反映的检索困难，已调整栏目分类；今后每半年请群众代表试用一次。",
    ];

    public static AnnualReport Write(Random random, string agency, int year, FigureSet figures, DateOnly signedOn)
    {
        var sections = NationalForm.SectionHeadings.Select((heading, index) => new Section(index + 1, heading, index switch
        {
            0 => Overview(random, agency, year, figures),
            4 => $"（一）存在的主要问题\n{Any(random, Problems)}\n（二）改进情况\n{Any(random, Improvements)}",
            5 => $"{year}年未收取信息处理费。没有其他需要报告的事项。",
            _ => "",
        })).ToImmutableArray();
        return new AnnualReport
        {
            Agency = agency,
            Year = year,
            Title = $"{agency}{year}年政府信息公开工作年度报告",
            Preamble = $"依照《中华人民共和国政府信息公开条例》编制本报告。数据统计期限为{year}年1月1日至{year}年12月31日。\n电子版可在县人民政府网站下载，如有疑问请与{agency}联系（地址：青禾县和顺路18号，邮编：000100，电话：000-5550100，电子邮箱：gongkai@example.org）。",
            Period = new StatisticalPeriod(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
            Signatory = agency,
            SignedOn = signedOn,
            Sections = sections,
            Figures = figures,
        };
    }

    private static string Overview(Random random, string agency, int year, FigureSet figures) => string.Join('\n',
    [
        $"{year}年，{agency}按照上级部署推进政府信息公开，主要情况如下。",
        "（一）主动公开",
        string.Format(CultureInfo.InvariantCulture, Any(random, Proactive), random.Next(90, 860)) + Issued(figures),
        "（二）依申请公开",
        OnRequest(figures),
        "（三）政府信息管理",
        Any(random, Management),
        "（四）政府信息公开平台建设",
        Any(random, Platforms),
        "（五）监督保障",
        Any(random, Oversight),
    ]);

    private static string Issued(FigureSet figures) =>
        figures[FigureAddress.Parse("proactive.normativeDocuments.issued", CultureInfo.InvariantCulture)].ValueOrNull is > 0 and var issued ? $"制发行政规范性文件{issued:0}件。" : "";

    private static string OnRequest(FigureSet figures)
    {
        decimal? Total(RequestRow row) => figures[row, ApplicantColumn.Total].ValueOrNull;
        return Total(RequestRow.Received) is not { } received
            ? "申请件数正在核对。"
            : received == 0 && Total(RequestRow.CarriedIn) is 0
                ? "本年度未收到政府信息公开申请，也没有上年结转的申请。"
                : $"本年新收政府信息公开申请{received:0}件，上年结转{Total(RequestRow.CarriedIn):0}件，办结{Total(RequestRow.Concluded):0}件，结转下年度继续办理{Total(RequestRow.CarriedOut):0}件。";
    }

    private static string Any(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
