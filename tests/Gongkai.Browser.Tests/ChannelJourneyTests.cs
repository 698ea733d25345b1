using Gongkai.Testing.Web;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>The head sets up a site and a board; the clerk sends, posts and takes down.</summary>
public sealed class ChannelJourneyTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    [Fact]
    public async Task From_setting_a_channel_up_to_a_sheet_on_the_board()
    {
        await using var head = await Browser.OpenAsync(web, 1280);
        await head.LogInAsync("he");
        await head.Page.GotoAsync("/work/channels/new?kind=WeChat");
        await head.ShouldBeSoundAtEachWidthAsync();
        await head.Page.GotoAsync("/work/channels/new?kind=Webhook");
        await head.Page.GetByLabel("名称").FillAsync("县门户网站");
        await head.Page.GetByLabel("接收的网址").FillAsync("https://127.0.0.1:9/hook");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "设置", Exact = true }).ClickAsync();
        await head.Page.GetByText("密钥只显示这一次").WaitForAsync();
        await head.ShouldBeSoundAtEachWidthAsync();
        await head.Page.GetByRole(AriaRole.Link, new() { Name = "记下了，去测试" }).ClickAsync();
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "测试连接" }).ClickAsync();
        await head.Page.GetByText("内部网络的地址").First.WaitForAsync();
        await head.ShouldBeSoundAtEachWidthAsync();
        await head.Page.GotoAsync("/work/channels");
        await head.Page.GetByLabel("公告栏名称").FillAsync("镇政府门口");
        await head.Page.GetByLabel("在哪里").FillAsync("大门东侧");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "加上" }).ClickAsync();
        await head.Page.GetByText("公告栏已加上").WaitForAsync();
        await head.ShouldBeSoundAtEachWidthAsync();

        await head.Page.Locator("main .list-table a").First.ClickAsync();
        await head.Page.GetByRole(AriaRole.Link, new() { Name = "哪些自动发" }).ClickAsync();
        await head.ShouldBeSoundAtEachWidthAsync();
        await head.Page.GetByLabel("政务动态是不是自动发").SelectOptionAsync("false");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await head.Page.GetByText("已保存，以后发布的文件照这样发").WaitForAsync();

        await using var clerk = await Browser.OpenAsync(web, 360);
        await clerk.LogInAsync("chen");
        await clerk.Page.GotoAsync("/work/documents?stage=Published");
        await clerk.Page.Locator("main .list-table tbody a").First.ClickAsync();
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "发到渠道、打印张贴" }).ClickAsync();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "现在发" }).ClickAsync();
        await clerk.Page.Locator("#confirm [value=yes]").ClickAsync();
        await clerk.Page.GetByText("已排队发送").WaitForAsync();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "登记张贴" }).ClickAsync();
        await clerk.Page.GetByText("挂着").WaitForAsync();
        await clerk.ShouldBeSoundAtEachWidthAsync();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "登记撤下" }).ClickAsync();
        await clerk.Page.GetByText("陈小禾 撤下").WaitForAsync();
        await clerk.Page.GotoAsync("/work/deliveries");
        await clerk.ShouldBeSoundAtEachWidthAsync();
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "几篇合成一组发" }).ClickAsync();
        await clerk.ShouldBeSoundAtEachWidthAsync();
        await clerk.Page.GotoAsync("/work/briefing?from=2020-01-01");
        await clerk.ShouldBeSoundAtEachWidthAsync();

        await using var citizen = await Browser.OpenAsync(web, 360);
        await citizen.Page.GotoAsync("/subscribe");
        await citizen.ShouldBeSoundAtEachWidthAsync();
    }
}
