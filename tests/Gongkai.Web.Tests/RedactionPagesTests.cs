using System.Net;
using System.Text;
using Gongkai.Testing.Redaction;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>Covering places of a file over the wire, without a script.</summary>
public sealed class RedactionPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const string Identity = "110101199003074477";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_numbers_and_places_are_marked_taken_back_and_covered()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await RegisterAsync(chen, "要遮盖的合同");
        var file = await AddAsync(chen, at, Pdf(), "合同.pdf");
        await chen.OpenAsync($"{file}/redact");
        chen.Text.ShouldContain("已标出 0 处");

        await chen.SubmitAsync("button[formaction$='handler=Words']", new() { ["Input.Words"] = "nowhere" });
        chen.Text.ShouldContain("没有找到这些词");
        await chen.SubmitAsync("button[formaction$='handler=Words']", new() { ["Input.Words"] = "secret\nPublic" });
        chen.Text.ShouldContain("找到并标出 2 处");
        await chen.SubmitAsync("button[formaction$='handler=Numbers']");
        chen.Page.QuerySelectorAll("[name='Input.Chosen']").ShouldHaveSingleItem();
        chen.Text.ShouldNotContain(Identity);
        await chen.SubmitAsync("button[formaction$='handler=Cover']");
        chen.Text.ShouldContain("已标出 3 处");
        await chen.SubmitAsync("button[formaction$='handler=Add']", new() { ["Input.Page"] = "1", ["Input.Left"] = "10", ["Input.Top"] = "80" });
        chen.Text.ShouldContain("请填写页码和框的位置");
        await chen.SubmitAsync("button[formaction$='handler=Add']", new()
        {
            ["Input.Ground"] = "StateSecret", ["Input.Page"] = "1", ["Input.Left"] = "10", ["Input.Top"] = "80", ["Input.Width"] = "20.5", ["Input.Height"] = "5",
        });
        chen.Text.ShouldContain("属于国家秘密（《条例》第十四条） 1 处");
        await chen.SubmitAsync("button[formaction$='handler=Undo']");
        chen.Text.ShouldContain("已标出 3 处");

        await chen.SubmitAsync("button[formaction$='handler=Make']", new() { ["Input.Name"] = "合同公开版" });
        chen.At.ShouldBe(at);
        chen.Text.ShouldContain("合同公开版.pdf");
        chen.Text.ShouldContain("原件，只留存，不对外提供");
        chen.Text.ShouldContain("遮盖清单（3 处）");
        var made = chen.Page.QuerySelectorAll("ol.files > li > a")[^1].GetAttribute("href")!;
        var content = await chen.Client.GetByteArrayAsync(new Uri(made, UriKind.Relative), Cancellation);
        content.AsSpan().IndexOf("secret"u8).ShouldBe(-1);
        content.AsSpan(0, 5).ToArray().ShouldBe("%PDF-"u8.ToArray());
    }

    [Fact]
    public async Task The_pages_of_a_file_are_for_those_who_handle_the_case_and_kept_nowhere_on_their_way()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await RegisterAsync(chen, "谁能看到页面");
        var file = await AddAsync(chen, at, Pdf(), "合同.pdf");
        using var picture = await chen.Client.GetAsync(new Uri($"{file}/pages/1", UriKind.Relative), Cancellation);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        picture.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await chen.OpenAsync($"{file}/pages/3")).Status.ShouldBe(HttpStatusCode.NotFound);

        using var pan = await web.LogInAsync("pan");
        foreach (var path in new[] { $"{file}/redact", $"{file}/pages/1", $"{file}/check" })
        {
            (await pan.OpenAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        foreach (var other in new[] { "zhao", "he" })
        {
            using var visitor = await web.LogInAsync(other);
            await visitor.OpenAsync($"{file}/pages/1");
            visitor.At.ShouldStartWith("/account/denied");
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_covered_says_why_and_what_to_do()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await RegisterAsync(chen, "打不开的文件");
        await chen.OpenAsync($"{await AddAsync(chen, at, Pdf()[..200], "断.pdf")}/redact");
        chen.Text.ShouldContain("PDF 已损坏或不完整");
        chen.Page.QuerySelectorAll("form[data-redact]").ShouldBeEmpty();
        await chen.OpenAsync($"{await AddAsync(chen, at, "文字"u8.ToArray(), "说明.txt")}/redact");
        chen.Text.ShouldContain("请转成 PDF");
    }

    [Fact]
    public async Task Hidden_things_are_shown_beside_the_file_and_explained_or_cleaned()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await RegisterAsync(chen, "有批注的文件");
        var file = await AddAsync(chen, at, Word(), "稿.docx");
        await chen.OpenAsync(at);
        chen.Text.ShouldContain("有隐藏的内容，提供以前要清理或者说明");
        await chen.OpenAsync($"{file}/check");
        chen.Text.ShouldContain("作者：“张科长”");

        await chen.SubmitAsync("form[action*='handler=Explain']", new() { ["Explanation"] = "" });
        chen.Text.ShouldContain("请把必填的内容写上");
        await chen.SubmitAsync("form[action*='handler=Explain']", new() { ["Explanation"] = "作者是公开的" });
        chen.Text.ShouldContain("陈小禾 说明：作者是公开的");
        await chen.OpenAsync($"{file}/check");
        await chen.SubmitAsync("form[action*='handler=Clean']");
        chen.Text.ShouldContain("稿（已清理）.docx");

        await chen.SubmitAsync("ol.files > li:last-child form");
        chen.Text.ShouldContain("这份材料将随答复提供给申请人");
    }

    private static async Task<string> RegisterAsync(Visitor visitor, string wanted)
    {
        await visitor.OpenAsync("/work/requests/new");
        await visitor.SubmitAsync("main form", new() { ["Input.Name"] = "田守成", ["Input.Telephone"] = "000-5550123", ["Input.Wanted"] = wanted });
        return visitor.At.Replace("/receipt", "", StringComparison.Ordinal);
    }

    private static async Task<string> AddAsync(Visitor visitor, string at, byte[] content, string name)
    {
        await visitor.OpenAsync($"{at}/add-file");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(visitor.Page.QuerySelector("main form[data-guard] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("Working"), "Input.Purpose" },
            { new ByteArrayContent(content), "Input.File", name },
        };
        using var response = await visitor.Client.PostAsync(new Uri($"{at}/add-file", UriKind.Relative), form, Cancellation);
        await visitor.OpenAsync(at);
        return visitor.Page.QuerySelectorAll("ol.files > li > a")[^1].GetAttribute("href")!;
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

            const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            Add("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>""");
            Add("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{office}/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>""");
            Add("word/document.xml", """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>""");
            Add("docProps/core.xml", """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>张科长</dc:creator></cp:coreProperties>""");
        }

        return file.ToArray();
    }

    private static byte[] Pdf() => SamplePdf.Of([(60, 100, "Public contract"), (60, 200, $"Number {Identity} is secret")]);
}
