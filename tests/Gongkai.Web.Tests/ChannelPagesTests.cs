using System.Net;
using System.Text;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Subscriptions;
using Gongkai.Platform.Storage;
using Gongkai.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests;

/// <summary>The ways out beside the portal, over the wire.</summary>
public sealed class ChannelPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_shows_its_secret_once_and_a_double_click_makes_one()
    {
        using var head = await web.LogInAsync("he");
        await head.OpenAsync("/work/channels/new?kind=Webhook");
        await head.SubmitAsync("main form[method=post]", new() { ["Input.Name"] = "县门户网站", ["Input.Address"] = "ftp://example.cn" });
        head.Text.ShouldContain("请填完整的网址");
        head.Page.QuerySelector("#Input_Name")!.GetAttribute("value").ShouldBe("县门户网站");
        var again = head.Page.QuerySelector("[name=FormKey]")!.GetAttribute("value")!;
        await head.SubmitAsync("main form[method=post]", new() { ["Input.Address"] = "https://example.cn/hook" });
        var secret = head.Page.QuerySelector("main code")!.TextContent;
        secret.Length.ShouldBe(64);

        await head.OpenAsync("/work/channels/new?kind=Webhook");
        await head.SubmitAsync("main form[method=post]", new() { ["Input.Name"] = "县门户网站", ["Input.Address"] = "https://example.cn/hook", ["FormKey"] = again });
        await head.OpenAsync("/work/channels");
        head.Page.QuerySelectorAll("main .list-table tbody tr").Length.ShouldBe(1);
        await head.OpenAsync(head.Page.QuerySelector("main .list-table a")!.GetAttribute("href")!);
        head.Page.DocumentElement.OuterHtml.ShouldNotContain(secret);
        var version = head.Page.QuerySelector("[name=Version]")!.GetAttribute("value");
        await head.SubmitAsync("[name=Version]", new() { ["Input.Name"] = "县政府网站" });
        head.Text.ShouldContain("已保存");
        await head.SubmitAsync("[name=Version]", new() { ["Input.Name"] = "晚了一步", ["Version"] = version });
        head.Text.ShouldContain("渠道刚被别人改过");
    }

    [Fact]
    public async Task The_channels_of_one_agency_are_not_found_by_another()
    {
        using var gao = await web.LogInAsync("gao");
        await gao.OpenAsync("/work/channels/new?kind=Webhook");
        await gao.SubmitAsync("main form[method=post]", new() { ["Input.Name"] = "教育网", ["Input.Address"] = "https://example.cn/edu" });
        await gao.OpenAsync("/work/channels");
        var at = gao.Page.QuerySelectorAll("main .list-table a").Single(link => link.TextContent.Contains("教育网", StringComparison.Ordinal)).GetAttribute("href")!;
        using var he = await web.LogInAsync("he");
        (await he.OpenAsync(at)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var chen = await web.LogInAsync("chen");
        (await chen.OpenAsync("/work/channels")).At.ShouldStartWith("/account/denied");
    }

    [Fact]
    public async Task A_published_document_is_printed_read_aloud_posted_and_put_into_a_briefing()
    {
        using var head = await web.LogInAsync("he");
        await head.OpenAsync("/work/channels");
        await head.SubmitAsync("#place", new() { ["name"] = "镇政府门口", ["place"] = "大门东侧" });
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/documents?stage=Published");
        var at = $"{chen.Page.QuerySelector("main .list-table a")!.GetAttribute("href")}/channels";
        using var script = await chen.Client.GetAsync($"{at}?handler=Script&format=txt", Cancellation);
        (await script.Content.ReadAsStringAsync(Cancellation)).ShouldStartWith("播音稿");
        using var word = await chen.Client.GetAsync($"{at}?handler=Script", Cancellation);
        word.Content.Headers.ContentType!.MediaType!.ShouldContain("wordprocessingml");

        await chen.OpenAsync(at);
        await chen.SubmitAsync("#posted-from", []);
        chen.Text.ShouldContain("挂着");
        await chen.SubmitAsync("[aria-label$=哪天撤下的]", []);
        chen.Text.ShouldContain("陈小禾 撤下");
        await chen.OpenAsync("/work/briefing?from=2020-01-01");
        var form = chen.Page.QuerySelectorAll("main form[method=post] input").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Where(input => input.Name is { Length: > 0 } && (input.Type != "checkbox" || input.IsChecked)).Select(input => KeyValuePair.Create(input.Name!, input.Value));
        using var briefing = await chen.Client.PostAsync("/work/briefing?from=2020-01-01", new FormUrlEncodedContent(form), Cancellation);
        (await briefing.Content.ReadAsByteArrayAsync(Cancellation))[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task Several_documents_are_put_in_their_order_and_sent_as_one_and_what_was_chosen_stays_where_it_is_wrong()
    {
        using var chen = await web.LogInAsync("chen");
        (await chen.OpenAsync("/work/deliveries/together")).Text.ShouldContain("还没有公众号");
        await using (var scope = web.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
            var county = await db.Agencies.Where(agency => agency.ParentId == null).OrderBy(agency => agency.Id).Select(agency => agency.Id).FirstAsync(Cancellation);
            db.Channels.Add(new Channel { AgencyId = county, Kind = ChannelKind.WeChat, Name = "云溪发布", IncludesBelow = true, FormKey = Guid.CreateVersion7(), CreatedAt = DateTimeOffset.UnixEpoch, CreatedByName = "林" });
            await db.SaveChangesAsync(Cancellation);
        }

        await chen.OpenAsync("/work/deliveries/together");
        var places = chen.Page.QuerySelectorAll("select[name^=Places]").Select(select => select.GetAttribute("name")!).ToList();
        places.Count.ShouldBeGreaterThanOrEqualTo(2);
        await chen.SubmitAsync("select[name^=Places]", new() { [places[0]] = "1", [places[1]] = "1" });
        chen.Text.ShouldContain("不同的位置");
        chen.Page.QuerySelectorAll("select[name^=Places] option[selected][value='1']").Length.ShouldBe(2);
        await chen.SubmitAsync("select[name^=Places]", new() { [places[0]] = "2", [places[1]] = "1" });
        chen.Text.ShouldContain("2 篇已合成一组排队发送");
        await chen.OpenAsync("/work/deliveries/together");
        chen.Page.QuerySelectorAll("select[name^=Places]").Select(select => select.GetAttribute("name")).ShouldNotContain(places[0]);
    }

    [Fact]
    public async Task The_head_sets_which_kinds_go_to_a_channel_and_another_bureau_finds_no_such_page()
    {
        using var head = await web.LogInAsync("gao");
        await head.OpenAsync("/work/channels/new?kind=Webhook");
        await head.SubmitAsync("main form[method=post]", new() { ["Input.Name"] = "种类网", ["Input.Address"] = "https://example.cn/kinds" });
        await head.OpenAsync("/work/channels");
        var at = head.Page.QuerySelectorAll("main .list-table a").Single(link => link.TextContent.Contains("种类网", StringComparison.Ordinal)).GetAttribute("href")!;
        await head.OpenAsync($"{at}/kinds");
        await head.SubmitAsync("select[name='Kinds[Notice]']", new() { ["Kinds[Notice]"] = "false" });
        head.Text.ShouldContain("已保存");
        head.Page.QuerySelector("select[name='Kinds[Notice]'] option[selected]")!.TextContent.ShouldBe("不自动发");
        (await head.OpenAsync("/work/channels")).Text.ShouldContain("按文件的种类");
        using var other = await web.LogInAsync("he");
        (await other.OpenAsync($"{at}/kinds")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_is_on_none_of_these_ways()
    {
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/documents/new");
        await chen.SubmitAsync("main form[method=post]", []);
        var at = $"{chen.At[..chen.At.LastIndexOf('/')]}/channels";
        (await chen.OpenAsync(at)).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var way in new[] { "Poster&size=A4", "Script", "Script&format=txt" })
        {
            using var response = await chen.Client.GetAsync($"{at}?handler={way}", Cancellation);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, way);
        }
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_so_and_a_stop_link_works_without_a_form()
    {
        using var visitor = web.Visit();
        await visitor.OpenAsync("/subscribe?category=Livelihood");
        visitor.Text.ShouldContain("还没有开通邮件订阅");
        (await visitor.OpenAsync("/subscribe/confirm/abc")).Text.ShouldContain("不能用了");

        var token = SubscriptionSeal.NewToken();
        await using (var scope = web.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
            var seal = scope.ServiceProvider.GetRequiredService<SubscriptionSeal>();
            db.Subscriptions.Add(new Subscription
            {
                Id = Guid.CreateVersion7(), Subject = SubscriptionSubject.Search, Query = "低保", Sealed = seal.Seal(new SubscriberFacts("a@example.cn", token)), AddressKey = [1], TokenHash = SubscriptionSeal.HashOf(token), FormKey = Guid.CreateVersion7(), CreatedAt = DateTimeOffset.UnixEpoch,
            });
            await db.SaveChangesAsync(Cancellation);
        }

        await visitor.OpenAsync($"/subscribe/confirm/{token}");
        await visitor.SubmitAsync("main form[method=post]");
        visitor.Text.ShouldContain("订阅好了");
        (await visitor.OpenAsync($"/subscribe/stop/{token}")).Text.ShouldContain("低保");
        using var stop = await visitor.Client.PostAsync($"/subscribe/stop/{token}", new StringContent("List-Unsubscribe=One-Click", Encoding.UTF8, "application/x-www-form-urlencoded"), Cancellation);
        stop.StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var after = web.Services.CreateAsyncScope();
        (await after.ServiceProvider.GetRequiredService<GongkaiDb>().Subscriptions.AnyAsync(Cancellation)).ShouldBeFalse();
    }
}
