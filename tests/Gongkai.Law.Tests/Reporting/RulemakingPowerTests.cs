using Gongkai.Law.Reporting;

namespace Gongkai.Law.Tests.Reporting;

/// <summary>《立法法》第九十一条、第九十三条.</summary>
public sealed class RulemakingPowerTests
{
    [Theory]
    [InlineData(GovernmentLevel.State, true)]
    [InlineData(GovernmentLevel.Province, true)]
    [InlineData(GovernmentLevel.City, true)]
    [InlineData(GovernmentLevel.County, false)]
    [InlineData(GovernmentLevel.Township, false)]
    public void Only_the_state_provinces_and_cities_with_districts_make_rules(GovernmentLevel level, bool may) =>
        RulemakingPower.MayMakeRules(level).ShouldBe(may);

    [Fact]
    public void A_level_below_one_without_the_power_has_none_either()
    {
        var powers = Enum.GetValues<GovernmentLevel>().Order().Select(RulemakingPower.MayMakeRules).ToList();

        powers.ShouldBe(powers.OrderDescending());
    }
}
