using System.Globalization;
using AngleSharp.Dom;
using Gongkai.Reports.Reading.Numbering;

namespace Gongkai.Reports.Reading.Html;

/// <summary>An ordered list while it is walked: it makes the numbers that the page shows.</summary>
internal sealed class HtmlList(NumberFormat format, int start)
{
    private int next = start;

    public static HtmlList Of(IElement element)
    {
        var style = element.GetAttribute("style") ?? "";
        var format = element.GetAttribute("type") switch
        {
            "a" => NumberFormat.LowerLetter,
            "A" => NumberFormat.UpperLetter,
            "i" => NumberFormat.LowerRoman,
            "I" => NumberFormat.UpperRoman,
            _ => FromStyle(style),
        };
        return new HtmlList(format, Number(element.GetAttribute("start")) ?? 1);
    }

    /// <summary>What stands before the text of the next item.</summary>
    public string? Next(IElement item)
    {
        next = Number(item.GetAttribute("value")) ?? next;
        var text = format.Print(next++);
        return format switch
        {
            NumberFormat.None => null,
            NumberFormat.Chinese => text + "、",
            _ => text + ". ",
        };
    }

    private static NumberFormat FromStyle(string style) =>
        style.Contains("cjk-ideographic", StringComparison.OrdinalIgnoreCase)
            || style.Contains("chinese-informal", StringComparison.OrdinalIgnoreCase) ? NumberFormat.Chinese
        : style.Contains("list-style-type:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("list-style-type: none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("list-style:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("list-style: none", StringComparison.OrdinalIgnoreCase) ? NumberFormat.None
        : NumberFormat.Decimal;

    private static int? Number(string? attribute) =>
        int.TryParse(attribute, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
