using FsCheck;
using FsCheck.Fluent;
using Gongkai.Law.Publishing;

namespace Gongkai.Law.Tests.Publishing;

public sealed class NumberTemplateTests
{
    [Fact]
    public void A_number_is_written_as_its_template_says() =>
        NumberTemplate.Of("{机关}-GF-{年}-{序号:4}", "360111", 2026, 7).ShouldBe("360111-GF-2026-0007");

    [Theory]
    [InlineData("{机关}/{年}-{序号:5}", true)]
    [InlineData("{年}-{序号}", false)]
    [InlineData("{机关}-{序号}", false)]
    [InlineData("{机关}-{年}", false)]
    [InlineData("{机关}{年}{序号}{月}", false)]
    [InlineData("{机关}{年}{序号:0}", false)]
    public void A_template_that_could_give_one_number_twice_is_refused(string template, bool isGood) => (NumberTemplate.FaultOf(template) is null).ShouldBe(isGood);

    [Fact]
    public void Two_running_numbers_never_give_the_same() => Prop.ForAll(
        Gen.Choose(1, 200_000).Two().ToArbitrary(), pair => pair.Item1 == pair.Item2
            || NumberTemplate.Of("{机关}/{年}-{序号:3}", "A", 2026, pair.Item1) != NumberTemplate.Of("{机关}/{年}-{序号:3}", "A", 2026, pair.Item2)).QuickCheckThrowOnFailure();
}
