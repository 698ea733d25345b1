using System.Globalization;

namespace Gongkai.Bench.Quick;

/// <summary>Prints the results line by line as they come.</summary>
internal static class ResultTable
{
    public static void Head(string what) => Line(what, "reports/s/core", "target", "x bare", "target", "kB/report", "");

    /// <summary>One line.</summary>
    /// <param name="what">What was measured.</param>
    /// <param name="cost">The cost of one report.</param>
    /// <param name="rate">The least reports a second that are asked for; 0 for none.</param>
    /// <param name="bare">The cost of the bare format; null for none.</param>
    /// <param name="ratio">The most times the bare cost that are allowed; 0 for none.</param>
    public static void Row(string what, Cost cost, double rate = 0, Cost? bare = null, double ratio = 0)
    {
        var times = cost.Seconds / bare?.Seconds;
        var isMet = 1 / cost.Seconds >= rate && (ratio == 0 || times <= ratio);
        Line(
            what,
            Show(1 / cost.Seconds, "N0"),
            rate > 0 ? "≥ " + Show(rate, "N0") : "",
            times is { } shown ? Show(shown, "0.00") : "",
            ratio > 0 ? "≤ " + Show(ratio, "0.0") : "",
            Show(cost.Allocated / 1000.0, "0.0"),
            rate > 0 || ratio > 0 ? isMet ? "met" : "NOT MET" : "");
    }

    /// <summary>A line that has its own measure.</summary>
    public static void Row(string what, string measured, string target, bool isMet) =>
        Console.WriteLine($"{what,-46} {measured}   target {target}   {(isMet ? "met" : "NOT MET")}");

    public static string Show(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static void Line(string what, string rate, string rateTarget, string ratio, string ratioTarget, string memory, string verdict) =>
        Console.WriteLine($"{what,-46} {rate,14} {rateTarget,10} {ratio,8} {ratioTarget,7} {memory,10}  {verdict}");
}
