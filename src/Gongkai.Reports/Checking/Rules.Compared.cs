using System.Collections.Immutable;

namespace Gongkai.Reports.Checking;

public static partial class Rules
{
    internal static readonly Rule CarriedIn = new("requests.carriedIn", Severity.Error,
        "上年结转等于上年报告的结转下年度", Form,
        "表三第二行七列，逐列与上年报告的“四、结转下年度继续办理”比较。上年报告更正过或机关合并、分立的，请在第六部分说明。");

    internal static readonly Rule DisputesCarriedIn = new("disputes.carriedIn", Severity.Warning,
        "表四总计不少于上年尚未审结", Inspection, "上年尚未审结的案件本年应再次统计，三组分别比较。");

    internal static readonly Rule AfterReconsideration = new("disputes.afterReconsideration", Severity.Warning,
        "复议后起诉不多于两年内办结的复议", Inspection,
        "复议后起诉总计不应超过本年和上年复议的维持、纠正、其他结果之和加上年尚未审结的复议后起诉。");

    internal static readonly Rule InForce = new("proactive.inForce", Severity.Warning,
        "现行有效等于上年现行有效加制发减废止", Form,
        "规章、行政规范性文件两行分别推算。认定口径调整或机关合并、分立的，请加说明。");

    internal static readonly Rule Repealed = new("proactive.repealed", Severity.Warning,
        "废止件数不多于上年现行有效加本年制发", Form, "现行有效件数已按上一条检查的，不再另报。");

    internal static readonly Rule Jump = new("figures.jump", Severity.Note,
        "与上年相比没有悬殊变化", Inspection, "主要数字是上年的十倍以上或不足十分之一（倍数可设置），且相差50以上，请核对。");

    internal static readonly Rule LastReport = new("report.last", Severity.Note,
        "用来比较的是上一年的报告", Inspection, "给出的上年报告不是上一年度的，未作比较。");

    internal static readonly Rule SameText = new("text.same", Severity.Warning,
        "第一、五部分不照抄上年", Form + "（四）", "与上年报告相同的文字超过八成（可设置）。国办要求对内容雷同的报告追究责任。");

    private static ImmutableArray<Rule> Compared =>
        [CarriedIn, DisputesCarriedIn, AfterReconsideration, InForce, Repealed, Jump, LastReport, SameText];
}
