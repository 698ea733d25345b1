using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>What a researcher takes from the portal with a program: a year as a whole, one figure, only what has changed.</summary>
public sealed class OpenDataTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_a_row_of_the_year_s_file_to_the_address_of_its_figure()
    {
        using var visitor = web.Visit();
        var csv = (await visitor.Client.GetStringAsync(new Uri("/data/2024.csv", UriKind.Relative), Cancellation)).TrimStart('\uFEFF');
        csv.ShouldStartWith("agency,year,address,label,kind,value,agencyId\r\n");
        var row = csv.Split("\r\n").First(line => line.Contains("requests.received.total", StringComparison.Ordinal)).Split(',');
        var lines = (await visitor.Client.GetStringAsync(new Uri("/data/2024.jsonl", UriKind.Relative), Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        using var figure = JsonDocument.Parse(await visitor.Client.GetStringAsync(new Uri($"/api/v1/reports/{row[1]}/{row[6]}/figures/{row[2]}", UriKind.Relative), Cancellation));
        figure.RootElement.GetProperty("value").GetRawText().ShouldBe(row[5]);
        using var report = lines.Select(line => JsonDocument.Parse(line)).First(line => line.RootElement.GetProperty("agencyId").GetRawText() == row[6]);
        report.RootElement.GetProperty("agency").GetString().ShouldBe(row[0]);
        report.RootElement.GetProperty("requests").GetProperty("received").GetProperty("total").GetRawText().ShouldBe(row[5]);
    }

    [Theory]
    [InlineData("/data/2024.csv")]
    [InlineData("/data/2024.jsonl")]
    [InlineData("/api/v1/reports/2024")]
    [InlineData("/api/v1/reports/2024/2/figures/requests.received.total")]
    [InlineData("/reports/2024/2/report.json")]
    [InlineData("/reports/2024/2/report.docx")]
    public async Task Who_has_it_already_is_told_so_and_a_head_says_what_a_get_would(string path)
    {
        using var visitor = web.Visit();
        using var first = await visitor.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        var tag = first.Headers.ETag.ShouldNotBeNull();

        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { EntityTagHeaderValue.Parse(tag.ToString()) } } };
        using var again = await visitor.Client.SendAsync(request, Cancellation);
        using var head = await visitor.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Cancellation);

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Headers.ETag.ShouldBe(tag);
        (await head.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/data/1999.csv")]
    [InlineData("/data/1999.jsonl")]
    public async Task A_year_without_reports_has_no_file(string path)
    {
        using var visitor = web.Visit();
        using var answer = await visitor.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
