using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Gongkai.Reports.Checking;

/// <summary>The catalogue of all rules; <c>docs/rules.md</c> is made from it.</summary>
public static partial class Rules
{
    private const string Form = "国办公开办函〔2021〕30号";
    private const string Inspection = "年度报告检查惯例";

    /// <summary>Every rule, in the order of the report: reading, figures, last year, sections and dates, text.</summary>
    public static ImmutableArray<Rule> All => Catalogue.All;

    /// <summary>The rules by id.</summary>
    public static FrozenDictionary<string, Rule> ById => Catalogue.ById;

    private static ImmutableArray<Rule> Reading =>
    [
        new("read.notAReport", Severity.Error, "文件是一份政府信息公开工作年度报告", "《政府信息公开条例》第五十条",
            "文件只是谈到年度报告（通知、新闻、目录），不是年度报告本身。此时不再作其他检查。"),
        new("read.otherForm", Severity.Error, "报告采用2019年以后的格式", "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号",
            "2019年以前的统计表与现行格式不同，不按现行格式读取，也不作其他检查。"),
        new("read.row.unplaced", Severity.Warning, "每一行的数字与列数相符", Form,
            "一行的数字比列数多或少，又不能从版面确定各数字属于哪一列，该行各格都按“未读出”处理。请对照原文核对该行。"),
        new("read.unreadable", Severity.Warning, "单元格里是一个数字", Form,
            "单元格里的内容不是一个确定的数字（文字、乱码、几个数字连在一起），按“未读出”处理，不当作0。"),
        new("read.figure.unit", Severity.Note, "数字的单位与列的单位一致", Form,
            "单元格里带有另一种单位（如“万元”列里写“元”），读取时已换算，请核对。"),
        new("read.heading.number", Severity.Note, "部分标题的序号正确", Form,
            "部分标题的序号缺失或与法定顺序不符，读取时按标题文字认定。"),
    ];

    // The parts of this class initialise in no certain order; the catalogue waits until all of them have.
    private static class Catalogue
    {
        internal static readonly ImmutableArray<Rule> All = [.. Reading, .. Figures, .. Compared, .. Documents, .. Texts];

        internal static readonly FrozenDictionary<string, Rule> ById = All.ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);
    }
}
