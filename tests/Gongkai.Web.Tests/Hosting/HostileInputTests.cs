using Gongkai.Testing.Web;
using Gongkai.Web.Tests.Applicants;

namespace Gongkai.Web.Tests.Hosting;

/// <summary>What nobody types comes all the same: it breaks nothing.</summary>
public sealed class HostileInputTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/documents?topic=%00")]
    [InlineData("/search?q=%00%E5%9C%9F%00")]
    [InlineData("/letters?text=%00")]
    [InlineData("/consultations?text=%00")]
    [InlineData("/agencies?q=%00")]
    [InlineData("/requests?q=%00")]
    [InlineData("/documents?after=%00-%00")]
    [InlineData("/documents?year=99999999999999")]
    public async Task An_address_with_what_no_text_holds_is_answered(string path)
    {
        using var visitor = web.Visit();
        using var answer = await visitor.Client.GetAsync(path, Cancellation);
        ((int)answer.StatusCode).ShouldBeLessThan(500, path);
    }

    [Fact]
    public async Task A_letter_with_a_nul_in_it_breaks_nothing()
    {
        using var visitor = web.Visit();
        await visitor.OpenAsync("/letters/new?agency=2");
        await visitor.SubmitAsync("[data-work]", new()
        {
            ["Input.Subject"] = "路灯\0不亮", ["Input.Content"] = "东街\0的路灯三天不亮了。", ["Input.Name"] = "周\0", ["Input.Agency"] = "2", ["Answer"] = Citizen.AnswerOf(visitor),
        });
        ((int)visitor.Status).ShouldBeLessThan(500);
    }
}
