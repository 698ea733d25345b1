using System.Collections.Immutable;

namespace Gongkai.Reports.Checking;

public static partial class Rules
{
    internal static readonly Rule TextRequests = new("text.requests", Severity.Error,
        "正文的新收、受理、办结、结转件数与表三一致", Inspection,
        "正文明确说的是本机关本年申请件数的，与表三比较。“受理”“办理”可以包括上年结转，按任何一种通常理解相符即可。说的是别的范围、别的年份、其中一部分的不比较；拿不准的只作提示。");

    internal static readonly Rule TextOutcomes = new("text.outcomes", Severity.Error,
        "正文的各类办理结果与表三一致", Inspection,
        "正文写的予以公开、部分公开、不予公开、无法提供、不予处理、其他处理件数，与表三相应行（或几行之和）的总计比较。");

    internal static readonly Rule TextApplicants = new("text.applicants", Severity.Error,
        "正文的自然人、组织申请件数与表三一致", Inspection, "正文写的自然人、法人或其他组织的件数，与表三相应列（或五列之和）比较。");

    internal static readonly Rule TextDisputes = new("text.disputes", Severity.Error,
        "正文的行政复议、行政诉讼件数与表四一致", Inspection,
        "只比较因政府信息公开引起的复议、诉讼；本机关作为复议机关办理的案件不比较。");

    internal static readonly Rule TextDocuments = new("text.documents", Severity.Warning,
        "正文的行政规范性文件件数与表二一致", Inspection, "比较制发、废止、现行有效件数。只写“规范性文件”的，口径可能不同，只作提示。");

    internal static readonly Rule TextPercent = new("text.percent", Severity.Note,
        "正文的百分比算得对", Inspection, "“占百分之几”与表三或正文的件数相除的结果都不符。同比、满意率、办结率不检查。");

    internal static readonly Rule RequestsStatement = new("requests.statement", Severity.Error,
        "“未收到申请”“全部办结”等说法与表三一致", Inspection,
        "说没有收到申请的，本年新收应为0；说全部办结的，结转下年度应为0。");

    internal static readonly Rule DisputesStatement = new("disputes.statement", Severity.Error,
        "“未发生行政复议、行政诉讼”的说法与表四一致", Inspection, "说没有发生的，表四相应总计应为0。");

    internal static readonly Rule DisputesUnmentioned = new("disputes.unmentioned", Severity.Warning,
        "表四有案件的，正文要提到", Inspection, "表四总计大于0，而全文没有提到行政复议或行政诉讼。");

    internal static readonly Rule FeesStatement = new("fees.statement", Severity.Warning,
        "信息处理费的说法与各表一致", "国办函〔2020〕109号",
        "写明收取信息处理费若干元的，表二的行政事业性收费（万元）不应更少；说没有收取的，与“逾期未缴纳费用”一行有数的情形对照，只作提示。");

    internal static readonly Rule FeesMissing = new("fees.missing", Severity.Warning,
        "第六部分说明信息处理费收取情况", "国办函〔2020〕109号", "第六部分没有提到信息处理费。没有收取的，也要写明没有收取。");

    private static ImmutableArray<Rule> Texts =>
    [
        TextRequests, TextOutcomes, TextApplicants, TextDisputes, TextDocuments, TextPercent,
        RequestsStatement, DisputesStatement, DisputesUnmentioned, FeesStatement, FeesMissing,
    ];
}
