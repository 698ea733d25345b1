using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>Puts what the three collectors found into the cells of the form, and says of each row that could not be placed what it holds.</summary>
internal sealed class FigurePlacing(TableWalk walk, Edition edition)
{
    private const int MostStrayRows = 10;
    private const int LongestRaw = 1_000;
    private static readonly ImmutableArray<Figure> Money = [.. NationalForm.Figures.Where(figure => figure.IsMoney)];

    private readonly FigureSet.Builder figures = new();
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();

    /// <summary>The cells and the findings.</summary>
    public (FigureSet Figures, ImmutableArray<Finding> Findings) Place()
    {
        walk.Proactive.End(edition, figures);
        PlaceRequests();
        walk.Disputes.End(figures, !walk.HasFigures);
        var placed = figures.Build();
        ReportUnreadable(placed);
        ReportUnits(placed);
        return (placed, findings.ToImmutable());
    }

    private void PlaceRequests()
    {
        var placing = new RequestPlacing(walk.Requests);
        var strays = 0;
        foreach (var entry in walk.Requests.Entries)
        {
            if (entry.Row is { } row)
            {
                PlaceRow(row, placing.Place(entry));
            }
            else if (entry.Filled > 1 && strays++ < MostStrayRows)
            {
                findings.Add(new Finding("read.row.unplaced", Severity.Warning, $"表三有一行没有可辨认的行名，其中的数字（{Short(entry.Raw)}）没有读入，请对照原件填写。") { Actual = entry.Raw });
            }
        }

        var single = NationalForm.Request(RequestRow.OtherwiseWhole, ApplicantColumn.Natural);
        var parts = NationalForm.Request(RequestRow.OtherwiseOther, ApplicantColumn.Natural);
        if (figures.KindOf(single) != CellKind.Missing && figures.KindOf(parts) != CellKind.Missing)
        {
            Clear(RequestRow.OtherwiseWhole);
        }

        if (walk.HasSecondTable)
        {
            findings.Add(new Finding("read.table.second", Severity.Note, "文中另有一张完整的申请情况表（例如本级与全县各一张），只读入了第一张。"));
        }
    }

    private void Clear(RequestRow row)
    {
        for (var column = ApplicantColumn.Natural; column <= ApplicantColumn.Total; column++)
        {
            figures[NationalForm.Request(row, column)] = Cell.Missing;
        }
    }

    /// <summary>A row that the source prints twice counts once; where the two differ neither is certain.</summary>
    private void PlaceRow(RequestRow row, ReadOnlySpan<Cell> cells)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            var address = NationalForm.Request(row, (ApplicantColumn)index);
            if (figures.KindOf(address) == CellKind.Missing)
            {
                figures[address] = cells[index];
                continue;
            }

            var known = figures[address];
            figures[address] = known.Kind switch
            {
                _ when IsEmpty(known) => cells[index],
                CellKind.Unreadable when known.Raw.Length > LongestRaw => known,
                _ when IsEmpty(cells[index]) || known.HoldsSameAs(cells[index]) => known,
                _ => Cell.Unreadable($"{known.Raw} / {cells[index].Raw}", known.Place),
            };
        }
    }

    private static bool IsEmpty(Cell cell) => cell.Kind is CellKind.Blank or CellKind.Missing || (cell.Kind == CellKind.Unreadable && cell.Raw.Length == 0);

    private void ReportUnreadable(FigureSet placed)
    {
        if (!AnyUnreadable(placed))
        {
            return;
        }

        foreach (var rows in NationalForm.Figures.Where(figure => placed[figure.Address].Kind == CellKind.Unreadable).GroupBy(figure => (figure.Table, figure.Row, placed[figure.Address].Raw)))
        {
            var addresses = rows.Select(figure => figure.Address).ToImmutableArray();
            var first = rows.First();
            var raw = rows.Key.Raw;
            findings.Add(addresses.Length == 1
                ? new Finding("read.unreadable", Severity.Warning, $"{first.Description}写的是“{Short(raw)}”，不能确定是哪个数，没有读入，请对照原件填写。") { At = addresses, Actual = raw }
                : new Finding("read.row.unplaced", Severity.Warning, raw.Length == 0
                    ? $"{first.TableName}“{first.Row}”行的数字与行名分离，没有读入，请对照原件填写。"
                    : $"{first.TableName}“{first.Row}”行的数字（{Short(raw)}）与{addresses.Length}个单元格对不上，没有读入，请对照原件填写。") { At = addresses, Actual = raw });
        }

    }

    private static bool AnyUnreadable(FigureSet placed)
    {
        foreach (ref readonly var cell in placed.Cells)
        {
            if (cell.Kind == CellKind.Unreadable)
            {
                return true;
            }
        }

        return false;
    }

    private void ReportUnits(FigureSet placed)
    {
        foreach (var figure in Money)
        {
            var cell = placed[figure.Address];
            if (cell.IsNumber && FigureText.Parse(Folding.Fold(cell.Raw.TrimEnd('元', '万')), figure.Unit) is { } printed && printed != cell.Value)
            {
                findings.Add(new Finding("read.figure.unit", Severity.Note, $"{figure.Description}写的是“{cell.Raw}”，按单位折算为{Figure.Format(cell.Value)}{figure.Unit}。") { At = [figure.Address], Actual = cell.Raw, Expected = Figure.Format(cell.Value) });
            }
        }
    }

    private static string Short(string raw) => raw.Length <= 60 ? raw : string.Concat(raw.AsSpan(0, 60), "…");
}
