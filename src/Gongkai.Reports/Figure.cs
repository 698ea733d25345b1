using System.Globalization;
using Gongkai.Reports.Form;

namespace Gongkai.Reports;

/// <summary>One figure of the national form: its address and the words that the form prints for it.</summary>
public sealed record Figure
{
    /// <summary>The stable address, as in <c>requests.granted.natural</c>.</summary>
    public required FigureAddress Address { get; init; }

    /// <summary>The address as text.</summary>
    public required string Name { get; init; }

    /// <summary>The table that it stands in.</summary>
    public required FormTable Table { get; init; }

    /// <summary>The label of its row, as the form prints it, with its group in front: <c>（四）无法提供 1.本机关不掌握相关政府信息</c>.</summary>
    public required string Row { get; init; }

    /// <summary>The label of its column.</summary>
    public required string Column { get; init; }

    /// <summary>What it counts: 件, 万元, 元 or 项.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether it is an amount of money, which may have decimals; everything else is a count.</summary>
    public bool IsMoney => Unit is "万元" or "元";

    /// <summary>Whether it may be negative: the 本年增/减 of the 2019 edition.</summary>
    public bool MayBeNegative { get; init; }

    /// <summary>The figure in words that a clerk finds on the page: <c>表三“（一）予以公开”行“自然人”列</c>.</summary>
    public string Description => $"{TableName}“{Row}”行“{Column}”列";

    /// <summary>The table's number in the report: 表二, 表三, 表四.</summary>
    public string TableName => Table switch
    {
        FormTable.Proactive or FormTable.Proactive2019 => "表二",
        FormTable.Requests => "表三",
        FormTable.Disputes => "表四",
    };

    /// <summary>A figure as digits, without trailing zeros after the point.</summary>
    public static string Format(decimal value) =>
        value.Scale == 0 && value is > int.MinValue and < int.MaxValue
            ? ((int)value).ToString(CultureInfo.InvariantCulture)
            : value.ToString("0.############", CultureInfo.InvariantCulture);
}
