using System.Text.RegularExpressions;
using Gongkai.Testing.Web;
using Gongkai.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>The editor of texts and its saving, on a page of this test under the policy of the site.</summary>
public sealed partial class WritingTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const string Address = "/writing-on-trial";
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'";
    private const string Body = "<h2>一、目标</h2>\n<p>为保障春灌，现通知如下。</p>\n<table><caption>表 1</caption><thead><tr><th scope=\"col\">镇</th><th scope=\"col\">数</th></tr></thead><tbody><tr><td>云溪</td><td>3</td></tr></tbody></table>";

    private const string FromWord = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p class=MsoTitle align=center><b><span style='font-family:宋体'>检查通知</span></b></p>
        <p class=MsoNormal style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>一、<span>&nbsp; </span></span><span style='font-weight:bold;color:red'>要求</span><o:p></o:p></p>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>甲事项</p>
        <p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>细节</p>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>乙事项</p>
        <p class=MsoNormal style='text-align:right'>　　尾段<script>alert(1)</script><img src="file:///C:/a.png" onerror="alert(2)"></p></body></html>
        """;

    private readonly List<string> saved = [];
    private Func<IRoute, Task>? answer;

    [Fact]
    public async Task What_comes_from_word_is_clean_and_is_saved_by_itself()
    {
        await using var window = await OpenAsync();
        await window.ShouldBeSoundAtEachWidthAsync();
        await PasteAsync(window.Page, FromWord);
        await window.Page.GetByText("已保存 12:03").WaitForAsync();

        saved.ShouldHaveSingleItem().ShouldContain(
            "<h2 class=\"text-center\">检查通知</h2>\n<p>一、<strong>要求</strong></p>\n<ol><li><p>甲事项</p><ul><li><p>细节</p></li></ul></li><li><p>乙事项</p></li></ol>\n<p class=\"text-end\">尾段〔图片〕");
        saved[0].ShouldContain("<caption>表 1</caption><tbody><tr><th scope=\"col\"><p>镇</p></th>");
        await window.ShouldBeSoundAtEachWidthAsync();
    }

    [Fact]
    public async Task The_toolbar_is_one_stop_of_the_keyboard_and_works_on_tables()
    {
        await using var window = await OpenAsync();
        var page = window.Page;
        await page.Locator(".writing-text td").First.ClickAsync();
        await page.GetByRole(AriaRole.Toolbar, new() { Name = "表格" }).GetByRole(AriaRole.Button, new() { Name = "下方加行" }).ClickAsync();
        (await page.Locator(".writing-text tr").CountAsync()).ShouldBe(3);
        await window.ShouldBeSoundAtEachWidthAsync();

        await page.Keyboard.PressAsync("Alt+F10");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("ArrowLeft");
        (await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')")).ShouldBe("分隔线");
        (await page.Locator("[aria-label='正文格式'] [tabindex='0']").CountAsync()).ShouldBe(1);

        await page.Locator(".writing-text p").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "链接" }).ClickAsync();
        await page.GetByLabel("网址").FillAsync("www.gov.cn");
        await page.GetByLabel("显示的文字").FillAsync("国务院");
        await window.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        (await page.Locator(".writing-text a").GetAttributeAsync("href")).ShouldBe("https://www.gov.cn");
    }

    [Fact]
    public async Task Who_wrote_at_the_same_time_is_named_and_nothing_is_lost()
    {
        answer = route => route.FulfillAsync(new() { Status = 409, ContentType = "application/json", Body = """{"by":"李文","at":"2026-03-05T04:05:00Z","version":9}""" });
        await using var window = await OpenAsync();
        await window.Page.GetByLabel("标题").FillAsync("通知二");
        await window.Page.GetByText("李文在").WaitForAsync();
        window.Page.Url.ShouldEndWith(Address);
        (await window.Page.GetByLabel("标题").InputValueAsync()).ShouldBe("通知二");

        answer = null;
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "用我写的" }).ClickAsync();
        await window.Page.GetByText("已保存 12:03").WaitForAsync();
        saved[^1].ShouldContain("version=9");
    }

    [Fact]
    public async Task What_could_not_be_saved_is_offered_when_the_page_opens_again()
    {
        answer = static route => route.AbortAsync();
        await using var window = await OpenAsync();
        window.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await window.Page.GetByLabel("标题").FillAsync("没存上的通知");
        await window.Page.GetByText("保存失败，正文还在本页").WaitForAsync();
        await window.Page.GotoAsync("about:blank");

        answer = null;
        await window.Page.GotoAsync(Address);
        (await window.Page.GetByLabel("标题").InputValueAsync()).ShouldBe("通知");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "恢复" }).ClickAsync();
        await window.Page.GetByText("已保存 12:03").WaitForAsync();
        (await window.Page.GetByLabel("标题").InputValueAsync()).ShouldBe("没存上的通知");
    }

    private async Task<Window> OpenAsync()
    {
        var window = await Browser.OpenAsync(web, Browser.Desk);
        var assets = web.Services.GetRequiredService<Assets>();
        await window.Page.RouteAsync("**" + Address, route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string> { ["Content-Type"] = "text/html; charset=utf-8", ["Content-Security-Policy"] = Policy },
            Body = PageOf(assets),
        }));
        await window.Page.RouteAsync("**" + Address + "/save", async route =>
        {
            if (answer is not null)
            {
                await answer(route);
                return;
            }

            saved.Add(Uri.UnescapeDataString((route.Request.PostData ?? "").Replace('+', ' ')));
            await route.FulfillAsync(new() { ContentType = "application/json", Body = """{"savedAt":"2026-03-05T04:03:00Z","version":10}""" });
        });
        await window.Page.GotoAsync(Address);
        await window.Page.Locator(".writing-text").WaitForAsync();
        return window;
    }

    private static Task PasteAsync(IPage page, string html) => page.Locator(".writing-text").EvaluateAsync(
        """
        (text, html) => {
          text.focus();
          const data = new DataTransfer();
          data.setData('text/html', html);
          text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, html);

    private static string PageOf(Assets assets) => $"""
        <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>起草</title>
        <script src="{assets.Url("appearance.js")}"></script><link rel="stylesheet" href="{assets.Url("workbench.css")}"><link rel="icon" href="{assets.Url("favicon.svg")}">
        <script type="module" src="{assets.Url("writing.js")}"></script></head><body><main><h1>起草</h1>
        <form method="post" action="{Address}/done" data-autosave-url="{Address}/save" data-autosave-key="document-1.7" data-autosave-version="1">
        <div class="field"><label for="Title">标题</label><input class="form-control" id="Title" name="Title" value="通知"></div>
        <div class="writing" data-writing data-icons="{assets.Url("icons.svg")}"><label class="form-label" id="Body-label" for="Body">正文</label><div id="Body-hint">可以粘贴。</div>
        <textarea id="Body" name="Body" aria-describedby="Body-hint">{Tag().Replace(Body.Replace("&", "&amp;", StringComparison.Ordinal), "&lt;")}</textarea></div>
        <p class="autosave" data-autosave-state></p><button class="btn btn-primary">保存</button></form></main></body></html>
        """;

    [GeneratedRegex("<")]
    private static partial Regex Tag();
}
