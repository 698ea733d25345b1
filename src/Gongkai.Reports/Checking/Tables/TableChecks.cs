using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Tables;

/// <summary>Whether the three tables are there, whole and filled in.</summary>
internal static class TableChecks
{
    private static readonly Shape National = new(Edition.National2021, singleOtherwiseRow: false);
    private static readonly Shape NationalSingleRow = new(Edition.National2021, singleOtherwiseRow: true);
    private static readonly Shape Trial = new(Edition.Trial2019, singleOtherwiseRow: true);

    public static void Check(AnnualReport report, FindingList findings)
    {
        var single = Identities.HasSingleOtherwiseRow(report.Figures);
        var shape = report.Edition == Edition.Trial2019 ? Trial : single ? NationalSingleRow : National;
        for (var number = 2; number <= 4; number++)
        {
            CheckTable(report, number, shape.Table(number), findings);
        }

        if (report.Edition == Edition.Trial2019 && report.Year >= 2021)
        {
            findings.Add(Rules.FormEdition, $"{report.Year} 年度报告仍用2019年试行格式的表二，应改用国办公开办函〔2021〕30号的格式。", section: 2);
        }
        else if (single && report.Edition == Edition.National2021)
        {
            findings.Add(
                Rules.SingleOtherwise,
                "表三“（六）其他处理”只有一行，2021年格式应分为“逾期不补正”“逾期未缴纳费用”“其他”三行。",
                [NationalForm.Request(RequestRow.OtherwiseWhole, ApplicantColumn.Total)],
                section: 3);
        }
    }

    /// <summary>Whether the report has nothing at all of this table.</summary>
    public static bool IsMissing(AnnualReport report, int number) =>
        Array.TrueForAll(
            (report.Edition == Edition.Trial2019 ? Trial : National).Table(number),
            address => report.Figures[address].Kind == CellKind.Missing);

    private static void CheckTable(AnnualReport report, int number, FigureAddress[] addresses, FindingList findings)
    {
        var (missing, blank, strokes) = (0, 0, 0);
        foreach (var address in addresses)
        {
            var cell = report.Figures[address];
            switch (cell.Kind)
            {
                case CellKind.Missing:
                    missing++;
                    break;
                case CellKind.Blank:
                    blank++;
                    break;
                case CellKind.Dash or CellKind.Text when cell.StandsForNothing():
                    strokes++;
                    break;
            }
        }

        var name = Name(number);
        if (missing == addresses.Length)
        {
            var heading = report.SectionOrNull(number) is null
                ? $"，也没有“{NationalForm.SectionHeadings[number - 1]}”这一部分"
                : "";
            findings.Add(Rules.TableMissing, $"没有读到{name}{heading}。没有发生的也应保留整张表并填 0；表格不能用图片代替。", section: number);
            return;
        }

        if (missing > 0)
        {
            findings.Add(Rules.TableRows, MissingRows(report, name, addresses, missing), Where(CellKind.Missing), number);
        }

        if (blank == addresses.Length)
        {
            findings.Add(Rules.TableBlank, $"{name}全部 {blank} 格空白，没有填写。没有发生的请填 0。", section: number);
        }
        else if (blank + strokes > 0)
        {
            var what = blank == 0 ? $"有 {strokes} 格划线或写“无”" : strokes == 0 ? $"有 {blank} 格空白" : $"有 {blank} 格空白、{strokes} 格划线或写“无”";
            var at = addresses.Where(address => report.Figures[address].StandsForNothing());
            findings.Add(Rules.Blank, $"{name}{what}，没有数据的应填 0。", [.. at], number, expected: "0");
        }

        ImmutableArray<FigureAddress> Where(CellKind kind) => [.. addresses.Where(address => report.Figures[address].Kind == kind)];
    }

    private static string MissingRows(AnnualReport report, string name, FigureAddress[] addresses, int missing)
    {
        var rows = addresses
            .GroupBy(address => address.Figure.Row)
            .Where(row => row.All(address => report.Figures[address].Kind == CellKind.Missing))
            .Select(row => $"“{row.Key}”")
            .ToList();
        if (rows.Count > 0)
        {
            return $"{name}缺少 {rows.Count} 行：{string.Join('、', rows.Take(4))}{(rows.Count > 4 ? "等" : "")}。没有数据的行也应保留并填 0。";
        }

        var columns = addresses
            .GroupBy(address => address.Figure.Column)
            .Where(column => column.All(address => report.Figures[address].Kind == CellKind.Missing))
            .Select(column => $"“{column.Key}”")
            .ToList();
        return columns.Count > 0
            ? $"{name}缺少 {string.Join('、', columns)} 列。没有数据的列也应保留并填 0。"
            : $"{name}缺少 {missing} 格，请对照格式补齐。";
    }

    private static string Name(int number) => number switch
    {
        2 => "表二（主动公开政府信息情况）",
        3 => "表三（收到和处理政府信息公开申请情况）",
        _ => "表四（政府信息公开行政复议、行政诉讼情况）",
    };

    /// <summary>The figures of one shape of the form by table.</summary>
    private sealed class Shape(Edition edition, bool singleOtherwiseRow)
    {
        private readonly FigureAddress[][] tables =
        [
            .. Enumerable.Range(2, 3).Select(number => NationalForm.Of(edition, singleOtherwiseRow)
                .Where(address => address.Figure.Table switch
                {
                    FormTable.Proactive or FormTable.Proactive2019 => number == 2,
                    FormTable.Requests => number == 3,
                    FormTable.Disputes => number == 4,
                })
                .ToArray()),
        ];

        public FigureAddress[] Table(int number) => tables[number - 2];
    }
}
