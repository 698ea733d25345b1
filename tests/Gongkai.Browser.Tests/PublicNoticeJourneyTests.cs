using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongkai.Testing.Web;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>The list of aid recipients: an identity number in a hidden column, masked with a click, through the reviews, before the public for its days and off every page after them.</summary>
public sealed class PublicNoticeJourneyTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const string Title = "云溪镇临时救助对象名单公示";

    [Fact]
    public async Task A_list_with_hidden_numbers_is_cleaned_reviewed_shown_for_its_days_and_gone_after_them()
    {
        await using var clerk = await Browser.OpenAsync(web, 1280);
        await clerk.LogInAsync("chen");
        var at = await DraftAsync(clerk);
        await clerk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "名单.xlsx", MimeType = "application/octet-stream", Buffer = List() });
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "添加", Exact = true }).ClickAsync();
        await clerk.Page.GetByText("附件已添加").WaitForAsync();

        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "送审" }).ClickAsync();
        await clerk.Page.WaitForURLAsync("**/check");
        await clerk.Page.GetByText("这是完整的身份证号").First.WaitForAsync();
        await clerk.ShouldBeSoundAtEachWidthAsync();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "按建议全部改正" }).ClickAsync();
        await clerk.Page.Locator("#confirm [value=yes]").ClickAsync();
        await clerk.Page.GetByText("这是完整的身份证号").First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "清理这个附件里隐藏的内容" }).First.ClickAsync();
        await clerk.Page.GetByText("下面是清理以后的检查结果").WaitForAsync();
        (await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "清理这个附件里隐藏的内容" }).CountAsync()).ShouldBe(0, "what one click cannot take away is not offered to it");
        await clerk.Page.GetByText("不能一键清除，请取消隐藏后核对").WaitForAsync();
        (await clerk.Page.GetByText("这是完整的身份证号").CountAsync()).ShouldBe(0);
        await clerk.Page.GotoAsync(at);
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "送审" }).ClickAsync();
        await clerk.Page.GetByText("已送审").WaitForAsync();
        foreach (var person in new[] { "zhao", "wu", "sun", "he" })
        {
            await ApproveAsync(person, at);
        }

        await clerk.Page.GotoAsync(at);
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "现在发布" }).ClickAsync();
        await clerk.Page.Locator("#confirm [value=yes]").ClickAsync();
        await clerk.Page.GetByText("公开网站上马上能看到").WaitForAsync();

        var number = at.Split('/')[^1];
        using var citizen = web.Visit();
        await citizen.OpenAsync($"/documents/{number}");
        citizen.Text.ShouldContain(Title);
        var file = citizen.Page.QuerySelector("a[href^='/documents/files/']")!.GetAttribute("href")!;

        web.Clock.Skip(TimeSpan.FromDays(8));
        foreach (var path in new[] { $"/documents/{number}?later", $"{file}?later", "/documents?later", "/documents.xml?later", "/sitemap.xml?later", $"/search?q={Uri.EscapeDataString(Title)}" })
        {
            using var answer = await citizen.Client.GetAsync(path, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            text.ShouldNotContain($"/documents/{number}\"", Case.Sensitive, path);
            text.ShouldNotContain($"/documents/{number}<", Case.Sensitive, path);
            (path.StartsWith("/documents/", StringComparison.Ordinal) ? (int)answer.StatusCode : 404).ShouldBe(404, path);
        }
    }

    private static async Task<string> DraftAsync(Window clerk)
    {
        await clerk.Page.GotoAsync("/work/documents/new");
        await clerk.Page.GetByLabel("体裁").SelectOptionAsync("PublicNotice");
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "开始" }).ClickAsync();
        await clerk.Page.GetByLabel("标题").FillAsync(Title);
        await clerk.Page.GetByLabel("公开类别").SelectOptionAsync("VillageLabourAndAid");
        await clerk.Page.GetByLabel("成文日期").FillAsync("2026-01-20");
        await clerk.Page.GetByLabel("公示截止").FillAsync("2026-01-27");
        await clerk.Page.Locator(".writing-text").ClickAsync();
        await clerk.Page.Keyboard.TypeAsync("名单见附件，有不同意见请在公示期内向镇民政办反映。");
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await clerk.Page.GetByText("已保存").First.WaitForAsync();
        var at = new Uri(clerk.Page.Url).AbsolutePath.Replace("/edit", "", StringComparison.Ordinal);
        await clerk.Page.GotoAsync(at);
        return at;
    }

    private async Task ApproveAsync(string person, string at)
    {
        await using var reviewer = await Browser.OpenAsync(web, 1280);
        await reviewer.LogInAsync(person);
        await reviewer.Page.GotoAsync($"{at}/review");
        foreach (var box in await reviewer.Page.Locator("form[action*='Approve'] input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await reviewer.Page.Locator("form[action*='Approve'] button").ClickAsync();
        await reviewer.Page.GetByText(person == "he" ? "可以发布" : "已通过").First.WaitForAsync();
    }

    /// <summary>Names of households, and their identity numbers in a column that is not shown; a sheet that is not shown either.</summary>
    private static byte[] List()
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(
                new Columns(new Column { Min = 3, Max = 3, Hidden = true, Width = 0, CustomWidth = true }),
                new SheetData(Row(1, "村", "户主", "身份证号", "人数"), Row(2, "上埠村", "李某", "11010519491231002X", "2")));
            var draft = workbook.AddNewPart<WorksheetPart>();
            draft.Worksheet = new Worksheet(new SheetData(Row(1, "底册"), Row(2, "未通过的户")));
            workbook.Workbook = new Workbook(new Sheets(
                new Sheet { Name = "名单", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }, new Sheet { Name = "底册", SheetId = 2, Id = workbook.GetIdOfPart(draft), State = SheetStateValues.Hidden }));
        }

        return file.ToArray();
    }

    private static Row Row(uint number, params string[] cells) => new(cells.Select((text, index) => new Cell
    {
        CellReference = $"{(char)('A' + index)}{number}", DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)),
    }))
    {
        RowIndex = number,
    };
}
