using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Writing;

/// <summary>
/// The sheet with the tables. All of them stand on the same fifteen narrow columns, so that each has the widths of the form.
/// A total that is the sum of its parts is a live sum; one that is not stays as printed, and the difference is shown beside the table.
/// Where a part was not read there is nothing to add up.
/// </summary>
internal sealed class XlsxTables
{
    private const int ColumnCount = 15;
    private const int CheckColumn = 16;
    private const int LabelSpan = 8;

    private static readonly int[] Widths = [.. Enumerable.Repeat(8, ColumnCount), 3, 14];
    private static readonly ImmutableArray<ApplicantColumn> Applicants = [.. Enum.GetValues<ApplicantColumn>()];

    private readonly XlsxSheet sheet = new(Widths);
    private readonly FigureSet figures;
    private readonly Dictionary<FigureAddress, (int Row, int Column)> places = [];

    private XlsxTables(FigureSet figures) => this.figures = figures;

    public static XlsxSheet Of(AnnualReport report)
    {
        var tables = new XlsxTables(report.Figures);
        if (report.Title is not null)
        {
            tables.sheet.Put(0, 0, SheetStyle.Title, report.Title);
            tables.sheet.Merge(0, 0, 1, ColumnCount, SheetStyle.Title);
            tables.sheet.SetLines(0, 3);
        }

        foreach (var table in Enumerable.Range(2, 3).SelectMany(section => PrintedTables.Of(section, report.Figures)))
        {
            tables.Place(table);
        }

        return tables.sheet;
    }

    private void Place(PrintedTable table)
    {
        var top = sheet.RowCount == 0 ? 0 : sheet.RowCount + 1;
        var starts = StartsOf(table.Form);
        for (var index = 0; index < table.Rows.Length; index++)
        {
            foreach (var cell in table.Rows[index].Cells)
            {
                var column = starts[cell.Column];
                var span = starts[cell.Column + cell.ColumnSpan] - column;
                Cell(top + index, column, span, cell);
            }
        }

        var bottom = top + table.Rows.Length;
        if (table.Form == FormTable.Requests)
        {
            Requests(top + table.HeaderRows - 1, bottom + 1);
        }
        else if (table.Form == FormTable.Disputes)
        {
            Disputes(bottom + 1);
        }
    }

    // Where each column of the form begins on the sheet, and where the last one ends.
    private static ImmutableArray<int> StartsOf(FormTable form) => form switch
    {
        FormTable.Proactive => [0, 3, 7, 11, 15],
        FormTable.Proactive2019 => [0, 3, 7, 9, 11, 15],
        FormTable.Requests => [0, 1, 3, 8, 9, 10, 11, 12, 13, 14, 15],
        FormTable.Disputes => [.. Enumerable.Range(0, 16)],
    };

    private void Cell(int row, int column, int span, PrintedCell cell)
    {
        var style = cell.Role == CellRole.Figure ? SheetStyle.Figure : SheetStyle.Header;
        if (cell.Address is { } address)
        {
            places[address] = (row, column);
            if (figures[address].ValueOrNull is { } value)
            {
                sheet.Put(row, column, style, value);
            }
            else
            {
                sheet.Put(row, column, style, cell.Text);
            }
        }
        else
        {
            sheet.Put(row, column, style, cell.Text);
        }

        sheet.Merge(row, column, cell.RowSpan, span, style);
        if (cell.RowSpan == 1)
        {
            sheet.SetLines(row, 1 + (cell.Text.Length * 2 / (span * Widths[0])));
        }
    }

    private void Requests(int headerRow, int checkRow)
    {
        var rows = Enum.GetValues<RequestRow>().Where(row => places.ContainsKey(NationalForm.Request(row, ApplicantColumn.Total))).ToList();
        var isLabelled = false;
        foreach (var row in rows)
        {
            var total = NationalForm.Request(row, ApplicantColumn.Total);
            var parts = Applicants.Where(column => column != ApplicantColumn.Total).Select(column => NationalForm.Request(row, column)).ToList();
            if (Sum(parts, total) is { } difference)
            {
                if (!isLabelled)
                {
                    sheet.Put(headerRow, CheckColumn, SheetStyle.Check, "核对：各栏之和减去总计");
                    isLabelled = true;
                }

                sheet.Put(places[total].Row, CheckColumn, SheetStyle.Check, difference, $"SUM({Range(parts)})-{At(total)}");
            }
        }

        var outcomes = rows.Where(row => row is >= RequestRow.Granted and < RequestRow.Concluded).ToList();
        checkRow += Concluded(outcomes, checkRow) ? 1 : 0;
        Balance(checkRow);
    }

