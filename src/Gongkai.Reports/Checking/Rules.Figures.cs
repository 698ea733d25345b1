using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking;

public static partial class Rules
{
    internal static readonly Rule Balance = new(Identities.Balance, Severity.Error,
        "表三每列：第一项加第二项之和，等于第三项加第四项之和", Form + "（表三勾稽关系）",
        "本年新收＋上年结转＝办理结果总计＋结转下年度。七列逐列检查；有未读出的格子时，只有怎样填都不可能相等才报差错，空白按0计不等的报提示。");

    internal static readonly Rule Concluded = new(Identities.Concluded, Severity.Error,
        "表三每列：（七）总计等于（一）至（六）各行之和", Form,
        "办理结果各行之和应等于“（七）总计”。七列逐列检查，未读出的格子处理同上。");

    internal static readonly Rule ApplicantTotal = new(Identities.ApplicantTotal, Severity.Error,
        "表三每行：总计列等于自然人与各类组织之和", Form,
        "每一行的“总计”应等于前六列之和，逐行检查，未读出的格子处理同上。");

    internal static readonly Rule DisputeTotal = new(Identities.DisputeTotal, Severity.Error,
        "表四每组：总计等于四种结果之和", Form,
        "结果维持＋结果纠正＋其他结果＋尚未审结＝总计，行政复议、未经复议直接起诉、复议后起诉三组分别检查。");

    internal static readonly Rule Integer = new("figures.integer", Severity.Error,
        "件数是整数", Form, "除收费金额、采购金额外，各表数字都是件数或项数，不应有小数。");

    internal static readonly Rule Negative = new("figures.negative", Severity.Error,
        "件数不是负数", Form, "除2019年试行格式的“本年增/减”外，各表数字不应小于0。");

    internal static readonly Rule Size = new("figures.size", Severity.Error,
        "数字在合理范围内", Form, "数字大得任何机关都不可能有（一千万亿以上），多半是几个数字连在了一起；按“未读出”处理，不参加其他检查。");

    internal static readonly Rule TableMissing = new("table.missing", Severity.Error,
        "三张表齐全", "《政府信息公开条例》第五十条；" + Form,
        "表二、表三或表四整张没有（包括以图片代替表格）。该部分标题也没有的，一并说明，不再另报。");

    internal static readonly Rule TableBlank = new("table.blank", Severity.Warning,
        "表已经填写", Form, "一张表所有格子都是空白。没有发生的应逐格填0，不应整张空着。");

    internal static readonly Rule TableRows = new("table.rows", Severity.Warning,
        "表的行、列齐全", Form, "表中缺少法定的行或列。没有数据的行也应保留并填0。");

    internal static readonly Rule SingleOtherwise = new("table.otherwise", Severity.Warning,
        "“（六）其他处理”分为三行", Form, "2021年格式把“（六）其他处理”分为三行，报告仍沿用2019年试行格式的一行。");

    internal static readonly Rule FormEdition = new("table.edition", Severity.Warning,
        "2021年度起采用2021年格式", Form, "2021年度及以后的报告仍采用2019年试行格式的表二。");

    internal static readonly Rule Blank = new("cells.blank", Severity.Note,
        "没有数据的格子填0", Form, "每张表报一条：有多少格空白、划线或写“无”。空白不当作0，也不当作差错。");

    internal static readonly Rule RuleMaking = new("proactive.rules", Severity.Error,
        "县、乡级机关的“规章”一行为0", "《立法法》第九十一条、第九十三条",
        "县级和乡级行政机关无权制定规章，三格都应为0。机关级别由设置给出，或由机关名称确定（只写“某某市”的不能确定，不检查）。");

    internal static readonly Rule ChargesUnit = new("proactive.charges.unit", Severity.Warning,
        "行政事业性收费以万元计", Form, "县级以下机关的收费金额大得不合理，或与正文的元数相同，或是上年的一万倍，可能把元当成了万元。");

    internal static readonly Rule InForceLeast = new("proactive.inForce.least", Severity.Warning,
        "现行有效件数不少于本年制发减本年废止", Form, "年末现行有效件数＝年初件数＋制发－废止，年初件数不小于0，所以不能少于制发减废止。");

    internal static readonly Rule Dustbin = new("requests.otherwise.share", Severity.Warning,
        "“其他处理”中的“3.其他”不宜过多", Inspection, "“3.其他”超过办理结果总计的十分之一（可设置），应核对是否有应归入其他行的申请。件数不足3件的不提示。");

    private static ImmutableArray<Rule> Figures =>
    [
        Balance, Concluded, ApplicantTotal, DisputeTotal, Integer, Negative, Size, TableMissing, TableBlank, TableRows,
        SingleOtherwise, FormEdition, Blank, RuleMaking, ChargesUnit, InForceLeast, Dustbin,
    ];
}
