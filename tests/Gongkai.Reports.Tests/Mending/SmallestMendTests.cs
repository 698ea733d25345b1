using Gongkai.Reports.Form;
using Gongkai.Reports.Mending;
using Gongkai.Testing.Mending;

namespace Gongkai.Reports.Tests.Mending;

/// <summary>On a form cut down to a few rows and columns every set of cells can be tried; the search must find exactly the smallest ones.</summary>
public sealed class SmallestMendTests
{
    private static readonly MendLimits Wide = new() { Mends = 5000, Steps = 500_000 };

    [Theory]
    [InlineData(1, 400, 0, RequestRow.Granted)]
    [InlineData(2, 400, 3, RequestRow.Granted)]
    [InlineData(3, 40, 0, RequestRow.Granted, RequestRow.NotHeld)]
    [InlineData(4, 40, 3, RequestRow.Granted, RequestRow.NotHeld)]
    [InlineData(5, 40, 0, RequestRow.Granted, RequestRow.NotHeld, RequestRow.Repeated)]
    public void Exactly_the_smallest_sets_are_found(int seed, int cases, int unread, params RequestRow[] outcomes)
    {
        var identities = SmallForm(outcomes);
        var networks = CellNetwork.Of(identities);
        var random = new Random(seed);
        for (var number = 0; number < cases; number++)
        {
            var figures = SmallFigures(identities, random, unread);
            var (size, sets) = new BruteForce(identities, figures, largest: 24).Smallest();

            var result = Mender.Find(networks, figures, CarryOver.None, Wide, supported: null);

            var told = $"case {number}: {Describe(identities, figures)}";
            result.ChangedCells.ShouldBe(size, told);
            result.IsProven.ShouldBeTrue(told);
            if (size > 0)
            {
                result.Mends.Select(mend => BruteForce.Name(mend.Changes.Select(change => change.Address))).ToHashSet().ShouldBe(sets, ignoreOrder: true, told);
            }

            result.Mends.ShouldAllBe(mend => new BruteForce(identities, Mended(figures, mend), 24).Smallest().Size == 0, told);
            result.Mends.ShouldAllBe(mend => mend.Changes.All(change => change.From != change.To && change.To >= 0));
            result.Mends.ShouldAllBe(mend => IsMadeOf(mend, result.Parts), told);
            result.Parts.ShouldAllBe(part => new BruteForce(identities, Mended(figures, part), 24).Smallest().Size == size - part.Changes.Length, told);
            result.Parts.ShouldAllBe(part => identities.All(identity => !IsTouched(identity, part) || !IsRead(identity, figures) || Holds(identity, Mended(figures, part))), told);
        }
    }

    [Theory]
    [InlineData(8, 0)]
    [InlineData(9, 2)]
    public void With_last_years_carry_over_they_are_the_smallest_sets_that_keep_it(int seed, int unread)
    {
        var identities = SmallForm([RequestRow.Granted]);
        var networks = CellNetwork.Of(identities);
        var random = new Random(seed);
        for (var number = 0; number < 200; number++)
        {
            var figures = SmallFigures(identities, random, unread);
            var (natural, other) = (random.Next(3), random.Next(2));
            var carried = new Dictionary<FigureAddress, Cell>
            {
                [NationalForm.Request(RequestRow.CarriedIn, ApplicantColumn.Natural)] = Cell.Number(natural),
                [NationalForm.Request(RequestRow.CarriedIn, ApplicantColumn.Other)] = Cell.Number(other),
                [NationalForm.Request(RequestRow.CarriedIn, ApplicantColumn.Total)] = Cell.Number(natural + other),
            };
            var last = MendScenarios.Figures(carried.ToDictionary(
                pair => NationalForm.Request(RequestRow.CarriedOut, NationalForm.ColumnOf(pair.Key)!.Value),
                pair => pair.Value.Value));
            var contradicted = carried.Where(pair => figures[pair.Key].IsNumber && figures[pair.Key].Value != pair.Value.Value).Select(pair => pair.Key).ToList();
            var (size, sets) = new BruteForce(identities, figures.With(carried), largest: 24, RequestRow.CarriedIn).Smallest();

            var result = Mender.Find(networks, figures, CarryOver.Of(last), Wide, supported: null);

            result.ChangedCells.ShouldBe(size + contradicted.Count, Describe(identities, figures));
            result.Mends.Select(mend => BruteForce.Name(mend.Changes.Select(change => change.Address).Except(contradicted))).ToHashSet()
                .ShouldBe(result.IsNeeded ? sets : [], ignoreOrder: true, Describe(identities, figures));
        }
    }

    [Fact]
    public void Each_dispute_total_is_settled_by_every_single_cell_that_can()
    {
        var figures = MendScenarios.Figures(new()
        {
            [NationalForm.Dispute(DisputeGroup.Reconsideration, DisputeResult.Upheld)] = 2,
            [NationalForm.Dispute(DisputeGroup.Reconsideration, DisputeResult.Corrected)] = 1,
            [NationalForm.Dispute(DisputeGroup.Reconsideration, DisputeResult.Total)] = 1,
        });

        var result = Mender.Find(figures);

        result.Mends.Select(mend => $"{mend.Changes.Single().Address}={mend.Changes.Single().To}")
            .ShouldBe(["disputes.reconsideration.total=3", "disputes.reconsideration.upheld=0"], ignoreOrder: true);
        result.IsComplete.ShouldBeTrue();
    }

