using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Tables;

/// <summary>Sets aside figures that no office can have counted: digits of a row run together. Sums of such could not even be held.</summary>
internal static class FigureSize
{
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>The figures without those; the same set where there are none.</summary>
    public static FigureSet Counted(FigureSet figures, FindingList? findings = null)
    {
        List<KeyValuePair<FigureAddress, Cell>>? beyond = null;
        var cells = figures.Cells;
        for (var index = 0; index < cells.Length; index++)
        {
            ref readonly var cell = ref cells[index];
            if (cell.IsNumber && decimal.Abs(cell.Value) > Largest)
            {
                var figure = NationalForm.Figures[index];
                (beyond ??= []).Add(new(figure.Address, Cell.Unreadable(cell.Raw, cell.Place)));
                findings?.Add(Rules.Size, $"{figure.Description}是 {cell.Raw}，大得不可能；请核对是否几个数字连在了一起。", [figure.Address], actual: Figure.Format(cell.Value));
            }
        }

        return beyond is null ? figures : figures.With(beyond);
    }
}
