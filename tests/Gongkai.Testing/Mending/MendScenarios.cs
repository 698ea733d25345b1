using Gongkai.Reports.Form;

namespace Gongkai.Testing.Mending;

/// <summary>Figures that agree, and the ways in which reports spoil them.</summary>
public static class MendScenarios
{
    private static readonly ApplicantColumn[] Columns = Enum.GetValues<ApplicantColumn>();

    /// <summary>The rows of table three that count outcomes.</summary>
    public static IReadOnlyList<RequestRow> Outcomes { get; } =
        [.. Enum.GetValues<RequestRow>().Where(row => row is > RequestRow.CarriedIn and < RequestRow.Concluded and not RequestRow.OtherwiseWhole)];

    /// <summary>The cells of tables three and four in the 2021 edition.</summary>
    public static IReadOnlyList<FigureAddress> Cells { get; } =
        [.. NationalForm.Of(Edition.National2021).Where(cell => cell.Figure.Table is FormTable.Requests or FormTable.Disputes)];

    /// <summary>A report in which all sums agree; about one detail in <paramref name="sparsity"/> is not zero.</summary>
    public static FigureSet Agreeing(Random random, int largest = 40, int sparsity = 4)
    {
        var cells = new Dictionary<FigureAddress, decimal>();
        foreach (var column in Columns[..^1])
        {
            var concluded = 0;
            foreach (var row in Outcomes)
            {
                var count = Count();
                concluded += count;
                cells[NationalForm.Request(row, column)] = count;
            }

            var carriedOut = Count();
            var carriedIn = Math.Min(Count(), concluded + carriedOut);
            cells[NationalForm.Request(RequestRow.Concluded, column)] = concluded;
            cells[NationalForm.Request(RequestRow.CarriedOut, column)] = carriedOut;
            cells[NationalForm.Request(RequestRow.CarriedIn, column)] = carriedIn;
            cells[NationalForm.Request(RequestRow.Received, column)] = concluded + carriedOut - carriedIn;
        }

        foreach (var group in Enum.GetValues<DisputeGroup>())
        {
            foreach (var result in Enum.GetValues<DisputeResult>()[..^1])
            {
                cells[NationalForm.Dispute(group, result)] = Count();
            }
        }

        foreach (var total in Identities.Of(singleOtherwiseRow: false).Where(identity => identity.Rule is Identities.ApplicantTotal or Identities.DisputeTotal))
        {
            cells[total.Right[0]] = total.Left.Sum(cell => cells[cell]);
        }

        return Figures(cells);

        int Count() => random.Next(sparsity) == 0 ? random.Next(1, largest + 1) : 0;
    }

    /// <summary>The same with some cells holding other figures.</summary>
    public static FigureSet WithWrongCells(FigureSet figures, Random random, int count, int largest = 40)
    {
        var spoilt = new Dictionary<FigureAddress, Cell>();
        while (spoilt.Count < count)
        {
            var address = Cells[random.Next(Cells.Count)];
            var wrong = random.Next(largest + 1);
            if (figures[address].IsNumber && figures[address].Value != wrong)
            {
                spoilt[address] = Cell.Number(wrong);
            }
        }

        return figures.With(spoilt);
    }

    /// <summary>The same with zeros left blank, as in reports of the trial edition.</summary>
    public static FigureSet WithBlanksForZeros(FigureSet figures) =>
        figures.With(Cells.Where(cell => figures[cell].ValueOrNull == 0).Select(cell => KeyValuePair.Create(cell, Cell.Blank())));

    /// <summary>The same with one column of table three all zero.</summary>
    public static FigureSet WithColumnOfZeros(FigureSet figures, ApplicantColumn column) =>
        figures.With(Cells.Where(cell => NationalForm.ColumnOf(cell) == column).Select(cell => KeyValuePair.Create(cell, Cell.Number(0))));

    /// <summary>The same with every row total of table three wrong.</summary>
    public static FigureSet WithAllRowTotalsWrong(FigureSet figures, Random random) =>
        figures.With(Cells.Where(cell => NationalForm.ColumnOf(cell) == ApplicantColumn.Total)
            .Select(cell => KeyValuePair.Create(cell, Cell.Number(figures[cell].Value + random.Next(1, 100)))));

    /// <summary>The same with every cell of tables three and four holding any figure.</summary>
    public static FigureSet WithNothingRight(FigureSet figures, Random random, int largest = 1000) =>
        figures.With(Cells.Select(cell => KeyValuePair.Create(cell, Cell.Number(random.Next(largest)))));

    /// <summary>A report all of zeros, but that some requests were concluded that nobody made.</summary>
    public static FigureSet ConcludedWithoutReceived(int concluded, int carriedIn) => Figures(new()
    {
        [NationalForm.Request(RequestRow.CarriedIn, ApplicantColumn.Natural)] = carriedIn,
        [NationalForm.Request(RequestRow.CarriedIn, ApplicantColumn.Total)] = carriedIn,
        [NationalForm.Request(RequestRow.NotHeld, ApplicantColumn.Natural)] = concluded,
        [NationalForm.Request(RequestRow.NotHeld, ApplicantColumn.Total)] = concluded,
        [NationalForm.Request(RequestRow.Concluded, ApplicantColumn.Natural)] = concluded,
        [NationalForm.Request(RequestRow.Concluded, ApplicantColumn.Total)] = concluded,
    });

    /// <summary>Figures of the 2021 edition; those not named are zero.</summary>
    public static FigureSet Figures(Dictionary<FigureAddress, decimal> figures)
    {
        var builder = new FigureSet.Builder();
        foreach (var address in NationalForm.Of(Edition.National2021))
        {
            builder[address] = Cell.Number(figures.GetValueOrDefault(address));
        }

        return builder.Build();
    }
}
