using System.Net;
using System.Text;
using System.Text.Json;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>Documents over the wire: written, screened, reviewed three times, published; on every way out then, and on none before.</summary>
public sealed class DocumentPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_goes_from_the_draft_to_every_way_out()
    {
        const string title = "云溪镇水库移民后期扶持项目公告";
        using var chen = await web.LogInAsync("chen");
        var at = await BeginAsync(chen);
        await chen.SubmitAsync("button[name=review][value=true]", Filled(title));
        chen.Text.ShouldContain("请选择公开目录的类别");
        chen.Page.QuerySelector("#Input_Title")!.GetAttribute("value").ShouldBe(title);
        await chen.SubmitAsync("button[name=review][value=true]", Filled(title, category: "Countryside"));
        chen.At.ShouldBe(at);
        chen.Text.ShouldContain("等一审一校");
        await NowhereAsync(at, title);

        await ReviewAsync("zhao", at, "二审二校");
        await ReviewAsync("wu", at, "保密审查");
        using var sun = await web.LogInAsync("sun");
        await sun.OpenAsync($"{at}/review");
        await sun.SubmitAsync("form[action*='handler=Approve']");
        sun.Text.ShouldContain("逐项核对并勾选");
        await SecrecyAsync(sun, at);
        await ReviewAsync("he", at, "可以发布");
        await NowhereAsync(at, title);

        await chen.OpenAsync(at);
        await chen.SubmitAsync("form[action*='handler=Publish']");
        chen.Text.ShouldContain("已发布");
        var number = at.Split('/')[^1];
        using var visitor = web.Visit();
        foreach (var path in new[] { $"/documents/{number}", "/documents", "/", "/documents.xml", $"/documents?category=Countryside" })
        {
            using var response = await visitor.Client.GetAsync(path, Cancellation);
            (await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain(title, Case.Sensitive, path);
        }

        (await visitor.Client.GetStringAsync("/sitemap.xml", Cancellation)).ShouldContain($"/documents/{number}<");
        await visitor.OpenAsync($"/documents/{number}");
        visitor.Page.QuerySelector("meta[name=ArticleTitle]")!.GetAttribute("content").ShouldBe(title);
        visitor.Page.QuerySelector("meta[name=PubDate]").ShouldNotBeNull();

        await chen.OpenAsync(at);
        await chen.SubmitAsync("form[action*='handler=Withdraw']", new() { ["reason"] = "内容有误" });
        await NowhereAsync(at, title);
    }

    [Fact]
    public async Task What_is_written_is_saved_by_itself_and_a_second_writer_is_told_of_the_first()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await BeginAsync(chen);
        var form = Fields(chen, ("Input.Title", "自动保存的标题"));
        using var saved = await chen.Client.PostAsync($"{at}/edit?handler=Autosave", new FormUrlEncodedContent(form), Cancellation);
        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonDocument.Parse(await saved.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("version").GetInt32().ShouldBe(2);

        using var late = await chen.Client.PostAsync($"{at}/edit?handler=Autosave", new FormUrlEncodedContent(Fields(chen, ("Input.Title", "另一个窗口写的"))), Cancellation);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        JsonDocument.Parse(await late.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("by").GetString().ShouldBe("陈小禾");
    }

    [Fact]
    public async Task A_picture_in_a_text_that_was_sent_without_a_script_is_kept_and_one_that_cannot_be_is_named()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await BeginAsync(chen);
        await chen.SubmitAsync("button[name=review][value=false]", new() { ["Input.Title"] = "有图的", ["Input.Body"] = "<p>甲<img src='data:image/png;base64,iVBORw0KGgo=' alt='坝址'><img src='https://example.org/a.png' alt='现场'></p>" });

        chen.At.ShouldBe($"{at}/edit");
        chen.Text.ShouldContain("正文已保存，但是：图片“现场”在别的网站上");
        var body = chen.Page.QuerySelector("[name='Input.Body']")!.TextContent;
        body.ShouldContain("/documents/files/");
        body.ShouldContain("〔图片：现场〕");
    }

    [Fact]
    public async Task Nobody_at_another_agency_sees_a_draft_or_its_files()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await BeginAsync(chen);
        await chen.OpenAsync(at);
        var token = chen.Page.QuerySelector("form[action*='handler=Attach'] [name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("附件里的文字，内部核对用。")), "files", "说明.txt");
        (await chen.Client.PostAsync($"{at}?handler=Attach", content, Cancellation)).Dispose();
        await chen.OpenAsync(at);
        var file = chen.Page.QuerySelector("a[href^='/documents/files/']")!.GetAttribute("href")!;

        using var own = await chen.Client.GetAsync(file, Cancellation);
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        own.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("sandbox");
        using var xu = await web.LogInAsync("xu");
        (await xu.OpenAsync(at)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await xu.OpenAsync($"{at}/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var theirs = await xu.Client.GetAsync(file, Cancellation);
        theirs.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var visitor = web.Visit();
        using var anyone = await visitor.Client.GetAsync(file, Cancellation);
        anyone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_repealed_document_stays_readable_and_says_that_it_is_no_ground_any_more()
    {
        using var visitor = web.Visit();
        await visitor.OpenAsync("/documents?kind=NormativeDocument&status=Repealed");
        await visitor.OpenAsync(visitor.Page.QuerySelector("main .list-group a")!.GetAttribute("href")!);
        visitor.Text.ShouldContain("不再作为办事依据");

        await visitor.OpenAsync("/documents?kind=Interpretation");
        await visitor.OpenAsync(visitor.Page.QuerySelector("main .list-group a")!.GetAttribute("href")!);
        visitor.Text.ShouldContain("解读的文件");
        await visitor.OpenAsync(visitor.Page.QuerySelector("[aria-labelledby=policy] a")!.GetAttribute("href")!);
        visitor.Text.ShouldContain("相关解读");
    }

    private async Task NowhereAsync(string at, string title)
    {
        using var visitor = web.Visit();
        (await visitor.OpenAsync($"/documents/{at.Split('/')[^1]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var path in new[] { "/documents", "/", "/documents.xml", "/sitemap.xml", "/documents?category=Countryside", $"/search?q={Uri.EscapeDataString(title)}" })
        {
            (await visitor.OpenAsync(path)).Page.QuerySelectorAll("main a").Select(link => link.TextContent).ShouldNotContain(title, path);
        }
    }

    private async Task ReviewAsync(string person, string at, string then)
    {
        using var reviewer = await web.LogInAsync(person);
        await reviewer.OpenAsync($"{at}/review");
        await reviewer.SubmitAsync("form[action*='handler=Approve']", new() { ["Input.IsProofread"] = "true", ["Input.Opinion"] = "同意" });
        reviewer.Text.ShouldContain(then);
    }

    private static async Task SecrecyAsync(Visitor sun, string at)
    {
        await sun.OpenAsync($"{at}/review");
        var form = sun.Page.QuerySelector("form[action*='handler=Approve']")!;
        var values = form.QuerySelectorAll("input[name='Input.Checked']").Select(box => KeyValuePair.Create("Input.Checked", box.GetAttribute("value")!))
            .Concat(form.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)));
        using var response = await sun.Client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(values), Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<string> BeginAsync(Visitor writer)
    {
        await writer.OpenAsync("/work/documents/new");
        await writer.SubmitAsync("main form", new() { ["Kind"] = "Notice" });
        writer.At.ShouldEndWith("/edit");
        return writer.At[..^"/edit".Length];
    }

    private static Dictionary<string, string?> Filled(string title, string category = "") => new()
    {
        ["Input.Title"] = title, ["Input.MadeOn"] = "2026-01-20", ["Input.Category"] = category, ["Input.Body"] = "<p>项目于今年实施。</p>", ["Input.Summary"] = "项目安排。", ["Input.Keywords"] = "移民",
    };

    private static IEnumerable<KeyValuePair<string, string>> Fields(Visitor writer, (string Name, string Value) change) =>
        writer.Page.QuerySelector("form[data-autosave-url]")!.QuerySelectorAll("input[name]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Where(pair => pair.Key != change.Name).Append(KeyValuePair.Create(change.Name, change.Value));
}
