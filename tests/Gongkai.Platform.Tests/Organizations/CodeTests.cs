using Gongkai.Law.Reporting;
using Gongkai.Platform.Organizations.Codes;

namespace Gongkai.Platform.Tests.Organizations;

public sealed class CodeTests
{
    [Theory]
    [InlineData("11341702486344515H")]
    [InlineData("113417020032563511")]
    [InlineData("11370322004222241N")]
    [InlineData("11441700007280420Y")]
    public void A_统一社会信用代码_in_use_is_taken(string text)
    {
        CreditCode.TryParse(text, null, out var code).ShouldBeTrue();
        code.Value.ShouldBe(text);
        code.Organization.Value.ShouldBe(text[8..17]);
    }

    [Fact]
    public void The_组织机构代码_of_an_索引号_is_taken() => OrganizationCode.Parse("00001434-9", null).Value.ShouldBe("000014349");

    [Theory]
    [InlineData("3418020037")]
    [InlineData("1304000009")]
    [InlineData("4207000016")]
    [InlineData("3100000087")]
    [InlineData("bm07000001")]
    public void A_网站标识码_in_use_is_taken(string text) => SiteCode.Parse(text, null).Value.ShouldBe(text);

    [Theory]
    [InlineData("341702", GovernmentLevel.County)]
    [InlineData("341700", GovernmentLevel.City)]
    [InlineData("340000", GovernmentLevel.Province)]
    [InlineData("341702101", GovernmentLevel.Township)]
    [InlineData("341702101201", GovernmentLevel.Township)]
    [InlineData("100000", GovernmentLevel.State)]
    public void A_行政区划代码_tells_the_level(string text, GovernmentLevel level) => DivisionCode.Parse(text, null).Level.ShouldBe(level);

    [Theory]
    [InlineData("11341702486344515", CodeFault.Length)]
    [InlineData("", CodeFault.Length)]
    [InlineData("1134170248634451OH", CodeFault.Characters)]
    [InlineData("11991702486344515H", CodeFault.Division)]
    [InlineData("11341702486344525H", CodeFault.InnerCheckDigit)]
    [InlineData("11341702486344515J", CodeFault.CheckDigit)]
    [InlineData("12341702486344515H", CodeFault.CheckDigit)]
    public void A_wrong_统一社会信用代码_says_what_is_wrong(string text, CodeFault expected)
    {
        CreditCode.TryParse(text, out _, out var fault).ShouldBeFalse();
        fault.ShouldBe(expected);
    }

    [Fact]
    public void Any_one_character_changed_is_found()
    {
        const string right = "11341702486344515H";
        for (var index = 0; index < right.Length; index++)
        {
            foreach (var other in "0123456789ABCDEFGHJKLMNPQRTUWXY".Where(character => character != right[index]))
            {
                CreditCode.TryParse(right[..index] + other + right[(index + 1)..], out _, out _).ShouldBeFalse($"{other} at {index}");
            }
        }
    }

    [Theory]
    [InlineData(" １１３４１７０２４８６３４４５１５ｈ ")]
    [InlineData("1134 1702 4863 4451 5h")]
    public void A_code_may_be_pasted_with_spaces_and_wide_digits(string text) => CreditCode.Parse(text, null).Value.ShouldBe("11341702486344515H");

    [Fact]
    public void A_code_is_made_from_its_parts() =>
        CreditCode.Of("11", DivisionCode.Parse("341702", null), OrganizationCode.Of("48634451")).Value.ShouldBe("11341702486344515H");

    [Theory]
    [InlineData("3417")]
    [InlineData("99170 2")]
    [InlineData("34170a")]
    public void A_wrong_行政区划代码_is_refused(string text) => DivisionCode.TryParse(text, null, out _).ShouldBeFalse();

    [Theory]
    [InlineData("341802003")]
    [InlineData("9918020037")]
    [InlineData("bm0700000x")]
    public void A_wrong_网站标识码_is_refused(string text) => SiteCode.TryParse(text, null, out _).ShouldBeFalse();
}
