using FsCheck;
using FsCheck.Fluent;
using Gongkai.Reports.Form;
using Gongkai.Reports.Mending;
using Gongkai.Testing.Mending;

namespace Gongkai.Reports.Tests.Mending;

/// <summary>What holds of every mend of every report.</summary>
public sealed class MendPropertyTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20_260_131UL, 1_000_003UL);

    [Fact]
    public void A_report_that_agrees_needs_no_mend() => Check(seed =>
    {
        var figures = MendScenarios.Agreeing(new Random(seed));
        return IsClean(Mender.Find(figures)) && IsClean(Mender.Find(MendScenarios.WithBlanksForZeros(figures)));
    });

    [Fact]
    public void Every_mend_makes_the_report_agree_with_counts_and_changes_as_many_cells_as_it_says() => Check(seed =>
    {
        var random = new Random(seed);
        var figures = MendScenarios.WithWrongCells(MendScenarios.Agreeing(random), random, random.Next(1, 9));
        return HoldsForEveryMend(figures, last: null);
    });

    [Fact]
    public void Where_cells_are_blank_they_can_still_be_filled_after_every_mend() => Check(seed =>
    {
        var random = new Random(seed);
        var figures = MendScenarios.WithWrongCells(MendScenarios.Agreeing(random), random, random.Next(1, 5));
        return HoldsForEveryMend(MendScenarios.WithBlanksForZeros(figures), last: null);
    });

    [Fact]
    public void Last_years_carry_over_is_met_by_every_mend() => Check(seed =>
    {
        var random = new Random(seed);
        return HoldsForEveryMend(MendScenarios.Agreeing(random), MendScenarios.Agreeing(random));
    });

    [Fact]
    public void No_more_cells_change_than_were_spoilt() => Check(seed =>
    {
        var random = new Random(seed);
        var spoilt = random.Next(1, 9);
        var figures = MendScenarios.WithWrongCells(MendScenarios.Agreeing(random, largest: random.Next(1, 60), sparsity: random.Next(1, 9)), random, spoilt);
        var result = Mender.Find(figures);
        return result.IsProven && result.ChangedCells <= spoilt && Mender.Find(MendScenarios.WithBlanksForZeros(figures)).ChangedCells <= result.ChangedCells;
    });

    [Fact]
    public void The_same_report_has_the_same_mends_again() => Check(seed =>
    {
        var figures = MendScenarios.WithNothingRight(MendScenarios.Agreeing(new Random(seed)), new Random(seed), largest: 4);
        return Describe(Mender.Find(figures)) == Describe(Mender.Find(figures));
    }, cases: 3);

    [Fact]
    public void Where_the_search_runs_out_it_says_so_and_its_mends_still_make_the_report_agree() => Check(seed =>
    {
        var random = new Random(seed);
        var figures = MendScenarios.WithNothingRight(MendScenarios.Agreeing(random), random);
        return !Mender.Find(figures).IsProven && HoldsForEveryMend(figures, last: null);
    }, cases: 10);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void On_the_whole_form_two_wrong_cells_have_exactly_the_mends_that_trying_all_pairs_finds(int seed)
    {
        var random = new Random(seed);
        var figures = MendScenarios.WithWrongCells(MendScenarios.Agreeing(random, largest: 9), random, 2, largest: 9);

        var (size, sets) = new BruteForce(Identities.Of(figures), figures, largest: 30).Smallest();
        var result = Mender.Find(figures);

        result.ChangedCells.ShouldBe(size);
        result.Mends.Select(mend => BruteForce.Name(mend.Changes.Select(change => change.Address))).ShouldBe(sets, ignoreOrder: true);
    }

    private static void Check(Func<int, bool> holds, int cases = 150) =>
        FsCheck.Check.One(Fixed.WithMaxTest(cases), Prop.ForAll(ArbMap.Default.ArbFor<int>(), holds));

    private static bool IsClean(MendResult result) => result is { IsNeeded: false, Mends.Length: 0, IsProven: true, IsComplete: true };

    private static bool HoldsForEveryMend(FigureSet figures, FigureSet? last)
    {
        var result = Mender.Find(figures, last);
        return result.IsNeeded == result.Mends.Length > 0 && result.Mends.All(mend =>
            mend.Changes.Length == result.ChangedCells
            && mend.Changes.All(change => change.From == figures[change.Address].Value && change.From != change.To && change.To >= 0 && decimal.IsInteger(change.To))
            && IsClean(Mender.Find(Mender.Apply(new AnnualReport { Figures = figures }, mend).Figures, last)));
    }

    private static string Describe(MendResult result) =>
        string.Join('|', result.Mends.Select(mend => $"{mend.Reason} {string.Join(' ', mend.Changes)}"));
}
