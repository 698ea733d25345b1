using System.Collections.Immutable;

namespace Gongkai.Reports.Checking;

public static partial class Rules
{
    internal static readonly Rule SectionMissing = new("section.missing", Severity.Error,
        "六个部分齐全", "《政府信息公开条例》第五十条；" + Form, "缺少某一部分的标题。内容要严格按第五十条确定，不能遗漏。");

    internal static readonly Rule SectionEmpty = new("section.empty", Severity.Warning,
        "各部分有内容", Form, "第一、五、六部分只有标题，没有文字。");

    internal static readonly Rule SectionOrder = new("section.order", Severity.Warning,
        "六个部分按顺序排列", Form, "各部分的先后与格式不同，或同一部分出现两次。");

    internal static readonly Rule SectionOneBlocks = new("section.one.blocks", Severity.Warning,
        "第一部分包括五个方面", Form + "一（一）",
        "总体情况应包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面。某方面没有自成一段或一句的，列出来。");

    internal static readonly Rule SectionOneAppraisal = new("section.one.appraisal", Severity.Warning,
        "人民政府的报告写明考核、评议、责任追究结果", "《政府信息公开条例》第五十条第一款第四项",
        "各级人民政府（含乡镇）的报告，第一部分没有写工作考核、社会评议、责任追究中的任何一项。");

    internal static readonly Rule SectionFiveParts = new("section.five.parts", Severity.Warning,
        "第五部分既有问题又有改进", "《政府信息公开条例》第五十条第一款第四项", "第五部分没有写存在的问题，或没有写改进情况。");

    internal static readonly Rule PreambleMissing = new("preamble.missing", Severity.Warning,
        "报告开头说明依据和统计期限", Inspection, "标题之后、第一部分之前（或第一部分开头）没有说明编制依据和统计期限。");

    internal static readonly Rule PreambleContact = new("preamble.contact", Severity.Note,
        "报告开头写明联系方式", Inspection, "开头没有地址、电话、邮箱等联系方式。没有开头说明的，不再另报。");

    internal static readonly Rule Late = new("report.late", Severity.Error,
        "报告在期限内公布", "《政府信息公开条例》第四十九条",
        "部门报告应在次年1月31日前公布，本级政府报告应在次年3月31日前公布。比较公布日期，没有的比较落款日期；不能确定是哪一种报告的，1月31日之后只作提示。");

    internal static readonly Rule ReportYear = new("report.year", Severity.Error,
        "各处的年份一致", "《政府信息公开条例》第五十条",
        "标题、统计期限、落款日期、正文写的年份互相矛盾。正文中只因同比、结转、计划提到别的年份不算。");

    internal static readonly Rule ReportPeriod = new("report.period", Severity.Warning,
        "统计期限为1月1日至12月31日", Inspection, "统计期限不是完整的一年。");

    internal static readonly Rule ReportAgency = new("report.agency", Severity.Warning,
        "各处的机关名称一致", Inspection, "落款或正文出现了别的机关作为报告机关，可能照抄了别人的报告而没有改名称。");

    private static ImmutableArray<Rule> Documents =>
    [
        SectionMissing, SectionEmpty, SectionOrder, SectionOneBlocks, SectionOneAppraisal, SectionFiveParts,
        PreambleMissing, PreambleContact, Late, ReportYear, ReportPeriod, ReportAgency,
    ];
}
