using Gongkai.Reports.Form;

namespace Gongkai.Reports.Mending;

/// <summary>What last year's report carried out, and this year's has therefore to carry in, column by column.</summary>
internal sealed class CarryOver
{
    private static readonly ApplicantColumn[] Columns = Enum.GetValues<ApplicantColumn>();

    private readonly long?[] counts = new long?[Columns.Length];

    private CarryOver()
    {
    }

    /// <summary>Nothing is known of last year.</summary>
    public static CarryOver None { get; } = new();

    /// <summary>Whether last year's row does not add up, so that no report could carry all of it in.</summary>
    public bool IsBroken { get; private set; }

    public static CarryOver Of(FigureSet? last)
    {
        if (last is null)
        {
            return None;
        }

        var carried = new CarryOver();
        foreach (var column in Columns)
        {
            var cell = last[RequestRow.CarriedOut, column];
            carried.counts[(int)column] = MendProblem.IsCount(cell) ? (long)cell.Value : null;
        }

        var parts = carried.counts[..(int)ApplicantColumn.Total];
        var sum = parts.Sum(part => part ?? 0);
        carried.IsBroken = carried.counts[(int)ApplicantColumn.Total] is { } total
            && (parts.Contains(null) ? sum > total : sum != total);
        return carried;
    }

    /// <summary>What the cell has to hold because of last year; null where last year says nothing that can be required.</summary>
    public long? Required(FigureAddress cell) => IsBroken ? null : Printed(cell);

    /// <summary>What last year's report prints for the cell; null where it says nothing.</summary>
    public long? Printed(FigureAddress cell) =>
        NationalForm.RowOf(cell) == RequestRow.CarriedIn ? counts[(int)NationalForm.ColumnOf(cell)!.Value] : null;
}