    /// <summary>The identities of the rows 一, 二, 七 and 四 with some outcomes, for one kind of applicant or two, and the total.</summary>
    private static List<Identity> SmallForm(RequestRow[] outcomes)
    {
        RequestRow[] rows = [RequestRow.Received, RequestRow.CarriedIn, .. outcomes, RequestRow.Concluded, RequestRow.CarriedOut];
        ApplicantColumn[] columns = [ApplicantColumn.Natural, ApplicantColumn.Other, ApplicantColumn.Total];
        return
        [
            .. Identities.Of(singleOtherwiseRow: false)
                .Where(identity => identity.Rule != Identities.DisputeTotal)
                .Select(identity => identity with
                {
                    Left = [.. identity.Left.Where(IsKept)],
                    Right = [.. identity.Right.Where(IsKept)],
                })
                .Where(identity => identity.Right.Length > 0),
        ];

        bool IsKept(FigureAddress cell) => rows.Contains(NationalForm.RowOf(cell)!.Value) && columns.Contains(NationalForm.ColumnOf(cell)!.Value);
    }

    private static FigureSet SmallFigures(List<Identity> identities, Random random, int unread)
    {
        var cells = identities.SelectMany(identity => identity.Left.Concat(identity.Right)).Distinct().ToArray();
        var figures = FigureSet.Empty.With(MendScenarios.Agreeing(random, largest: 2, sparsity: 2) is var agreeing && random.Next(3) > 0
            ? Totalled(cells, agreeing)
            : cells.Select(cell => KeyValuePair.Create(cell, Cell.Number(0))));
        for (var wrong = random.Next(7); wrong > 0; wrong--)
        {
            figures = figures.With([KeyValuePair.Create(cells[random.Next(cells.Length)], Cell.Number(random.Next(5)))]);
        }

        for (; unread > 0; unread--)
        {
            figures = figures.With([KeyValuePair.Create(cells[random.Next(cells.Length)], Cell.Blank())]);
        }

        return figures;
    }

    /// <summary>The details of the small form with totals of its own.</summary>
    private static IEnumerable<KeyValuePair<FigureAddress, Cell>> Totalled(FigureAddress[] cells, FigureSet agreeing)
    {
        var value = cells.ToDictionary(cell => cell, cell => agreeing[cell].Value);
        foreach (var column in new[] { ApplicantColumn.Natural, ApplicantColumn.Other })
        {
            var concluded = cells.Where(cell => NationalForm.ColumnOf(cell) == column && MendScenarios.Outcomes.Contains(NationalForm.RowOf(cell)!.Value)).Sum(cell => value[cell]);
            var pending = value[NationalForm.Request(RequestRow.CarriedOut, column)];
            value[NationalForm.Request(RequestRow.Concluded, column)] = concluded;
            value[NationalForm.Request(RequestRow.CarriedIn, column)] = Math.Min(1, concluded + pending);
            value[NationalForm.Request(RequestRow.Received, column)] = concluded + pending - Math.Min(1, concluded + pending);
        }

        foreach (var row in cells.Select(cell => NationalForm.RowOf(cell)!.Value).Distinct())
        {
            value[NationalForm.Request(row, ApplicantColumn.Total)] =
                value[NationalForm.Request(row, ApplicantColumn.Natural)] + value[NationalForm.Request(row, ApplicantColumn.Other)];
        }

        return value.Select(pair => KeyValuePair.Create(pair.Key, Cell.Number(pair.Value)));
    }

    private static bool IsMadeOf(Mend mend, IEnumerable<Mend> parts) =>
        parts.SelectMany(part => part.Changes.All(mend.Changes.Contains) ? part.Changes : []).ToHashSet().SetEquals(mend.Changes);

    private static bool IsTouched(Identity identity, Mend part) => part.Changes.Any(change => identity.Left.Concat(identity.Right).Contains(change.Address));

    private static bool IsRead(Identity identity, FigureSet figures) => identity.Left.Concat(identity.Right).All(cell => figures[cell].IsNumber);

    private static bool Holds(Identity identity, FigureSet figures) => identity.Left.Sum(cell => figures[cell].Value) == identity.Right.Sum(cell => figures[cell].Value);

    private static FigureSet Mended(FigureSet figures, Mend mend) =>
        figures.With(mend.Changes.Select(change => KeyValuePair.Create(change.Address, Cell.Number(change.To))));

    private static string Describe(List<Identity> identities, FigureSet figures) =>
        string.Join(' ', identities.SelectMany(identity => identity.Left.Concat(identity.Right)).Distinct().OrderBy(cell => cell.Index)
            .Select(cell => $"{cell}={figures[cell].ValueOrNull?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}"));
}
