using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Writing;

/// <summary>
/// The tables of a report with exactly the merged cells and labels of the form (国办公开办函〔2021〕30号; 国办公开办函〔2019〕60号).
/// A table without any cell is left out, and so is a row of table three without any.
/// </summary>
public static class PrintedTables
{
    private const string Corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
    private const string OutcomeGroup = "三、本年度办理结果";
    private const string PartlyGranted = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）";

    private static readonly ImmutableArray<ApplicantColumn> Applicants = [.. Enum.GetValues<ApplicantColumn>()];
    private static readonly ImmutableArray<RequestRow> RequestRows = [.. Enum.GetValues<RequestRow>()];
    private static readonly ImmutableArray<DisputeGroup> DisputeGroups = [.. Enum.GetValues<DisputeGroup>()];
    private static readonly ImmutableArray<DisputeResult> DisputeResults = [.. Enum.GetValues<DisputeResult>()];

    private static readonly ImmutableArray<int> ProactiveWidths = [2545, 2100, 2100, 2100];
    private static readonly ImmutableArray<int> Proactive2019Widths = [2545, 2100, 1050, 1050, 2100];
    private static readonly ImmutableArray<int> RequestWidths = [500, 1000, 2985, 680, 600, 600, 600, 600, 600, 680];
    private static readonly ImmutableArray<int> DisputeWidths = [590, 590, 590, 590, 590, 590, 590, 590, 590, 590, 589, 589, 589, 589, 589];

    private static readonly ImmutableArray<ProactiveBlock> Blocks2021 = BlocksOf(
        FormTable.Proactive,
        [("（一）", 2), ("（五）", 1), ("（六）", 2), ("（八）", 1)]);

    private static readonly ImmutableArray<ProactiveBlock> Blocks2019 = BlocksOf(
        FormTable.Proactive2019,
        [("（一）", 2), ("（五）", 2), ("（六）", 2), ("（八）", 1), ("（九）", 1)]);

    /// <summary>The tables that stand in a section: none in sections one, five and six.</summary>
    public static IEnumerable<PrintedTable> Of(int section, FigureSet figures)
    {
        if (section == 2 && Has(figures, Blocks2021))
        {
            yield return new PrintedTable(FormTable.Proactive, 2, 0, ProactiveWidths, Proactive(figures, Blocks2021, ProactiveWidths.Length));
        }

        if (section == 2 && Has(figures, Blocks2019))
        {
            yield return new PrintedTable(
                FormTable.Proactive2019, 2, 0, Proactive2019Widths, Proactive(figures, Blocks2019, Proactive2019Widths.Length));
        }

        if (section == 3 && RequestRows.Any(row => Has(figures, row)))
        {
            yield return new PrintedTable(FormTable.Requests, 3, 3, RequestWidths, Requests(figures));
        }

        if (section == 4 && DisputeGroups.Any(group => DisputeResults.Any(result => figures[group, result].Kind != CellKind.Missing)))
        {
            yield return new PrintedTable(FormTable.Disputes, 4, 3, DisputeWidths, Disputes(figures));
        }
    }

    private static ImmutableArray<PrintedRow> Proactive(FigureSet figures, ImmutableArray<ProactiveBlock> blocks, int columnCount)
    {
        var rows = new PrintedRows(figures, columnCount);
        foreach (var block in blocks)
        {
            rows.Block(block.Title);
            rows.Cell("信息内容", CellRole.Column);
            var spans = SpansOf(block.Rows[0].Length, columnCount);
            for (var index = 0; index < spans.Length; index++)
            {
                rows.Cell(block.Rows[0][index].Column, CellRole.Column, spans[index]);
            }

            rows.EndRow();
            foreach (var row in block.Rows)
            {
                rows.Cell(row[0].Row, CellRole.Row);
                for (var index = 0; index < spans.Length; index++)
                {
                    rows.Figure(row[index].Address, spans[index]);
                }

                rows.EndRow();
            }
        }

        return rows.Build();
    }

    // The 2019 edition sets thirds over halves: four columns beside the labels serve both.
    private static int[] SpansOf(int figureCount, int columnCount) => (figureCount, columnCount) switch
    {
        (3, 4) => [1, 1, 1],
        (3, _) => [1, 2, 1],
        (2, _) => [2, 2],
        _ => [columnCount - 1],
    };

