using System.Globalization;
using Gongkai.Reports;

namespace Gongkai.Platform.Filings.Ledger;

/// <summary>现行有效件数 from year to year: last year's report, and what was issued and repealed since.</summary>
/// <param name="Row">规章 or 行政规范性文件.</param>
/// <param name="Before">In force by last year's report.</param>
/// <param name="Issued">Issued in the year.</param>
/// <param name="Repealed">Repealed or expired in the year.</param>
/// <param name="InForce">In force at the end of the year by the documents kept here.</param>
public sealed record RollForward(string Row, decimal Before, decimal Issued, decimal Repealed, decimal InForce)
{
    public decimal Expected => Before + Issued - Repealed;

    public bool Agrees => Expected == InForce;

    /// <summary>The rows of which both last year's report and this year's documents speak.</summary>
    /// <param name="ledger">This year's figures, by address.</param>
    /// <param name="last">What last year's report says at an address, as it is written there; null where nothing.</param>
    public static IReadOnlyList<RollForward> Of(IReadOnlyDictionary<string, decimal> ledger, Func<string, string?> last)
    {
        var rows = new List<RollForward>();
        foreach (var row in (string[])["rules", "normativeDocuments"])
        {
            var address = $"proactive.{row}.inForce";
            if (ledger.TryGetValue(address, out var inForce) && decimal.TryParse(last(address), NumberStyles.Number, CultureInfo.InvariantCulture, out var before))
            {
                rows.Add(new RollForward(
                    FigureAddress.Parse(address, CultureInfo.InvariantCulture).Figure.Row, before, ledger[$"proactive.{row}.issued"], ledger[$"proactive.{row}.repealed"], inForce));
            }
        }

        return rows;
    }
}
