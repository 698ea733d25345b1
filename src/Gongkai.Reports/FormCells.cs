using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Reports;

/// <summary>Which cells a report is written with, in JSON and CSV alike, and the words for their kinds.</summary>
internal static class FormCells
{
    private static readonly ImmutableArray<bool> Threefold = Mask(Edition.National2021, single: false);
    private static readonly ImmutableArray<bool> Single = Mask(Edition.National2021, single: true);
    private static readonly ImmutableArray<bool> Trial = Mask(Edition.Trial2019, single: true);

    /// <summary>
    /// The figures of the report's form, whether it has them or not, and any other that it has. Where （六）其他处理 is one row,
    /// the three rows under it are written as missing.
    /// </summary>
    public static IEnumerable<FigureAddress> Of(AnnualReport report)
    {
        var mask = report.Edition == Edition.Trial2019 ? Trial : Identities.HasSingleOtherwiseRow(report.Figures) ? Single : Threefold;
        foreach (var figure in NationalForm.Figures)
        {
            if (mask[figure.Address.Index] || report.Figures[figure.Address].Kind != CellKind.Missing)
            {
                yield return figure.Address;
            }
        }
    }

    private static ImmutableArray<bool> Mask(Edition edition, bool single)
    {
        var mask = new bool[NationalForm.Count];
        foreach (var address in NationalForm.Of(edition, single).Concat(NationalForm.Of(Edition.National2021).Where(IsRequest)))
        {
            mask[address.Index] = true;
        }

        return [.. mask];
    }

    private static bool IsRequest(FigureAddress address) => NationalForm.RowOf(address) is not null;

    extension(CellKind kind)
    {
        /// <summary>The kind as JSON and CSV name it.</summary>
        public string Word => kind switch
        {
            CellKind.Missing => "missing",
            CellKind.Number => "number",
            CellKind.Blank => "blank",
            CellKind.Dash => "dash",
            CellKind.Text => "text",
            CellKind.Unreadable => "unreadable",
        };
    }

    /// <summary>A cell that is no number, from the name of its kind; null where the name is none of them.</summary>
    public static Cell? CellOrNull(string? word, string raw) => word switch
    {
        "missing" => Cell.Missing,
        "blank" => Cell.Blank(),
        "dash" => Cell.Dash(raw),
        "text" => Cell.Text(raw),
        "unreadable" => Cell.Unreadable(raw),
        _ => null,
    };
}

/// <summary>The editions as JSON and CSV name them: <c>2021</c> and <c>2019</c>.</summary>
internal static class EditionText
{
    public static string Of(Edition edition) => edition switch
    {
        Edition.National2021 => "2021",
        Edition.Trial2019 => "2019",
    };

    public static Edition? OrNull(string? text) => text switch
    {
        "2021" => Edition.National2021,
        "2019" => Edition.Trial2019,
        _ => null,
    };
}
