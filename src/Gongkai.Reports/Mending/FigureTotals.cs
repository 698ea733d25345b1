using Gongkai.Reports.Form;

namespace Gongkai.Reports.Mending;

/// <summary>Which figures are sums of others on the form.</summary>
internal static class FigureTotals
{
    /// <summary>Whether the form prints 总计 over its column or before its row.</summary>
    public static bool IsTotal(FigureAddress cell) =>
        NationalForm.ColumnOf(cell) is { } column
            ? column == ApplicantColumn.Total || NationalForm.RowOf(cell) == RequestRow.Concluded
            : cell.Figure.Table == FormTable.Disputes && cell.Figure.Column == Labels.Of(DisputeResult.Total).Label;
}
