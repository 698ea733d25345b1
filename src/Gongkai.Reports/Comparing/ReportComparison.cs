using System.Collections.Immutable;

namespace Gongkai.Reports.Comparing;

/// <summary>Two reports side by side: two years of one agency, or two agencies. Figure by figure, and section by section what was kept word for word.</summary>
public sealed record ReportComparison
{
    /// <summary>The report compared with.</summary>
    public required AnnualReport Earlier { get; init; }

    /// <summary>The report that is looked at.</summary>
    public required AnnualReport Later { get; init; }

    /// <summary>Each figure that either report has, in the order of the form.</summary>
    public required ImmutableArray<FigureComparison> Figures { get; init; }

    /// <summary>Each section that either report has, by number.</summary>
    public required ImmutableArray<SectionComparison> Sections { get; init; }

    /// <summary>The share of the later report's text that stands word for word in the same section of the earlier one, from 0 to 1.</summary>
    public double KeptShare => Share(section => section.KeptCharacters);

    /// <summary>The same share where other figures in the same words count as kept.</summary>
    public double KeptShareApartFromFigures => Share(section => section.KeptCharactersApartFromFigures);

    /// <summary>Compares two reports, of any editions.</summary>
    public static ReportComparison Compare(AnnualReport earlier, AnnualReport later) => new()
    {
        Earlier = earlier,
        Later = later,
        Figures = CompareFigures(earlier.Figures, later.Figures),
        Sections =
        [
            .. earlier.Sections.Concat(later.Sections).Select(section => section.Number).Distinct().Order()
                .Select(number => SectionComparison.Of(number, earlier.SectionOrNull(number), later.SectionOrNull(number))),
        ],
    };

    private static ImmutableArray<FigureComparison> CompareFigures(FigureSet earlier, FigureSet later) =>
    [
        .. Form.NationalForm.Figures
            .Select(figure => new FigureComparison(figure.Address, earlier[figure.Address], later[figure.Address]))
            .Where(figure => figure.Earlier.Kind != CellKind.Missing || figure.Later.Kind != CellKind.Missing),
    ];

    private double Share(Func<SectionComparison, int> kept)
    {
        var characters = Sections.Sum(section => section.LaterCharacters);
        return characters == 0 ? 0 : (double)Sections.Sum(kept) / characters;
    }
}

/// <summary>One figure in both reports.</summary>
/// <param name="Address">Which figure.</param>
/// <param name="Earlier">The cell of the earlier report.</param>
/// <param name="Later">The cell of the later report.</param>
public readonly record struct FigureComparison(FigureAddress Address, Cell Earlier, Cell Later)
{
    /// <summary>Later less earlier; null unless both are numbers.</summary>
    public decimal? Change => Later.ValueOrNull - Earlier.ValueOrNull;

    /// <summary>Whether both hold the same.</summary>
    public bool IsSame => Earlier.HoldsSameAs(Later);
}
