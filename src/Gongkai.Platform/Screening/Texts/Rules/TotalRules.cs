using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Platform.Screening.Texts.Rules;

/// <summary>Tables whose totals are not the sum of what stands above or beside them.</summary>
internal static partial class TotalRules
{
    private const int LeastParts = 2;

    public static IEnumerable<ScreeningHit> Of(ScreenedTable table)
    {
        var heading = table.HeadingRow;
        var body = Enumerable.Range(heading + 1, Math.Max(0, table.Rows.Count - heading - 1)).ToList();
        var totals = body.Where(row => TotalWord().IsMatch(Label(table, row))).ToList();
        if (totals.Count == 1 && !body.Exists(row => PartWord().IsMatch(Label(table, row))) && !HasLevels(table, body))
        {
            foreach (var hit in Rows(table, heading, [.. body.Where(row => row != totals[0])], totals[0]))
            {
                yield return hit;
            }
        }

        foreach (var hit in Columns(table, heading, body))
        {
            yield return hit;
        }
    }

    /// <summary>The row of totals, column by column. Where no column comes out right the rows are counted some other way, unless there is but one.</summary>
    private static IEnumerable<ScreeningHit> Rows(ScreenedTable table, int heading, List<int> parts, int total)
    {
        var columns = (from column in Enumerable.Range(0, table.Width)
                       where IsCounted(table.Cell(heading, column)) && Value(table.Cell(total, column)) is not null
                       let values = parts.Select(row => table.Cell(row, column)).Where(cell => !IsBlank(cell)).Select(Value).ToList()
                       where values.Count >= LeastParts && values.TrueForAll(value => value is not null)
                       let said = Value(table.Cell(total, column))!.Value
                       let sum = values.Sum(value => value!.Value)
                       select (Column: column, Said: said, Sum: sum, IsRight: IsEqual(said, sum, values.Count))).ToList();
        return columns.Count > 1 && !columns.Exists(column => column.IsRight)
            ? []
            : columns.Where(column => !column.IsRight).Select(column => Hit(table, total, column.Column, column.Said, column.Sum, "上面各行"));
    }

    /// <summary>The columns of totals, row by row. Where most rows do not come out right the columns are counted some other way.</summary>
    private static IEnumerable<ScreeningHit> Columns(ScreenedTable table, int heading, List<int> body)
    {
        var totals = Enumerable.Range(0, table.Width).Where(column => TotalWord().IsMatch(Plain(table.Cell(heading, column)))).ToList();
        if (totals.Count != 1 || body.Exists(row => row > 0 && table.Rows[row].Count < table.Width / 2))
        {
            return [];
        }

        var parts = Enumerable.Range(0, table.Width).Where(column => column != totals[0] && IsCounted(table.Cell(heading, column)) && body.Exists(row => Value(table.Cell(row, column)) is not null)).ToList();
        var rows = (from row in body
                    let values = parts.Select(column => table.Cell(row, column)).Where(cell => !IsBlank(cell)).Select(Value).ToList()
                    let said = Value(table.Cell(row, totals[0]))
                    where said is not null && values.Count >= LeastParts && values.TrueForAll(value => value is not null)
                    let sum = values.Sum(value => value!.Value)
                    select (Row: row, Said: said.Value, Sum: sum, IsRight: IsEqual(said.Value, sum, values.Count))).ToList();
        return rows.Count(row => row.IsRight) <= rows.Count / 2 ? [] : rows.Where(row => !row.IsRight).Select(row => Hit(table, row.Row, totals[0], row.Said, row.Sum, "这一行各项"));
    }

    private static ScreeningHit Hit(ScreenedTable table, int row, int column, decimal said, decimal sum, string parts) =>
        new(ScreeningRules.Total, ScreeningSeverity.Warning, table.PlaceOf(row, column), table.Cell(row, column), $"{parts}相加是 {Text(sum)}，这里写的是 {Text(said)}；请核对。")
        {
            Around = $"{Label(table, row)}|{Plain(table.Cell(table.HeadingRow, column))}",
        };

    private static bool IsEqual(decimal said, decimal sum, int count)
    {
        var unit = Math.Max(Scale(said), Scale(sum)) is > 0 and var decimals ? (decimal)Math.Pow(10, -decimals) : 0;
        return Math.Abs(said - sum) <= unit * Math.Min(count, 5) / 2;
    }

    private static int Scale(decimal number) => (decimal.GetBits(number)[3] >> 16) & 0xFF;

    /// <summary>Codes of two and more lengths in the first column: a tree, in which a row holds those below it.</summary>
    private static bool HasLevels(ScreenedTable table, List<int> body) =>
        body.Select(row => Plain(table.Cell(row, 0))).Where(cell => cell.Length >= 3 && cell.All(char.IsAsciiDigit)).Select(cell => cell.Length).Distinct().Count() > 1
        || body.Select(row => Plain(table.Cell(row, 0))).Count(cell => Level().IsMatch(cell)) > 1;

    private static string Label(ScreenedTable table, int row) => Plain(table.Rows[row].FirstOrDefault(cell => cell.Length > 0) ?? "");

    private static bool IsCounted(string heading) => !NotCounted().IsMatch(Plain(heading));

    private static bool IsBlank(string cell) => Plain(cell) is "" or "-" or "—" or "——" or "/" or "无";

    private static decimal? Value(string cell) => decimal.TryParse(Plain(cell).Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static string Text(decimal number) => number.ToString("#,##0.######", CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:合计|总计|共计|总和|合\u3000?计)(?:数|金额)?(?:（.*）|\\(.*\\))?$")]
    private static partial Regex TotalWord();

    [GeneratedRegex("^其中|小计|^[（(][一二三四五六七八九十]+[）)]|^\\s*[#＃]")]
    private static partial Regex PartWord();

    [GeneratedRegex("^[一二三四五六七八九十]+、")]
    private static partial Regex Level();

    [GeneratedRegex("^$|序号|编号|代码|年份|年度|日期|时间|电话|率|比|%|％|单价|均|占|增长|标准|排名|名次|年龄|编码|文号")]
    private static partial Regex NotCounted();
}
