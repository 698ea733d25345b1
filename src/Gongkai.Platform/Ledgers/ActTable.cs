using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Reports.Lists;

namespace Gongkai.Platform.Ledgers;

/// <summary>Reads acts from the tables that agencies keep of them, whose columns are named in many ways.</summary>
public static partial class ActTable
{
    private const decimal YuanToWan = 10_000m;
    private const int MostTitleRows = 5;

    private static readonly (ActColumn Column, string[] Exact, string[] Ends)[] Wordings =
    [
        (ActColumn.Kind, ["类别", "种类", "台账类别", "行为类别", "行为种类", "行政行为", "行政行为类别"], []),
        (ActColumn.Number, [], ["文号", "文书号", "决定书号", "决定书编号", "文书编号"]),
        (ActColumn.PersonKind, ["相对人类型", "相对人类别", "行政相对人类别", "行政相对人类型", "当事人类型"], []),
        (ActColumn.Counterpart, ["相对人", "相对人名称", "行政相对人", "行政相对人名称", "当事人", "当事人名称", "被处罚人", "被许可人", "申请人", "许可对象", "缴费人", "缴费单位"], []),
        (ActColumn.Item, ["项目名称", "案由", "案件名称", "违法行为类型", "违法事实", "许可内容", "处罚内容", "强制措施", "强制措施种类", "强制执行方式"], ["事项", "事项名称", "事由", "收费项目", "收费项目名称"]),
        (ActColumn.PublicizedOn, [], ["公示日期", "公开日期", "公示时间", "公开时间"]),
        (ActColumn.NeedsPublicity, ["是否公示", "是否应公示", "应公示", "依法应当公示", "是否公开"], []),
        (ActColumn.DecidedOn, ["日期", "作出日期", "许可日期", "处罚日期", "收费日期", "缴费日期", "决定时间"], ["决定日期", "决定书日期"]),
        (ActColumn.Period, ["期间", "收费期间", "月份", "收费月份", "季度", "收费季度", "所属期"], []),
        (ActColumn.Amount, [], ["金额", "收入", "收费额", "罚款数额"]),
    ];

    private static readonly (ActKind Kind, string Word)[] KindWords = [(ActKind.Licence, "许可"), (ActKind.Penalty, "处罚"), (ActKind.Coercion, "强制"), (ActKind.Charge, "收费")];

    /// <summary>The columns of the table that is given out to be filled in.</summary>
    public static IReadOnlyList<string> Headings { get; } =
        ["类别", "决定书文号", "事项", "相对人", "相对人类型", "决定日期", "收费期间", "金额（万元）", "依法应当公示", "公示日期"];

    /// <summary>How wide they are in a workbook.</summary>
    public static IReadOnlyList<int> Widths { get; } = [16, 28, 32, 28, 14, 14, 16, 14, 14, 14];

    /// <summary>The acts of a table, and what is wrong with the rest of it.</summary>
    public static ActRows Read(IReadOnlyList<ListRow> rows, DateOnly today)
    {
        var start = rows.Take(MostTitleRows).ToList().FindIndex(row => ColumnsOf(row).Count >= 2);
        if (start < 0)
        {
            return new ActRows([], [(1, "没有认出列名；第一行要有决定书文号、事项、决定日期这些列，可以照模板填写。")], []);
        }

        var columns = ColumnsOf(rows[start]);
        var isYuan = false;
        if (columns.TryGetValue(ActColumn.Amount, out var amount) && UnitOf(rows[start].Cells[amount]) is var unit)
        {
            if (unit is null)
            {
                return new ActRows([], [(rows[start].Number, $"“{rows[start].Cells[amount]}”这一列没有写单位；请把列名改成“金额（万元）”或者“金额（元）”。")], []);
            }

            isYuan = unit.Value;
        }

        var heading = rows[start].Cells.Aggregate("", (all, cell) => all + cell);
        var ofAll = KindWords.Where(word => heading.Contains(word.Word, StringComparison.Ordinal)).Select(word => word.Kind).ToList();
        var parsing = new Parsing(columns, isYuan, columns.ContainsKey(ActColumn.Kind) || ofAll.Count != 1 ? null : ofAll[0], today);
        var found = new List<(int, ActFacts)>();
        var faults = new List<(int, string)>();
        foreach (var row in rows.Skip(start + 1))
        {
            var (facts, fault) = parsing.Parse(row);
            if (facts is null)
            {
                faults.Add((row.Number, fault!));
            }
            else
            {
                found.Add((row.Number, facts));
            }
        }

        return new ActRows(found, faults, [.. rows[start].Cells.Where((cell, column) => cell.Length > 0 && !columns.ContainsValue(column))]);
    }

