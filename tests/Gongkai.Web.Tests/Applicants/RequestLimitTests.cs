using System.Net;
using Gongkai.Testing.Web;
using Gongkai.Web.Hosting;

namespace Gongkai.Web.Tests.Applicants;

/// <summary>Whoever tries codes by the hundred is stopped; whoever reads is not.</summary>
public sealed class RequestLimitTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    [Fact]
    public async Task Trying_codes_ends_soon_and_reading_goes_on()
    {
        using var visitor = web.Visit();
        var tries = 0;
        do
        {
            await Citizen.OpenAsync(visitor, "2026-0001", "AAAA-BBBB-CCCC-DDDD");
        }
        while (visitor.Status == HttpStatusCode.OK && tries++ <= RequestLimit.SendingsAMinute);

        visitor.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        visitor.Text.ShouldContain("操作太频繁");
        (await visitor.OpenAsync("/request/track")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
