using System.Text.Json.Nodes;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Search.Indexing;
using Gongkai.Platform.Storage;
using Gongkai.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests;

/// <summary>The search over HTTP and without scripts.</summary>
public sealed class SearchPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const int Agency = 2;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_are_found_with_filters_and_their_words_marked_and_nothing_of_a_title_is_taken_for_html()
    {
        var repealed = await PublishAsync("关于<b>梯田</b>修复的通知", publication => (publication.MadeOn, publication.RepealedOn) = (new DateOnly(2024, 5, 1), new DateOnly(2025, 1, 1)));
        var inForce = await PublishAsync("梯田修复办法", publication => publication.MadeOn = new DateOnly(2025, 5, 1));
        using var visitor = web.Visit();

        await visitor.OpenAsync("/search?q=梯田");

        visitor.Page.QuerySelectorAll("main ol.list-group a").Select(link => link.GetAttribute("href")).ShouldBe([$"/documents/{inForce}", $"/documents/{repealed}"]);
        visitor.Page.QuerySelectorAll("main ol.list-group b").ShouldBeEmpty();
        visitor.Page.QuerySelector("main ol.list-group li:nth-child(2) a")!.TextContent.ShouldBe("关于<b>梯田</b>修复的通知");
        visitor.Page.QuerySelectorAll("main ol.list-group mark").ShouldAllBe(mark => mark.TextContent == "梯田");
        visitor.Text.ShouldContain("废止");
        await visitor.OpenAsync(visitor.Page.QuerySelector("#filters a[href*='year=2024']")!.GetAttribute("href")!);
        visitor.Page.QuerySelectorAll("main ol.list-group a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe($"/documents/{repealed}");
        visitor.Text.ShouldContain("找到 1 份");
        await visitor.OpenAsync("/search?q=梯甜修复");
        visitor.Page.QuerySelector("main a[href^='/search?q=']")!.TextContent.ShouldBe("梯田修复");
    }

    [Fact]
    public async Task Programs_search_and_get_suggestions()
    {
        var id = await PublishAsync("珍稀树木名录", publication => publication.Number = "云林发〔2026〕3号");
        using var visitor = web.Visit();

        var found = JsonNode.Parse(await visitor.Client.GetStringAsync("/api/v1/search?q=云林发(2026)3号&kind=PolicyDocument", Cancellation))!;

        found["total"]!.GetValue<int>().ShouldBe(1);
        found["items"]![0]!["page"]!.GetValue<string>().ShouldBe($"/documents/{id}");
        JsonNode.Parse(await visitor.Client.GetStringAsync("/api/v1/search/suggestions?q=珍稀", Cancellation))!.AsArray().Select(title => title!.GetValue<string>()).ShouldBe(["珍稀树木名录"]);
        JsonNode.Parse(await visitor.Client.GetStringAsync("/api/v1/search/suggestions?q=jyj", Cancellation))!.AsArray().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/search?q=%00&agency=x&year=99999999999&number=-5&order=none&status=7&after=1-2-3")]
    [InlineData("/search?q=%22%22%27%3A%2A&number=2147483647")]
    [InlineData("/search?q=的&in=Documents&kind=999")]
    public async Task What_makes_no_sense_is_no_fault(string address)
    {
        using var visitor = web.Visit();

        await visitor.OpenAsync(address);

        visitor.Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_about_to_ask_for_what_is_published_is_told()
    {
        var id = await PublishAsync("古桥维修经费安排");
        using var visitor = web.Visit();

        await visitor.OpenAsync($"/request/{Agency}?q=申请公开古桥维修经费");
        if (visitor.Page.QuerySelector($"a[href='/documents/{id}']") is null)
        {
            await visitor.OpenAsync("/request?q=申请公开古桥维修经费");
            await visitor.OpenAsync(visitor.Page.QuerySelector($"main .list-group a[href*='{Agency}']")!.GetAttribute("href")!);
        }

        visitor.Page.QuerySelectorAll($"a[href='/documents/{id}']").Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_operator_has_the_words_read_anew()
    {
        using var visitor = await web.LogInAsync("system");
        await visitor.OpenAsync("/work/operations");

        await visitor.SubmitAsync("form[action*='Rebuild']");

        visitor.At.ShouldStartWith("/work/operations/jobs");
        visitor.Text.ShouldContain("重建搜索索引");
    }

    private async Task<long> PublishAsync(string title, Action<Publication>? change = null)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var now = new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var document = new Document
        {
            AgencyId = Agency, Title = title, Content = new DocumentContent { Title = title }, Stage = DocumentStage.Published, ContentVersion = 1, FormKey = Guid.CreateVersion7(),
            CreatedByName = "陈小禾", CreatedAt = now, ChangedByName = "陈小禾", ChangedAt = now,
        };
        db.Documents.Add(document);
        await db.SaveChangesAsync(Cancellation);
        var publication = new Publication
        {
            DocumentId = document.Id, AgencyId = Agency, ContentVersion = 1, IndexNumber = $"S{document.Id}", Title = title, Kind = DocumentKind.PolicyDocument, Body = "<p>正文。</p>", PublishedAt = now, UpdatedAt = now,
        };
        change?.Invoke(publication);
        db.Publications.Add(publication);
        await db.SaveChangesAsync(Cancellation);
        await scope.ServiceProvider.GetRequiredService<SearchIndex>().SweepAsync(Cancellation);
        return document.Id;
    }
}
