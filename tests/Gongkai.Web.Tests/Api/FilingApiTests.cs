using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests.Api;

public sealed class FilingApiTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_filed_once_however_often_it_is_sent()
    {
        using var client = await WithTokenAsync();
        var report = await PublishedAsync(client, 2020);

        var first = await PostAsync(client, "first", Json(report));
        var again = await PostAsync(client, "first", Json(report));
        var other = await PostAsync(client, "first", Json(report + " "));

        first.Status.ShouldBe(HttpStatusCode.Created, first.Body);
        JsonNode.Parse(first.Body)!["state"]!.GetValue<string>().ShouldBe("draft");
        JsonNode.Parse(first.Body)!["findings"]!.AsArray().ShouldNotBeNull();
        again.ShouldBe(first);
        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ShownAsync(client, 2020))["revision"]!.GetValue<int>().ShouldBe(JsonNode.Parse(first.Body)!["revision"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_a_person_wrote_is_replaced_only_on_a_word()
    {
        using var client = await WithTokenAsync();
        var report = await PublishedAsync(client, 2019);
        (await PostAsync(client, "a", Json(report))).Status.ShouldBe(HttpStatusCode.Created);

        var unasked = await PostAsync(client, "b", Json(report));
        var asked = await PostAsync(client, "c", Json(report), "?confirmed=true");

        unasked.Status.ShouldBe(HttpStatusCode.Conflict);
        JsonNode.Parse(unasked.Body)!["confirmations"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain("已经写有内容");
        asked.Status.ShouldBe(HttpStatusCode.OK, asked.Body);
    }

    [Fact]
    public async Task A_file_is_read_as_at_the_page()
    {
        using var client = await WithTokenAsync();
        var agency = await AgencyAsync(client);
        var docx = await client.GetByteArrayAsync(new Uri($"/reports/2024/{agency}/report.docx", UriKind.Relative), cancellation);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(docx), "file", "年报.docx" } };

        var answer = await PostAsync(client, "file", form, "?year=2018&confirmed=true");

        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Body);
        JsonNode.Parse(answer.Body)!["year"]!.GetValue<int>().ShouldBe(2018);
    }

    [Theory]
    [InlineData("not a report", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"format\":\"gongkai.report/1\"}", HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_no_report_is_refused_with_a_sentence(string body, HttpStatusCode status)
    {
        using var client = await WithTokenAsync();

        var answer = await PostAsync(client, "odd", Json(body));

        answer.Status.ShouldBe(status);
        JsonNode.Parse(answer.Body)!["detail"]!.GetValue<string>().ShouldEndWith("。");
    }

    [Fact]
    public async Task Nobody_files_without_a_token_that_counts_or_without_a_key()
    {
        using var visitor = web.Visit();
        using var client = await WithTokenAsync();
        using var nobody = new HttpClient { BaseAddress = web.Address };
        nobody.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "gk_guess");

        (await PostAsync(visitor.Client, "x", Json("{}"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(nobody, "x", Json("{}"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(client, null, Json("{}"))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_revoked_token_opens_nothing()
    {
        using var head = await web.LogInAsync("gao");
        using var client = await WithTokenAsync(head);
        (await client.GetAsync(new Uri("/api/v1/filings/2024", UriKind.Relative), cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await head.OpenAsync("/work/tokens");
        await head.SubmitAsync("form[action*='Revoke']");

        head.Text.ShouldContain("令牌已作废");
        (await client.GetAsync(new Uri("/api/v1/filings/2024", UriKind.Relative), cancellation)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_description_names_every_way_and_which_need_a_token()
    {
        using var visitor = web.Visit();

        var paths = JsonNode.Parse(await visitor.Client.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative), cancellation))!["paths"]!;

        paths["/api/v1/filings"]!["post"]!["security"]!.AsArray().Count.ShouldBe(1);
        paths["/api/v1/agencies"]!["get"]!["security"].ShouldBeNull();
        paths["/api/v1/campaigns"]!["get"]!["summary"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/api/v1/agencies")]
    [InlineData("/api/v1/campaigns")]
    [InlineData("/api/v1/years")]
    public async Task Who_has_the_answer_already_is_told_so(string address)
    {
        using var visitor = web.Visit();
        using var first = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative), cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await visitor.Client.SendAsync(request, cancellation);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private async Task<HttpClient> WithTokenAsync()
    {
        using var head = await web.LogInAsync("gao");
        return await WithTokenAsync(head);
    }

    private async Task<HttpClient> WithTokenAsync(Visitor head)
    {
        await head.OpenAsync("/work/tokens");
        var agency = head.Page.QuerySelector("#Input_AgencyId option")!.GetAttribute("value");
        await head.SubmitAsync("#Input_Name", new() { ["Input.AgencyId"] = agency, ["Input.Name"] = "办公系统" });
        var client = new HttpClient { BaseAddress = web.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", head.Page.QuerySelector(".notice-done code")!.TextContent);
        return client;
    }

    private async Task<int> AgencyAsync(HttpClient client) => (await ShownAsync(client, 2024))["agencyId"]!.GetValue<int>();

    private async Task<JsonNode> ShownAsync(HttpClient client, int year) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri($"/api/v1/filings/{year}", UriKind.Relative), cancellation))!;

    private async Task<string> PublishedAsync(HttpClient client, int asYear)
    {
        var report = JsonNode.Parse(await client.GetStringAsync(new Uri($"/api/v1/reports/2024/{await AgencyAsync(client)}", UriKind.Relative), cancellation))!;
        report["year"] = asYear;
        return report.ToJsonString();
    }

    private async Task<Answer> PostAsync(HttpClient client, string? key, HttpContent content, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/filings" + query) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await client.SendAsync(request, cancellation);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(cancellation));
    }

    private sealed record Answer(HttpStatusCode Status, string Body);
}
