using Gongkai.Law.Publishing;

namespace Gongkai.Law.Tests.Publishing;

public sealed class ConsultationPeriodTests
{
    private static readonly DateOnly First = new(2026, 3, 1);

    [Theory]
    [InlineData(ConsultationBasis.MajorDecision, 29, true)]
    [InlineData(ConsultationBasis.MajorDecision, 30, false)]
    [InlineData(ConsultationBasis.MarketRules, 29, true)]
    [InlineData(ConsultationBasis.LandAcquisition, 30, false)]
    [InlineData(ConsultationBasis.HousingExpropriation, 29, true)]
    [InlineData(ConsultationBasis.Other, 1, false)]
    public void Thirty_days_after_the_first_are_enough_where_a_law_asks_for_them(ConsultationBasis basis, int days, bool isShort) =>
        ConsultationPeriod.IsShort(basis, First, First.AddDays(days)).ShouldBe(isShort);

    [Fact]
    public void What_asks_for_thirty_days_says_on_which_law_it_rests() =>
        Enum.GetValues<ConsultationBasis>().ShouldAllBe(basis => (ConsultationPeriod.LeastDays(basis) == 30) == (ConsultationPeriod.BasedOn(basis).Length > 0));
}
