using System.Net;
using System.Text;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>The dictionary of the screening, through real HTTP.</summary>
public sealed class ScreeningWordPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const string Home = "/work/screening/words";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_words_are_searched_and_exported_as_they_are_shown()
    {
        using var system = await web.LogInAsync("system");
        await system.OpenAsync($"{Home}?text=按装");
        system.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);

        using var csv = await system.Client.GetAsync($"{Home}?handler=Export&format=csv&text=按装", Cancellation);
        (await csv.Content.ReadAsStringAsync(Cancellation)).ShouldContain("错别字,按装,安装,警告,按装配");
    }

    [Fact]
    public async Task A_word_is_tried_over_a_text_before_it_is_kept()
    {
        using var system = await web.LogInAsync("system");
        await system.OpenAsync($"{Home}/word");
        await system.SubmitAsync("main form[method=post]", new() { ["Input.Word"] = "短" });
        system.Text.ShouldContain("词至少要有两个字");
        await system.SubmitAsync("main form button[formaction]", new() { ["Input.Word"] = "青和县", ["Input.Replacement"] = "青禾县", ["Input.Kind"] = "Local", ["Input.Pasted"] = "欢迎来到青和县。" });
        system.Text.ShouldContain("找到 1 处");
        await system.SubmitAsync("main form[method=post]", []);

        system.At.ShouldBe(Home);
        system.Text.ShouldContain("已保存“青和县”");
        await system.OpenAsync($"{Home}?isOwn=true");
        system.Text.ShouldContain("青和县");
    }

    [Fact]
    public async Task A_list_of_words_is_shown_before_it_is_taken_in()
    {
        using var system = await web.LogInAsync("system");
        await system.OpenAsync($"{Home}/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(system.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("类别,词,正确写法\n本地提醒,望和乡,望河乡\n")), "Upload", "词.csv" },
        };
        using var uploaded = await system.Client.PostAsync($"{Home}/import", form, Cancellation);
        await system.OpenAsync(uploaded.Headers.Location!.OriginalString);
        system.Text.ShouldContain("新增 1 个，改动 0 个");
        await system.SubmitAsync("main form[method=post]", []);

        system.At.ShouldBe(Home);
        system.Text.ShouldContain("已经导入：新增 1 个");
    }

    [Fact]
    public async Task Who_does_not_keep_the_words_finds_no_way_to_them()
    {
        using var clerk = await web.LogInAsync("chen");
        using var answer = await clerk.Client.GetAsync(Home, Cancellation);

        answer.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }
}
