using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Narrative;

/// <summary>The figures that the text of a report states of single cells.</summary>
public static class TextFigures
{
    /// <summary>What was understood, in the order of the text. Sums of several cells (不予公开20件) are not among them; the checker weighs those itself.</summary>
    public static IReadOnlyList<TextFigure> Find(AnnualReport report) => Find(report, ClaimReader.Read(report).Claims);

    internal static IReadOnlyList<TextFigure> Find(AnnualReport report, IReadOnlyList<Claim> claims)
    {
        var single = Identities.HasSingleOtherwiseRow(report.Figures);
        var found = new List<TextFigure>();
        foreach (var claim in claims)
        {
            var readings = Readings.Of(claim.Quantity, single);
            if (!claim.Extra && readings.Plain[0] is [var address])
            {
                found.Add(new TextFigure(address, claim.Value, claim.Sentence, claim.Section, claim.Sure && readings.Plain.Length == 1));
            }
        }

        return found;
    }
}
