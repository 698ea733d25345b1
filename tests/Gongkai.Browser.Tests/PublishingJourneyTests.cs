using Gongkai.Testing.Web;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>A notice on its way: the clerk writes it, the reviewers pass it on, the secrecy reviewer ticks each item, the head signs, the clerk publishes, a citizen reads.</summary>
public sealed class PublishingJourneyTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    [Fact]
    public async Task From_the_editor_to_the_page_that_a_citizen_reads()
    {
        const string title = "云溪镇饮用水工程停水检修公告";
        await using var clerk = await Browser.OpenAsync(web, 1280);
        await clerk.LogInAsync("chen");
        await clerk.Page.GotoAsync("/work/documents");
        await clerk.ShouldBeSoundAtEachWidthAsync();
        await clerk.Page.GotoAsync("/work/documents/new");
        await clerk.ShouldBeSoundAtEachWidthAsync();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "开始" }).ClickAsync();
        await clerk.Page.GetByLabel("标题").FillAsync(title);
        await clerk.Page.GetByLabel("公开类别").SelectOptionAsync("Countryside");
        await clerk.Page.GetByLabel("成文日期").FillAsync("2026-01-20");
        await clerk.Page.Locator(".writing-text").ClickAsync();
        await clerk.Page.Keyboard.TypeAsync("为检修管道，下周三停水一天，请提前储水。");
        await clerk.ShouldBeSoundAtEachWidthAsync();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await clerk.Page.GetByText("已送审").WaitForAsync();
        await clerk.ShouldBeSoundAtEachWidthAsync();
        var at = new Uri(clerk.Page.Url).AbsolutePath;
        await clerk.Page.GotoAsync($"{at}/check");
        await clerk.ShouldBeSoundAtEachWidthAsync();
        await clerk.Page.GotoAsync($"{at}/versions");
        await clerk.ShouldBeSoundAtEachWidthAsync();

        foreach (var (person, button) in new[] { ("zhao", "通过一审一校"), ("wu", "通过二审二校"), ("sun", "通过保密审查"), ("he", "通过三审三校") })
        {
            await using var reviewer = await Browser.OpenAsync(web, 1280);
            await reviewer.LogInAsync(person);
            await reviewer.Page.GotoAsync($"{at}/review");
            await reviewer.ShouldBeSoundAtEachWidthAsync();
            foreach (var box in await reviewer.Page.Locator("form[action*='Approve'] input[type=checkbox]").AllAsync())
            {
                await box.CheckAsync();
            }

            await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await reviewer.Page.GetByText(person == "he" ? "可以发布" : "已通过").First.WaitForAsync();
        }

        await clerk.Page.GotoAsync(at);
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "现在发布" }).ClickAsync();
        await clerk.Page.Locator("#confirm [value=yes]").ClickAsync();
        await clerk.Page.GetByText("公开网站上马上能看到").WaitForAsync();

        await using var citizen = await Browser.OpenAsync(web, 360);
        await citizen.Page.GotoAsync("/documents");
        await citizen.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await citizen.Page.GetByText("请提前储水").WaitForAsync();
        await citizen.ShouldBeSoundAtEachWidthAsync();
    }
}
