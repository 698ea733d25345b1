using System.Text;
using Gongkai.Testing.Redaction;
using Gongkai.Testing.Web;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>What may not be disclosed is covered on the pages of a file, by drawing and by words, and the new file goes with the reply.</summary>
public sealed class RedactionJourneyTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    public static TheoryData<int> Widths => Browser.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Drawn_and_found_places_are_covered_in_a_new_file(int width)
    {
        await using var clerk = await Browser.OpenAsync(web, width);
        await clerk.LogInAsync("chen");
        var page = clerk.Page;
        var at = await RegisterAsync(page, $"屋顶维修的结算单{width}");
        await page.GotoAsync($"{at}/add-file");
        await page.Locator("[name='Input.Purpose']").SelectOptionAsync("Working");
        await page.Locator("[name='Input.File']").SetInputFilesAsync(new FilePayload { Name = "结算单.pdf", MimeType = "application/pdf", Buffer = Pdf() });
        await page.GetByRole(AriaRole.Button, new() { Name = "添加材料", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**{at}");
        await clerk.ShouldBeSoundAsync();

        await page.Locator("ol.files a[href$='/redact']").ClickAsync();
        await page.GetByText("已标出 0 处").First.WaitForAsync();
        await clerk.ShouldBeSoundAsync();
        await page.GetByLabel("按词遮盖").FillAsync("Total");
        await page.GetByRole(AriaRole.Button, new() { Name = "标出所有这些词" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "已标出 1 处" }).WaitForAsync();
        await DrawAsync(page, 0.1, 0.5, 0.6, 0.55);
        await page.GetByRole(AriaRole.Heading, new() { Name = "已标出 2 处" }).WaitForAsync();
        await DrawAsync(page, 0.1, 0.7, 0.3, 0.75);
        await page.GetByRole(AriaRole.Heading, new() { Name = "已标出 3 处" }).WaitForAsync();
        (await page.Locator("[data-redact-page='1'] rect").CountAsync()).ShouldBe(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销上一步" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "已标出 2 处" }).WaitForAsync();
        await page.GetByText("逐处看看", new() { Exact = true }).ClickAsync();
        await clerk.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "找身份证号、手机号、银行卡号" }).ClickAsync();
        await page.GetByLabel("手机号 138****1111").WaitForAsync();
        await clerk.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "标出选中的" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "已标出 3 处" }).WaitForAsync();

        await page.GetByLabel("新文件叫什么").PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "已标出 3 处" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "生成", Exact = true }).ClickAsync();
        await page.Locator("#confirm [value=yes]").ClickAsync();
        await page.GetByText("结算单（遮盖后）.pdf").WaitForAsync();
        await page.GetByText("原件，只留存，不对外提供").WaitForAsync();
        await page.GetByText("遮盖清单（3 处）").ClickAsync();
        await clerk.ShouldBeSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task What_a_word_file_hides_is_shown_and_cleaned(int width)
    {
        await using var clerk = await Browser.OpenAsync(web, width);
        await clerk.LogInAsync("chen");
        var page = clerk.Page;
        var at = await RegisterAsync(page, $"灌溉渠维修的通知稿{width}");
        await page.GotoAsync($"{at}/add-file");
        await page.Locator("[name='Input.Purpose']").SelectOptionAsync("Supplied");
        await page.Locator("[name='Input.File']").SetInputFilesAsync(new FilePayload { Name = "通知稿.docx", MimeType = "application/msword", Buffer = Word() });
        await page.GetByRole(AriaRole.Button, new() { Name = "添加材料", Exact = true }).ClickAsync();
        await page.GetByText("有隐藏的内容，提供以前要清理或者说明").WaitForAsync();
        await clerk.ShouldBeSoundAsync();

        await page.Locator("ol.files a[href$='/check']").ClickAsync();
        await page.GetByText("单价再谈").WaitForAsync();
        await clerk.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "生成清理过的一份" }).ClickAsync();
        await page.GetByText("通知稿（已清理）.docx").WaitForAsync();
        await clerk.ShouldBeSoundAsync();
    }

    /// <summary>Presses the mouse at one corner of a rectangle of the first page and lets it go at the other.</summary>
    private static async Task DrawAsync(IPage page, double left, double top, double right, double bottom)
    {
        var sheet = page.Locator("[data-redact-page='1']");
        await sheet.EvaluateAsync("sheet => sheet.scrollIntoView({ block: 'center' })");
        var box = (await sheet.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync((float)(box.X + (left * box.Width)), (float)(box.Y + (top * box.Height)));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((float)(box.X + (right * box.Width)), (float)(box.Y + (bottom * box.Height)), new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    private static async Task<string> RegisterAsync(IPage page, string wanted)
    {
        await page.GotoAsync("/work/requests/new");
        await page.GetByLabel("申请要什么信息").FillAsync(wanted);
        await page.GetByLabel("申请人姓名或者单位名称").FillAsync("耿小满");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记并打印回执" }).ClickAsync();
        await page.GetByText("查询码", new() { Exact = true }).WaitForAsync();
        return new Uri(page.Url).AbsolutePath.Replace("/receipt", "", StringComparison.Ordinal);
    }

    private static byte[] Word()
    {
        using var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, string text)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }

            Add("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Add("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Add("word/document.xml", """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>正文。</w:t></w:r><w:del w:id="1" w:author="李拟稿"><w:r><w:delText>单价再谈。</w:delText></w:r></w:del></w:p></w:body></w:document>""");
        }

        return file.ToArray();
    }

    private static byte[] Pdf() => SamplePdf.Of([(60, 100, "Roof repair, Total 1000"), (60, 400, "Call 13800001111")]);
}