    private bool Concluded(List<RequestRow> outcomes, int checkRow)
    {
        var isLabelled = false;
        foreach (var column in Applicants.Where(_ => outcomes.Count > 0))
        {
            var total = NationalForm.Request(RequestRow.Concluded, column);
            var parts = outcomes.Select(row => NationalForm.Request(row, column)).ToList();

            // The corner of the two totals is already the sum of its row.
            var difference = column == ApplicantColumn.Total ? Difference(parts, total) : Sum(parts, total);
            if (difference is not (null or 0))
            {
                Label(checkRow, "核对：第三项各行之和减去（七）总计", ref isLabelled);
                sheet.Put(checkRow, places[total].Column, SheetStyle.Check, difference.Value, $"SUM({Range(parts)})-{At(total)}");
            }
        }

        return isLabelled;
    }

    private void Balance(int checkRow)
    {
        var isLabelled = false;
        foreach (var column in Applicants)
        {
            RequestRow[] rows = [RequestRow.Received, RequestRow.CarriedIn, RequestRow.Concluded, RequestRow.CarriedOut];
            var cells = rows.Select(row => NationalForm.Request(row, column)).ToList();
            if (!cells.TrueForAll(IsPlacedNumber))
            {
                continue;
            }

            var difference = Value(cells[0]) + Value(cells[1]) - Value(cells[2]) - Value(cells[3]);
            if (difference != 0)
            {
                Label(checkRow, "核对：第一项加第二项，减去第三项（七）总计和第四项", ref isLabelled);
                var formula = $"{At(cells[0])}+{At(cells[1])}-{At(cells[2])}-{At(cells[3])}";
                sheet.Put(checkRow, places[cells[0]].Column, SheetStyle.Check, difference, formula);
            }
        }
    }

    private void Disputes(int checkRow)
    {
        var isLabelled = false;
        foreach (var group in Enum.GetValues<DisputeGroup>())
        {
            var cells = Enum.GetValues<DisputeResult>().Select(result => NationalForm.Dispute(group, result)).ToList();
            if (Sum(cells[..^1], cells[^1]) is { } difference)
            {
                if (!isLabelled)
                {
                    sheet.Put(checkRow, CheckColumn, SheetStyle.Check, "核对：四项之和减去总计");
                    isLabelled = true;
                }

                sheet.Put(checkRow, places[cells[^1]].Column, SheetStyle.Check, difference, $"SUM({Range(cells[..^1])})-{At(cells[^1])}");
            }
        }
    }

    // Makes the total a live sum where it is one; else the difference, or null where there is none to tell.
    private decimal? Sum(List<FigureAddress> parts, FigureAddress total)
    {
        var difference = Difference(parts, total);
        if (difference != 0)
        {
            return difference;
        }

        var (row, column) = places[total];
        sheet.Put(row, column, SheetStyle.Figure, Value(total), $"SUM({Range(parts)})");
        return null;
    }

    private decimal? Difference(List<FigureAddress> parts, FigureAddress total) =>
        IsPlacedNumber(total) && parts.TrueForAll(IsPlacedNumber) ? parts.Sum(Value) - Value(total) : null;

    private void Label(int row, string text, ref bool isLabelled)
    {
        if (!isLabelled)
        {
            sheet.Put(row, 0, SheetStyle.Check, text);
            sheet.Merge(row, 0, 1, LabelSpan, SheetStyle.Check);
            isLabelled = true;
        }
    }

    private bool IsPlacedNumber(FigureAddress address) => figures[address].IsNumber && places.ContainsKey(address);

    private decimal Value(FigureAddress address) => figures[address].Value;

    private string At(FigureAddress address) => XlsxSheet.Reference(places[address].Row, places[address].Column);

    private string Range(List<FigureAddress> parts) => string.Create(CultureInfo.InvariantCulture, $"{At(parts[0])}:{At(parts[^1])}");
}
