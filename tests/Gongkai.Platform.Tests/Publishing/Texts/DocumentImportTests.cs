using System.Text;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Testing;

namespace Gongkai.Platform.Tests.Publishing.Texts;

public sealed class DocumentImportTests
{
    private const string PlainNotice = "青政办〔2026〕5号\n关于开展灌溉渠维修检查的通知\n各镇人民政府：\n　　为保障春灌，现通知如下。\n青禾县人民政府办公室\n2026年3月5日\n（此件依申请公开）\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_word_file_gives_its_facts_and_its_text()
    {
        var document = await ReadAsync("通知.docx", PrintedWord.Notice());

        document.ShouldSatisfyAllConditions(
            () => document.Title.ShouldBe("关于开展灌溉渠维修检查的通知"),
            () => document.Number.ShouldBe("青政办〔2026〕5号"),
            () => document.MadeOn.ShouldBe(new DateOnly(2026, 3, 5)),
            () => document.Agency.ShouldBe("青禾县人民政府办公室"),
            () => document.Mark.ShouldBe(DisclosureAttribute.Proactive),
            () => document.Kind.ShouldBe("docx"));
        var picture = document.Pictures.ShouldHaveSingleItem();
        document.Html.ShouldBe($"""
            <p class="flush">各镇人民政府：</p>
            <p>为保障春灌，现通知如下。</p>
            <h2>一、总体要求</h2>
            <ol><li>排查渠道</li><li>登记问题</li></ol>
            <p>（一）分级负责</p>
            <p class="flush"><img src="{picture.Source}" alt="灌溉渠位置图" width="300" height="200"></p>
            <table><thead><tr><th scope="col">镇</th><th scope="colgroup" colspan="2">长度</th></tr></thead><tbody><tr><td rowspan="2">云溪</td><td>东</td><td>3</td></tr><tr><td>西</td><td>4</td></tr></tbody></table>
            <p>资金由县级承担<sup>〔1〕</sup>八成。<a href="https://www.gov.cn/">办事指南</a></p>
            <p class="signature">青禾县人民政府办公室</p>
            <p class="signature">2026年3月5日</p>
            <p class="flush">（此件公开发布）</p>
            <p class="flush">〔1〕以决算为准。</p>
            """, StringCompareShould.IgnoreLineEndings);
        document.Notes.ShouldContain(static note => note.Contains("2 个字设成了隐藏"));
        document.Notes.ShouldContain(static note => note.Contains("有修订"));
        var placed = CleanedText.Place(document.Html, document.Pictures, static _ => CleanHtml.PicturePath + "9");
        CleanHtml.Of(placed).ShouldBe(placed);
    }

    [Theory]
    [InlineData("doc", "doc")]
    [InlineData("odt", "odt")]
    [InlineData("pdf", "pdf")]
    public async Task Other_office_formats_give_the_same_facts(string format, string kind)
    {
        Assert.SkipUnless(OfficeProgram.IsInstalled, "没有安装 LibreOffice。");
        var file = OfficeProgram.Convert([("通知.docx", PrintedWord.Notice())], format)[0];

        // The name does not matter.
        var document = await ReadAsync("upload.bin", file);

        document.Kind.ShouldBe(kind);
        document.Number.ShouldBe("青政办〔2026〕5号");
        document.MadeOn.ShouldBe(new DateOnly(2026, 3, 5));
        document.Mark.ShouldBe(DisclosureAttribute.Proactive);
        document.Title.ShouldBe("关于开展灌溉渠维修检查的通知");
        document.Html.ShouldContain("云溪");
        // A PDF shows what was deleted where its printer did.
        document.Html.Contains("五成", StringComparison.Ordinal).ShouldBe(kind == "pdf");
        CleanHtml.Of(CleanedText.Place(document.Html, document.Pictures, static _ => CleanHtml.PicturePath + "9")).ShouldContain("现通知如下。");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public async Task Plain_text_of_either_encoding_gives_its_facts(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var document = await ReadAsync("a.txt", Encoding.GetEncoding(encoding).GetBytes(PlainNotice));

        document.Title.ShouldBe("关于开展灌溉渠维修检查的通知");
        document.Number.ShouldBe("青政办〔2026〕5号");
        document.Mark.ShouldBe(DisclosureAttribute.OnRequest);
        document.Agency.ShouldBe("青禾县人民政府办公室");
        document.Html.ShouldStartWith("<p>各镇人民政府：</p>");
    }

    [Fact]
    public async Task A_saved_web_page_gives_its_article_only()
    {
        var html = $"<html><head><title>青禾县人民政府</title></head><body><ul><li>首页<li>新闻</ul><h1>春灌开始</h1><div id=zoom><p>{new string('水', 100)}</p><img src=logo.png></div><footer>备案号</footer></body></html>";

        var document = await ReadAsync("page.html", Encoding.UTF8.GetBytes(html));

        document.Title.ShouldBe("春灌开始");
        document.Html.ShouldStartWith("<p>水");
        document.Html.ShouldNotContain("备案号");
        document.Notes.ShouldHaveSingleItem().ShouldContain("1 张图片");
    }

    public static TheoryData<byte[], string> Refused => new()
    {
        { [], "文件是空的" },
        { [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3], "这是一张图片" },
        { [1, 2, 3, 0, 0, 0, 9, 200, 1, 7], "认不出这是什么文件" },
        { Encoding.ASCII.GetBytes("%PDF-1.4 nothing"), "PDF 已损坏" },
        { PrintedWord.Of(""), "没有读到文字" },
        { PrintedWord.Of(string.Concat(Enumerable.Repeat("<w:sdt>", 5_000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 5_000))), "嵌套过深" },
        { PrintedWord.Of("<w:p><w:r>"), "已损坏" },
        { PrintedWord.Notice()[..900], "压缩包" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_read_is_refused_in_a_sentence(byte[] file, string sentence)
    {
        var outcome = await DocumentImport.ReadAsync("x.docx", new MemoryStream(file), Cancellation);

        outcome.Document.ShouldBeNull();
        outcome.Refusal!.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("公开属性：不予公开", DisclosureAttribute.Withheld)]
    [InlineData("（此件主动公开）", DisclosureAttribute.Proactive)]
    [InlineData("信息公开选项：依申请公开", DisclosureAttribute.OnRequest)]
    public async Task The_mark_of_a_document_is_known_in_each_of_its_wordings(string line, DisclosureAttribute mark) =>
        (await ReadAsync("a.txt", Encoding.UTF8.GetBytes($"关于某事的通知\n各镇：\n正文一段。\n{line}\n"))).Mark.ShouldBe(mark);

    [Fact]
    public async Task A_text_without_a_title_is_called_as_its_file()
    {
        var document = await ReadAsync("C:\\文档\\会议纪要.txt", "　　这是一段很长的正文，没有标题，只有句号结尾。\n　　第二段。"u8.ToArray());

        document.Title.ShouldBe("会议纪要");
        (document.Number, document.MadeOn, document.Agency, document.Mark).ShouldBe((null, null, null, null));
        document.Html.ShouldContain("这是一段");
    }

    private static async Task<ImportedDocument> ReadAsync(string name, byte[] file)
    {
        var outcome = await DocumentImport.ReadAsync(name, new MemoryStream(file), Cancellation);
        outcome.Refusal.ShouldBeNull();
        return outcome.Document!;
    }
}
