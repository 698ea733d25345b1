using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>The ledgers of licences, penalties, coercion and charges, through real HTTP.</summary>
public sealed class LedgerPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const string Home = "/work/ledgers";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_act_is_entered_corrected_and_retracted_and_its_story_stays()
    {
        using var clerk = await web.LogInAsync("chen");
        await clerk.OpenAsync($"{Home}/new?kind=Penalty");
        await clerk.SubmitAsync("main form[method=post]", new() { ["Input.Number"] = "", ["Input.Item"] = "占道经营" });
        clerk.Text.ShouldContain("请填决定书文号");
        await clerk.SubmitAsync("main form[method=post]", new() { ["Input.Number"] = "云镇罚〔2025〕7号", ["Input.Counterpart"] = "周小舟", ["Input.IsPerson"] = "true", ["Input.DecidedOn"] = "2025-03-17" });

        clerk.Text.ShouldContain("周**");
        clerk.Text.ShouldContain("算在 2025 年");
        await clerk.SubmitAsync("#Why", new() { ["Input.Item"] = "占用盲道经营", ["Why"] = "事项写得不全" });
        clerk.Text.ShouldContain("事项：占道经营 → 占用盲道经营");
        await clerk.SubmitAsync("#retracted-why", new() { ["why"] = "登记重了" });
        clerk.Text.ShouldContain("误录，不再统计");
        await clerk.OpenAsync($"{Home}?text=云镇罚〔2025〕7号");
        clerk.Page.QuerySelectorAll("main .list-table tbody tr").Length.ShouldBe(1);
        using var csv = await clerk.Client.GetAsync($"{Home}?handler=Export&format=csv&kind=Penalty", Cancellation);
        (await csv.Content.ReadAsStringAsync(Cancellation)).ShouldContain("云镇罚〔2025〕7号 占用盲道经营");
    }

    [Fact]
    public async Task A_table_is_shown_before_it_is_taken_in_and_the_same_table_again_adds_nothing()
    {
        using var clerk = await web.LogInAsync("xu");
        using var template = await clerk.Client.GetAsync($"{Home}/import?handler=Template", Cancellation);
        template.StatusCode.ShouldBe(HttpStatusCode.OK);
        await UploadAsync(clerk);
        clerk.Text.ShouldContain("新增 2 件，已经有 0 件");
        await clerk.SubmitAsync("main form[method=post]", []);

        clerk.At.ShouldBe(Home);
        clerk.Text.ShouldContain("已经导入：新增 2 件");
        await UploadAsync(clerk);
        clerk.Text.ShouldContain("表里的记录台账里都有了，不用导入。");
    }

    [Fact]
    public async Task A_figure_of_table_two_opens_onto_its_acts()
    {
        using var clerk = await web.LogInAsync("chen");
        await clerk.OpenAsync($"{Home}/new?kind=Licence");
        await clerk.SubmitAsync("main form[method=post]", new() { ["Input.Number"] = "云镇许〔2025〕1号", ["Input.Item"] = "林木采伐许可", ["Input.DecidedOn"] = "2025-05-05" });
        await clerk.OpenAsync("/work/filings/new");
        await clerk.SubmitAsync("main form");
        var filing = clerk.At;
        await clerk.SubmitAsync("form[action*='handler=FillProactive']");
        clerk.Text.ShouldContain("表二勾选的各项已经按台账填好");

        await clerk.OpenAsync($"{filing}/behind/proactive.licences");
        clerk.Page.QuerySelector("#behind tbody a")!.TextContent.ShouldBe("云镇许〔2025〕1号");
        clerk.Text.ShouldContain("台账 1 件，报告填的是 1。");
        await clerk.OpenAsync($"{filing}/ledger");
        clerk.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_system_sends_acts_with_its_token_once_however_often()
    {
        using var head = await web.LogInAsync("gao");
        await head.OpenAsync("/work/tokens");
        var agency = head.Page.QuerySelector("#Input_AgencyId option")!.GetAttribute("value");
        await head.SubmitAsync("#Input_Name", new() { ["Input.AgencyId"] = agency, ["Input.Name"] = "审批系统" });
        using var client = new HttpClient { BaseAddress = web.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", head.Page.QuerySelector(".notice-done code")!.TextContent);
        const string entries = """{"entries":[{"kind":"licence","number":"云教许〔2025〕1号","item":"民办学校设立","counterpart":"晨光幼儿园","decidedOn":"2025-06-03"},{"kind":"charge","item":"考试费","period":"2025Q1","amount":1.5}]}""";

        var first = await SendAsync(client, "a", entries);
        var again = await SendAsync(client, "a", entries);
        var anew = await SendAsync(client, "b", entries);
        var wrong = await SendAsync(client, "c", """{"entries":[{"kind":"licence","item":"民办学校设立","decidedOn":"六月三日"}]}""");

        first.Status.ShouldBe(HttpStatusCode.OK, first.Body);
        JsonNode.Parse(first.Body)!["added"]!.GetValue<int>().ShouldBe(2);
        again.ShouldBe(first);
        JsonNode.Parse(anew.Body)!["known"]!.GetValue<int>().ShouldBe(2);
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        JsonNode.Parse(wrong.Body)!["faults"]![0]!["message"]!.GetValue<string>().ShouldContain("日期");
        (await SendAsync(client, "d", "[]")).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var visitor = web.Visit();
        JsonNode.Parse(await visitor.Client.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative), Cancellation))!["paths"]!["/api/v1/ledgers"]!["post"]!["security"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_register_of_normative_documents_is_cleared_up_and_its_result_drafted()
    {
        using var officer = await web.LogInAsync("lin");
        await officer.OpenAsync("/work/documents/normative");
        officer.Text.ShouldContain("现行有效");
        await officer.OpenAsync("/work/documents/normative?on=2020-01-01&status=Repealed");
        officer.Status.ShouldBe(HttpStatusCode.OK);
        await officer.OpenAsync("/work/documents/normative/clear");
        var choice = officer.Page.QuerySelector("select[name^='Input.Items']")!.GetAttribute("name")!;
        await officer.SubmitAsync("main form[method=post]", new() { ["Input.Name"] = "", ["Input.By"] = "县政府常务会议纪要", [choice] = "Repealed" });
        officer.Text.ShouldContain("请写清理的名称");
        await officer.SubmitAsync("main form[method=post]", new() { ["Input.Name"] = "年度规范性文件清理", [choice] = "Repealed" });

        officer.Text.ShouldContain("废止 1 件");
        officer.Text.ShouldNotContain("没有标注");
        var at = officer.At;
        using var list = await officer.Client.GetAsync($"{at}?handler=Export", Cancellation);
        list.StatusCode.ShouldBe(HttpStatusCode.OK);
        await officer.SubmitAsync("form[action*='Draft']", []);
        officer.Status.ShouldBe(HttpStatusCode.OK);
        officer.At.ShouldStartWith("/work/documents/");
        officer.Text.ShouldContain("年度规范性文件清理结果");
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpClient client, string key, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ledgers") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task UploadAsync(Visitor clerk)
    {
        await clerk.OpenAsync($"{Home}/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(clerk.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("行政许可决定文书号,许可内容,行政相对人名称,许可决定日期\n云教许〔2025〕11号,校外培训许可,晨曦培训有限公司,2025-04-01\n云教许〔2025〕12号,校外培训许可,启航培训有限公司,2025-04-02\n")), "Upload", "许可.csv" },
        };
        using var uploaded = await clerk.Client.PostAsync($"{Home}/import", form, Cancellation);
        await clerk.OpenAsync(uploaded.Headers.Location!.OriginalString);
    }
}
