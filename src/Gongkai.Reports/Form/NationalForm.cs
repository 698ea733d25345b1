using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Gongkai.Reports.Form;

/// <summary>
/// The national form of the annual report in both editions, as data: every figure with its address and labels
/// (国办公开办函〔2021〕30号; for report years 2019 and 2020, 国办公开办函〔2019〕60号).
/// </summary>
public static class NationalForm
{
    /// <summary>How many figures both editions have together.</summary>
    public const int Count = 10 + 22 + (RequestRowCount * ColumnCount) + 15;

    /// <summary>The rows of table three in both editions together.</summary>
    public const int RequestRowCount = 26;

    /// <summary>The columns of table three.</summary>
    public const int ColumnCount = 7;

    private const int RequestsStart = 32;
    private const int DisputesStart = RequestsStart + (RequestRowCount * ColumnCount);

    /// <summary>Every figure of both editions, in the order of the form.</summary>
    public static ImmutableArray<Figure> Figures { get; } = [.. Proactive(), .. Proactive2019(), .. Requests(), .. Disputes()];

    /// <summary>The six section headings of the form, first to last, without their numbers.</summary>
    public static ImmutableArray<string> SectionHeadings { get; } =
    [
        "总体情况",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
        "存在的主要问题及改进情况",
        "其他需要报告的事项",
    ];

    internal static FrozenDictionary<string, FigureAddress> ByName { get; } =
        Figures.ToFrozenDictionary(figure => figure.Name, figure => figure.Address, StringComparer.Ordinal);

    /// <summary>The address of a figure of table three.</summary>
    public static FigureAddress Request(RequestRow row, ApplicantColumn column) =>
        new(RequestsStart + ((int)row * ColumnCount) + (int)column);

    /// <summary>The address of a figure of table four.</summary>
    public static FigureAddress Dispute(DisputeGroup group, DisputeResult result) =>
        new(DisputesStart + ((int)group * 5) + (int)result);

    /// <summary>The row of table three that a figure stands in, or null where it stands in another table.</summary>
    public static RequestRow? RowOf(FigureAddress address) =>
        address.Index is >= RequestsStart and < DisputesStart ? (RequestRow)((address.Index - RequestsStart) / ColumnCount) : null;

    /// <summary>The column of table three that a figure stands in, or null where it stands in another table.</summary>
    public static ApplicantColumn? ColumnOf(FigureAddress address) =>
        address.Index is >= RequestsStart and < DisputesStart ? (ApplicantColumn)((address.Index - RequestsStart) % ColumnCount) : null;

    /// <summary>The edition that was in force for a report year: the trial edition for 2019 and 2020, the national one since (国办公开办函〔2021〕30号).</summary>
    public static Edition EditionOf(int year) => year is 2019 or 2020 ? Edition.Trial2019 : Edition.National2021;

    /// <summary>
    /// The figures that a report of this edition has, in order. The single row （六）其他处理 belongs to the 2019 edition;
    /// <paramref name="singleOtherwiseRow"/> says whether a report of the 2021 edition kept it in place of the three rows.
    /// </summary>
    public static IEnumerable<FigureAddress> Of(Edition edition, bool singleOtherwiseRow = false)
    {
        var single = singleOtherwiseRow || edition == Edition.Trial2019;
        return Figures
            .Where(figure => figure.Table switch
            {
                FormTable.Proactive => edition == Edition.National2021,
                FormTable.Proactive2019 => edition == Edition.Trial2019,
                FormTable.Requests => RowOf(figure.Address) switch
                {
                    RequestRow.OtherwiseWhole => single,
                    RequestRow.ClarificationOverdue or RequestRow.FeeOverdue or RequestRow.OtherwiseOther => !single,
                    _ => true,
                },
                FormTable.Disputes => true,
            })
            .Select(figure => figure.Address);
    }

    private static IEnumerable<Figure> Proactive()
    {
        var index = 0;
        (string Key, string Label)[] rows = [("rules", "规章"), ("normativeDocuments", "行政规范性文件")];
        (string Key, string Label)[] columns = [("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("inForce", "现行有效件数")];
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                yield return Of($"proactive.{row.Key}.{column.Key}", FormTable.Proactive, index++, row.Label, column.Label);
            }
        }

        (string Key, string Label)[] decisions = [("licences", "行政许可"), ("penalties", "行政处罚"), ("coercion", "行政强制")];
        foreach (var (key, label) in decisions)
        {
            yield return Of($"proactive.{key}", FormTable.Proactive, index++, label, "本年处理决定数量");
        }

        yield return Of("proactive.charges", FormTable.Proactive, index, "行政事业性收费", "本年收费金额（单位：万元）", "万元");
    }

    private static IEnumerable<Figure> Proactive2019()
    {
        var index = 10;
        (string Key, string Label, string Unit)[] documents =
            [("made", "本年新制作数量", "件"), ("published", "本年新公开数量", "件"), ("total", "对外公开总数量", "件")];
        (string Key, string Label, string Unit)[] decisions =
            [("itemsLastYear", "上一年项目数量", "项"), ("change", "本年增/减", "项"), ("decisions", "处理决定数量", "件")];
        (string Key, string Label, string Unit)[] procurement = [("items", "采购项目数量", "项"), ("amount", "采购总金额", "元")];
        (string Key, string Label, (string Key, string Label, string Unit)[] Columns)[] rows =
        [
            ("rules", "规章", documents),
            ("normativeDocuments", "规范性文件", documents),
            ("licences", "行政许可", decisions),
            ("otherServices", "其他对外管理服务事项", decisions),
            ("penalties", "行政处罚", decisions),
            ("coercion", "行政强制", decisions),
            ("charges", "行政事业性收费", decisions[..2]),
            ("procurement", "政府集中采购", procurement),
        ];
        foreach (var row in rows)
        {
            foreach (var column in row.Columns)
            {
                yield return Of($"proactive2019.{row.Key}.{column.Key}", FormTable.Proactive2019, index++, row.Label, column.Label, column.Unit)
                    with { MayBeNegative = column.Key == "change" };
            }
        }
    }

    private static IEnumerable<Figure> Requests()
    {
        foreach (var row in Enum.GetValues<RequestRow>())
        {
            foreach (var column in Enum.GetValues<ApplicantColumn>())
            {
                var (key, label) = Labels.Of(row);
                var (columnKey, columnLabel) = Labels.Of(column);
                yield return Of($"requests.{key}.{columnKey}", FormTable.Requests, Request(row, column).Index, label, columnLabel);
            }
        }
    }

    private static IEnumerable<Figure> Disputes()
    {
        foreach (var group in Enum.GetValues<DisputeGroup>())
        {
            foreach (var result in Enum.GetValues<DisputeResult>())
            {
                var (key, label) = Labels.Of(group);
                var (columnKey, columnLabel) = Labels.Of(result);
                yield return Of($"disputes.{key}.{columnKey}", FormTable.Disputes, Dispute(group, result).Index, label, columnLabel);
            }
        }
    }

    private static Figure Of(string name, FormTable table, int index, string row, string column, string unit = "件") =>
        new() { Address = new FigureAddress(index), Name = name, Table = table, Row = row, Column = column, Unit = unit };
}