    /// <summary>A day as people write it; null where it is none.</summary>
    public static DateOnly? DayOf(string text) =>
        Day().Match(text) is { Success: true } day && DateOnly.TryParseExact(
            $"{day.Groups["y"].Value}-{day.Groups["m"].Value.PadLeft(2, '0')}-{day.Groups["d"].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found)
            ? found : null;

    /// <summary>A month, a quarter, a year, or the days from and to; null where it is none of them.</summary>
    public static (DateOnly From, DateOnly To)? PeriodOf(string text)
    {
        if (text.Split(['至', '~', '～', '—']) is [var from, var to] && DayOf(from.Trim()) is { } first && DayOf(to.Trim()) is { } last && first <= last)
        {
            return (first, last);
        }

        if (Period().Match(text.Replace(" ", "", StringComparison.Ordinal)) is not { Success: true } period)
        {
            return null;
        }

        var year = int.Parse(period.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        if (period.Groups["q"].Success)
        {
            var quarter = "1234一二三四".IndexOf(period.Groups["q"].Value[0], StringComparison.Ordinal) % 4;
            var begin = new DateOnly(year, (quarter * 3) + 1, 1);
            return (begin, begin.AddMonths(3).AddDays(-1));
        }

        if (!period.Groups["m"].Success)
        {
            return (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        }

        var month = int.Parse(period.Groups["m"].ValueSpan, CultureInfo.InvariantCulture);
        return month is < 1 or > 12 ? null : (new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));
    }

    /// <summary>The kind that a word names, as people or programs write it; null where it names none.</summary>
    public static ActKind? KindOf(string text) =>
        Enum.TryParse<ActKind>(text, ignoreCase: true, out var named) && Enum.IsDefined(named) && !char.IsAsciiDigit(text[0]) ? named
        : KindWords.Where(word => text.Contains(word.Word, StringComparison.Ordinal)).Select(word => (ActKind?)word.Kind).SingleOrDefaultIfOne();

    private static ActKind? SingleOrDefaultIfOne(this IEnumerable<ActKind?> kinds) => kinds.ToList() is [var only] ? only : null;

    private static Dictionary<ActColumn, int> ColumnsOf(ListRow row)
    {
        var columns = new Dictionary<ActColumn, int>();
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var heading = Brackets().Replace(ActFacts.Folded(row.Cells[column]), "");
            if (heading.Length == 0)
            {
                continue;
            }

            foreach (var (name, exact, ends) in Wordings)
            {
                if (exact.Contains(heading, StringComparer.Ordinal) || Array.Exists(ends, end => heading.EndsWith(end, StringComparison.Ordinal)))
                {
                    columns.TryAdd(name, column);
                    break;
                }
            }
        }

        return columns;
    }

    /// <summary>Whether the heading of an amount says 元; null where it says no unit.</summary>
    private static bool? UnitOf(string heading) => heading.Contains("万元", StringComparison.Ordinal) ? false : heading.Contains('元', StringComparison.Ordinal) ? true : null;

    [GeneratedRegex(@"^(?<y>(19|20)\d{2})(?:(?<m>\d{2})(?<d>\d{2})|\s*[-/.年]\s*(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*日?)(\s.*|T.*)?$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^(?<y>(19|20)\d{2})(年|[-/.])?(全年|(第?(?<q>[1-4一二三四])季度?)|[Qq](?<q>[1-4])|(?<m>\d{1,2})月?)?$")]
    private static partial Regex Period();

    [GeneratedRegex("〔.*?〕")]
    private static partial Regex Brackets();

    private sealed class Parsing(Dictionary<ActColumn, int> columns, bool isYuan, ActKind? kindOfAll, DateOnly today)
    {
        public (ActFacts? Facts, string? Fault) Parse(ListRow row)
        {
            string Cell(ActColumn column) => columns.TryGetValue(column, out var index) && index < row.Cells.Count ? row.Cells[index].Trim() : "";
            var (decided, period, publicized, money) = (Cell(ActColumn.DecidedOn), Cell(ActColumn.Period), Cell(ActColumn.PublicizedOn), Cell(ActColumn.Amount).Replace(",", "", StringComparison.Ordinal));
            if ((kindOfAll ?? KindOf(Cell(ActColumn.Kind))) is not { } kind)
            {
                return (null, columns.ContainsKey(ActColumn.Kind) ? $"“{Cell(ActColumn.Kind)}”不是台账的类别；写行政许可、行政处罚、行政强制或者行政事业性收费。" : "看不出是许可、处罚、强制还是收费；请加一列“类别”。");
            }

            var span = period.Length > 0 ? PeriodOf(period) : null;
            if ((decided.Length > 0 && DayOf(decided) is null) || (publicized.Length > 0 && DayOf(publicized) is null) || (period.Length > 0 && span is null))
            {
                var wrong = decided.Length > 0 && DayOf(decided) is null ? decided : publicized.Length > 0 && DayOf(publicized) is null ? publicized : period;
                return (null, wrong == period ? $"“{wrong}”不是期间；照“2025年3月”或者“2025年第1季度”这样写。" : $"“{wrong}”不是日期；照 2025-03-17 这样写。");
            }

            decimal? amount = decimal.TryParse(money, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? isYuan ? parsed / YuanToWan : parsed : null;
            if (money.Length > 0 && amount is null)
            {
                return (null, $"“{money}”不是金额，请只填数字。");
            }

            var isCharge = kind == ActKind.Charge;
            var facts = new ActFacts
            {
                Kind = kind, Number = Cell(ActColumn.Number), Item = Cell(ActColumn.Item), Counterpart = Cell(ActColumn.Counterpart), IsPerson = PersonOf(Cell(ActColumn.PersonKind)),
                FromOn = isCharge && span is { } from ? from.From : null, DecidedOn = (isCharge ? span?.To : null) ?? DayOf(decided), Amount = amount,
                NeedsPublicity = Cell(ActColumn.NeedsPublicity) is "是" or "应当" or "应公示" or "公示" or "公开" || publicized.Length > 0, PublicizedOn = DayOf(publicized),
            }.Trimmed();
            var faults = facts.Faults(today).Select(fault => fault.Message).ToList();
            return faults.Count == 0 ? (facts, null) : (null, string.Concat(faults));
        }

        private static bool? PersonOf(string text) =>
            text.Length == 0 ? null : text.Contains("自然人", StringComparison.Ordinal) || text.Contains("个人", StringComparison.Ordinal) || text.Contains("公民", StringComparison.Ordinal);
    }
}

/// <summary>What a column of a table of acts is about.</summary>
public enum ActColumn
{
    Kind,
    Number,
    Item,
    Counterpart,
    PersonKind,
    DecidedOn,
    Period,
    Amount,
    NeedsPublicity,
    PublicizedOn,
}

/// <summary>The acts of a table by their rows, what is wrong with other rows, and the headings that say nothing here.</summary>
public sealed record ActRows(IReadOnlyList<(int Row, ActFacts Facts)> Found, IReadOnlyList<(int Row, string Fault)> Faults, IReadOnlyList<string> UnknownHeadings);
