using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Imports;
using Gongkai.Reports.Lists;

namespace Gongkai.Platform.Publishing.Catalog;

/// <summary>The catalog as a table in the columns of 国办发〔2019〕54号, as it is taken in and given out.</summary>
public static partial class CatalogTable
{
    public const int LongestName = 100;
    public const int LongestText = 1_000;
    public const int LongestPeriod = 400;

    private static readonly Dictionary<string, string> OtherHeadings = new(StringComparer.Ordinal)
    {
        ["一级事项"] = "领域", ["试点领域"] = "领域", ["二级事项"] = "公开事项", ["事项名称"] = "公开事项", ["公开内容"] = "公开内容（要素）", ["公开要素"] = "公开内容（要素）", ["公开渠道"] = "公开渠道和载体", ["法定类别"] = "类别",
    };

    public static IReadOnlyList<string> Headings { get; } = ["领域", "类别", "公开事项", "公开内容（要素）", "公开依据", "公开时限", "公开渠道和载体", "公开对象", "公开层级", "顺序", "停用日期"];

    public static IReadOnlyList<int> Widths { get; } = [18, 24, 28, 50, 40, 14, 24, 12, 16, 8, 12];

    public static IReadOnlyList<string> Row(CatalogItem item) =>
    [
        item.Field, DocumentWords.Of(item.Category), item.Name, item.Content, item.Basis, PeriodOf(item.Period), item.Channels, item.Audience, item.Levels,
        item.SortOrder.ToString(CultureInfo.InvariantCulture), item.ValidTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
    ];

    /// <summary>The columns in which two items differ, with what stood and what is to stand.</summary>
    public static IEnumerable<(string Heading, string Before, string After)> Differences(LineChange<CatalogItem> change) =>
        Headings.Zip(Row(change.Before), Row(change.After)).Where(cell => cell.Second != cell.Third);

    /// <summary>As <c>20 个工作日</c> or <c>20 日</c>.</summary>
    public static string PeriodOf(PublicationPeriod period) => period.IsCalendarDays ? $"{period.Days} 日" : $"{period.Days} 个工作日";

    /// <summary>A period as catalogs write it: <c>自信息形成之日起20个工作日内</c>; null where no days are named.</summary>
    public static PublicationPeriod? PeriodOf(string text) =>
        Period().Match(text) is { Success: true } match && int.TryParse(match.Groups["days"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= LongestPeriod
            ? new PublicationPeriod(days, !match.Groups["working"].Success) : null;

    /// <summary>Why an item cannot be kept, as a sentence; null where it can.</summary>
    public static string? FaultOf(CatalogItem item) =>
        string.IsNullOrWhiteSpace(item.Name) ? "请写公开事项的名称。"
        : item.Name.Length > LongestName || item.Field.Length > LongestName ? $"领域、公开事项最多 {LongestName} 个字。"
        : new[] { item.Content, item.Basis, item.Channels, item.Audience, item.Levels }.Any(text => text.Length > LongestText) ? $"内容、依据、渠道、对象、层级最多 {LongestText} 个字。"
        : item.LimitDays is < 0 or > LongestPeriod ? $"公开时限写 0 到 {LongestPeriod} 天。"
        : item.SortOrder is < 0 or > 1_000_000 ? "顺序写 0 到 1000000 的数。"
        : null;

    /// <summary>The items of a list, and what is wrong with the rest of it.</summary>
    internal static (IReadOnlyList<CatalogItem> Items, IReadOnlyList<(int Row, string Fault)> Faults) Read(IReadOnlyList<ListRow> rows)
    {
        var head = rows.Count == 0 ? [] : rows[0].Cells.Select(cell => OtherHeadings.GetValueOrDefault(cell.Trim(), cell.Trim())).ToList();
        var columns = Headings.Select(heading => head.IndexOf(heading)).ToArray();
        if (columns[1] < 0 || columns[2] < 0)
        {
            return ([], [(1, "第一行里要有“类别”和“公开事项”两列；请照导出的表填写。")]);
        }

        var items = new List<CatalogItem>();
        var faults = new List<(int, string)>();
        var seen = new HashSet<(string, string)>();
        foreach (var row in rows.Skip(1))
        {
            var (item, fault) = Parse([.. columns.Select(column => column >= 0 && column < row.Cells.Count ? row.Cells[column].Trim() : "")], items.Count);
            if (item is null || !seen.Add((item.Field, item.Name)))
            {
                faults.Add((row.Number, fault ?? $"“{item!.Name}”在表里写了两遍。"));
            }
            else
            {
                items.Add(item);
            }
        }

        return (items, faults);
    }

    private static (CatalogItem? Item, string? Fault) Parse(string[] cells, int position)
    {
        var category = Enum.GetValues<CatalogCategory>().Cast<CatalogCategory?>().FirstOrDefault(known => DocumentWords.Of(known!.Value) == cells[1]);
        var period = cells[5].Length == 0 ? PublicationPeriod.Statutory : PeriodOf(cells[5]);
        var order = cells[9].Length == 0 ? (position + 1) * 10 : int.TryParse(cells[9], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        DateOnly? until = DateOnly.TryParse(cells[10], CultureInfo.InvariantCulture, out var day) ? day : null;
        if (category is null || period is null || (until is null && cells[10].Length > 0))
        {
            return (null, category is null ? $"没有“{cells[1]}”这个类别；类别照公开目录的名称写，如“{DocumentWords.Of(CatalogCategory.Budgets)}”。"
                : period is null ? $"“{cells[5]}”里没有天数；照“20 个工作日”或者“20 日”这样写，没有专门规定的空着。"
                : $"“{cells[10]}”不是日期；照 2026-12-31 这样写。");
        }

        var item = new CatalogItem
        {
            Field = cells[0], Category = category.Value, Name = cells[2], Content = cells[3], Basis = cells[4], LimitDays = period.Value.Days, LimitIsCalendarDays = period.Value.IsCalendarDays,
            Channels = cells[6], Audience = cells[7], Levels = cells[8], SortOrder = order, ValidTo = until,
        };
        return FaultOf(item) is { } fault ? (null, fault) : (item, null);
    }

    [GeneratedRegex(@"(?<days>[0-9]{1,3})\s*个?\s*(?:(?<working>工作日)|自然日|日|天)")]
    private static partial Regex Period();
}