    private static ImmutableArray<PrintedRow> Requests(FigureSet figures)
    {
        var rows = new PrintedRows(figures, RequestWidths.Length);
        rows.Cell(Corner, CellRole.Note, 3, 3).Cell("申请人情况", CellRole.Column, 7).EndRow();
        rows.Cell("自然人", CellRole.Column, 1, 2).Cell("法人或其他组织", CellRole.Column, 5).Cell("总计", CellRole.Column, 1, 2).EndRow();
        foreach (var column in Applicants.Where(column => column is not (ApplicantColumn.Natural or ApplicantColumn.Total)))
        {
            rows.Cell(Labels.Of(column).Label, CellRole.Column);
        }

        rows.EndRow();
        var present = RequestRows.Where(row => Has(figures, row)).ToList();
        var outcomes = present.Count(IsOutcome);
        var group = "";
        foreach (var row in present)
        {
            if (IsOutcome(row) && outcomes > 0)
            {
                rows.Cell(OutcomeGroup, CellRole.Row, 1, outcomes);
                outcomes = 0;
            }

            group = RequestLabel(rows, row, group, present);
            foreach (var column in Applicants)
            {
                rows.Figure(NationalForm.Request(row, column));
            }

            rows.EndRow();
        }

        return rows.Build();
    }

    private static string RequestLabel(PrintedRows rows, RequestRow row, string groupAbove, List<RequestRow> present)
    {
        var (group, label) = Split(row);
        if (group.Length == 0)
        {
            rows.Cell(row == RequestRow.PartlyGranted ? PartlyGranted : label, CellRole.Row, IsOutcome(row) ? 2 : 3);
            return "";
        }

        if (group != groupAbove)
        {
            rows.Cell(group, CellRole.Row, 1, present.Count(other => Split(other).Group == group));
        }

        rows.Cell(label, CellRole.Row);
        return group;
    }

    private static (string Group, string Label) Split(RequestRow row)
    {
        var label = Labels.Of(row).Label;
        var space = label.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? ("", label) : (label[..space], label[(space + 1)..]);
    }

    private static bool IsOutcome(RequestRow row) => row is >= RequestRow.Granted and <= RequestRow.Concluded;

    private static ImmutableArray<PrintedRow> Disputes(FigureSet figures)
    {
        var rows = new PrintedRows(figures, DisputeWidths.Length);
        rows.Cell("行政复议", CellRole.Column, 5).Cell("行政诉讼", CellRole.Column, 10).EndRow();
        foreach (var result in DisputeResults)
        {
            rows.Cell(Labels.Of(result).Label, CellRole.Column, 1, 2);
        }

        rows.Cell("未经复议直接起诉", CellRole.Column, 5).Cell("复议后起诉", CellRole.Column, 5).EndRow();
        foreach (var result in DisputeResults.Concat(DisputeResults))
        {
            rows.Cell(Labels.Of(result).Label, CellRole.Column);
        }

        rows.EndRow();
        foreach (var group in DisputeGroups)
        {
            foreach (var result in DisputeResults)
            {
                rows.Figure(NationalForm.Dispute(group, result));
            }
        }

        rows.EndRow();
        return rows.Build();
    }

    private static bool Has(FigureSet figures, RequestRow row) =>
        Applicants.Any(column => figures[row, column].Kind != CellKind.Missing);

    private static bool Has(FigureSet figures, ImmutableArray<ProactiveBlock> blocks) =>
        blocks.Any(block => block.Rows.Any(row => row.Any(figure => figures[figure.Address].Kind != CellKind.Missing)));

    private static ImmutableArray<ProactiveBlock> BlocksOf(FormTable table, (string Item, int RowCount)[] items)
    {
        var rows = NationalForm.Figures
            .Where(figure => figure.Table == table)
            .GroupBy(figure => figure.Row)
            .Select(row => row.ToImmutableArray())
            .ToList();
        var taken = 0;
        var blocks = ImmutableArray.CreateBuilder<ProactiveBlock>();
        foreach (var (item, rowCount) in items)
        {
            blocks.Add(new ProactiveBlock($"第二十条第{item}项", [.. rows.Skip(taken).Take(rowCount)]));
            taken += rowCount;
        }

        return blocks.ToImmutable();
    }

    private sealed record ProactiveBlock(string Title, ImmutableArray<ImmutableArray<Figure>> Rows);
}
