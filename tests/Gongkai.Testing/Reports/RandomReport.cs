namespace Gongkai.Testing.Reports;

/// <summary>Makes up reports that look like published ones and whose every figure is known.</summary>
public static class RandomReport
{
    /// <summary>A report with mixed traits.</summary>
    public static AnnualReport Make(int seed)
    {
        var random = new Random(seed);
        return Make(random, ReportTraits.Any(random));
    }

    /// <summary>A report with these traits.</summary>
    public static AnnualReport Make(Random random, ReportTraits traits) => Around(RandomFigures.Make(random, traits), random, traits);

    /// <summary>A report around these figures, whose text agrees with them.</summary>
    public static AnnualReport Around(FigureSet figures, Random random, ReportTraits traits)
    {
        var agency = traits.Agency ?? InventedPlaces.Agency(random);
        var year = traits.Year ?? (traits.Edition == Edition.Trial2019 ? random.Next(2019, 2021) : random.Next(2021, 2026));
        var prose = new InventedProse(random, agency, year, figures);
        return new AnnualReport
        {
            Agency = agency,
            Year = year,
            Edition = traits.Edition,
            Title = $"{agency}{year}年政府信息公开工作年度报告",
            Preamble = prose.Preamble(),
            Period = new StatisticalPeriod(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
            SignedOn = new DateOnly(year + 1, 1, random.Next(4, 31)),
            Signatory = agency,
            Sections = prose.Sections(),
            Figures = figures,
        };
    }
}
