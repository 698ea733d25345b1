using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Law.Publishing;

/// <summary>How numbers are written that run through a year of an agency, as <c>{机关}/{年}-{序号:5}</c>: 索引号, or the 登记编号 of normative documents (国办发〔2018〕37号：统一登记、统一编号).</summary>
public static partial class NumberTemplate
{
    public const int Longest = 60;

    private static readonly string[] Needed = ["机关", "年", "序号"];

    /// <summary>Why a template cannot be used, as a sentence; null where it can. Without agency, year and running number two documents could be given one number.</summary>
    public static string? FaultOf(string template) =>
        template.Length > Longest ? $"编号格式最多 {Longest} 个字。"
        : Part().Replace(template, "").AsSpan().IndexOfAny('{', '}') >= 0 ? "编号格式里的花括号只能写 {机关}、{年}、{序号} 或者 {序号:5} 这样的位数。"
        : Array.Find(Needed, name => !Part().Matches(template).Any(part => part.Groups["name"].Value == name)) is { } missing ? $"编号格式里要有 {{{missing}}}，不然会重号。"
        : null;

    /// <param name="template">A template without fault.</param>
    /// <param name="agency">What stands for the agency.</param>
    /// <param name="year">The year.</param>
    /// <param name="number">The running number.</param>
    public static string Of(string template, string agency, int year, int number) => Part().Replace(template, part => part.Groups["name"].Value switch
    {
        "机关" => agency,
        "年" => year.ToString("0000", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture).PadLeft(part.Groups["digits"].Success ? part.Groups["digits"].ValueSpan[0] - '0' : 1, '0'),
    });

    [GeneratedRegex(@"\{(?<name>机关|年|序号)(?::(?<digits>[1-9]))?\}")]
    private static partial Regex Part();
}
