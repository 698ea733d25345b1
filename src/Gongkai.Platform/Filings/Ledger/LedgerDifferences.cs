using Gongkai.Reports;

namespace Gongkai.Platform.Filings.Ledger;

/// <summary>Where a report says otherwise than the cases, documents and acts that the agency keeps: each such cell needs a word, which the authority sees.</summary>
public static class LedgerDifferences
{
    /// <summary>The rule of these findings.</summary>
    public const string Rule = "ledger.differs";

    /// <summary>The findings; none of a table that is still empty, or that its edition prints otherwise. Totals are left to the sums: what is wrong in them is wrong in their parts.</summary>
    public static IEnumerable<Finding> Find(AnnualReport report, IReadOnlyDictionary<FigureAddress, decimal> ledger)
    {
        var tables = ledger.Keys.GroupBy(address => address.Figure.Table)
            .Where(table => table.Any(address => report.Figures[address].Kind is not (CellKind.Blank or CellKind.Missing))).Select(table => table.Key).ToHashSet();
        foreach (var (address, kept) in ledger.Where(figure => tables.Contains(figure.Key.Figure.Table) && !IsTotal(figure.Key)))
        {
            var cell = report.Figures[address];
            var says = cell.Kind is CellKind.Number ? cell.Value : cell.Kind is CellKind.Blank or CellKind.Dash or CellKind.Missing ? 0 : (decimal?)null;
            if (says is { } figure && figure != kept)
            {
                yield return new Finding(Rule, Severity.Warning, $"{address.Figure.Description}填的是{Figure.Format(figure)}，台账里是{Figure.Format(kept)}。请核对台账；确实应当不同的，请说明原因。")
                {
                    At = [address], Actual = Figure.Format(figure), Expected = Figure.Format(kept),
                };
            }
        }
    }

    private static bool IsTotal(FigureAddress address) =>
        address.ToString() is var name && (name.EndsWith(".total", StringComparison.Ordinal) || name.StartsWith("requests.concluded.", StringComparison.Ordinal));
}
