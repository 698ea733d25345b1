using System.Text;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Screening.Files;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Testing.Redaction;

namespace Gongkai.Platform.Tests.Screening;

/// <summary>An attachment is looked into as it lies: what it says, what it hides, and where one could not look.</summary>
public sealed class AttachmentScreeningTests
{
    private const string Identity = "990011196302111079";

    // A small JPEG head: Exif with a position and an author, and a frame.
    private static readonly byte[] Photograph =
    [
        0xFF, 0xD8,
        0xFF, 0xE1, 0, 56, .. "Exif\0\0"u8, (byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 3, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0x3B, 0x01, 2, 0, 4, 0, 0, 0, (byte)'L', (byte)'i', 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 50, 0, 0, 0, 0, 0,
        0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x55, 0xFF, 0xD9,
    ];

    [Fact]
    public async Task A_word_file_is_read_and_its_comments_are_told()
    {
        var hits = await Of("材料.docx", WordFiles.Everything());

        hits.ShouldContain(hit => hit.Rule == ScreeningRules.HiddenInFile && hit.Message.Contains("批注"));
        hits.ShouldContain(hit => hit.Rule == ScreeningRules.FileProperty && hit.Found == "张科长");
        hits.ShouldAllBe(hit => hit.Place.File == "材料.docx");
    }

    [Fact]
    public async Task What_one_click_takes_away_is_told_apart_from_what_is_left_to_be_done_by_hand()
    {
        var hits = (await Of("清册.xlsx", ExcelFiles.Everything())).Where(hit => hit.Rule == ScreeningRules.HiddenInFile).ToList();

        hits.Where(hit => hit.MayBeCleaned).Count().ShouldBe(3, "a comment and two hidden sheets");
        hits.Where(hit => !hit.MayBeCleaned).ShouldAllBe(hit => hit.Message.Contains("不能一键清除，请取消隐藏后核对") && (hit.Message.Contains("隐藏的行") || hit.Message.Contains("隐藏的列")));
        hits.Count(hit => !hit.MayBeCleaned).ShouldBe(2);

        var cleaned = await Of("清册.xlsx", AttachmentScreening.Clean(ExcelFiles.Everything())!.Content);
        cleaned.ShouldNotContain(hit => hit.MayBeCleaned);
    }

    [Fact]
    public async Task An_identity_number_on_a_hidden_sheet_is_grave_and_its_cell_is_named()
    {
        var hits = await Of("名单.xlsx", SheetFiles.With(("公示", true, [["姓名", "金额"], ["王某", "100"]]), ("底册", false, [["姓名", "身份证号"], ["王建国", Identity]])));

        hits.ShouldContain(hit => hit.Rule == ScreeningRules.HiddenInFile && hit.Message.Contains("底册"));
        var number = hits.Single(hit => hit.Rule == ScreeningRules.IdNumber);
        number.Severity.ShouldBe(ScreeningSeverity.Grave);
        number.Place.Words.ShouldBe("附件“名单.xlsx”工作表“底册”单元格 B2");
    }

    [Fact]
    public async Task A_list_of_aid_is_judged_by_its_columns()
    {
        var hits = await Of("低保对象名单.xlsx", SheetFiles.With(("公示", true, [["姓名", "残疾类别", "金额"], ["王建国", "精神", "100"]])));

        hits.ShouldHaveSingleItem().Rule.ShouldBe(ScreeningRules.AidColumn);
    }

    [Fact]
    public async Task Words_under_a_box_of_a_pdf_are_found()
    {
        var covered = await Of("决定书.pdf", Pdf($"BT /F 20 Tf 100 600 Td (Name: Wang) Tj ET BT /F 20 Tf 100 500 Td ({Identity}) Tj ET 0 0 0 rg 90 490 300 30 re f"));
        var plain = await Of("决定书.pdf", Pdf("BT /F 20 Tf 100 600 Td (Name: Wang) Tj ET 0 0 0 rg 90 490 300 30 re f"));

        var hit = covered.Single(hit => hit.Rule == ScreeningRules.Covered);
        hit.Severity.ShouldBe(ScreeningSeverity.Grave);
        hit.Found.ShouldBe("990***********1079");
        hit.Place.Page.ShouldBe(1);
        plain.ShouldNotContain(found => found.Rule == ScreeningRules.Covered);
    }

    [Fact]
    public async Task A_pdf_says_who_made_it() =>
        (await Of("通知.pdf", SamplePdf.Of([(100, 100, "Notice")]))).ShouldContain(hit => hit.Rule == ScreeningRules.FileProperty && hit.Found == "TopSecretAuthor");

    [Fact]
    public async Task A_photograph_says_where_it_was_taken_and_is_cleaned_of_it()
    {
        (await Of("现场.jpg", Photograph)).Select(hit => hit.Found).ShouldBe(["作者", "拍摄位置"]);

        var cleaned = AttachmentScreening.Clean(Photograph)!;

        (await Of("现场.jpg", cleaned.Content)).ShouldBeEmpty();
        cleaned.Content.AsSpan().EndsWith(Photograph.AsSpan(^25..)).ShouldBeTrue("what is shown is as it was");
        cleaned.Content.AsSpan().IndexOf("Exif"u8).ShouldBeGreaterThan(0, "it is still shown the same way up");
    }

    [Fact]
    public async Task A_drawing_loses_its_notes()
    {
        byte[] drawing = [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", new byte[13]), .. Chunk("tEXt", "Author\0Li Si"u8.ToArray()), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];

        (await Of("图.png", drawing)).ShouldHaveSingleItem().Found.ShouldBe("作者");
        Encoding.Latin1.GetString(AttachmentScreening.Clean(drawing)!.Content).ShouldNotContain("Li Si");
    }

    [Fact]
    public async Task What_cannot_be_looked_into_is_told_and_never_passed_over()
    {
        foreach (var file in (byte[][])[[], [0x50, 0x4B, 5, 6, .. new byte[18]], "%PDF-1.4 broken"u8.ToArray(), [0x1F, 0x8B, 8, 0], [1, 2, 3, 0, 255], "GIF89a"u8.ToArray()])
        {
            (await Of("附件", file)).ShouldContain(hit => hit.Rule == ScreeningRules.Unreadable, Convert.ToHexString(file));
        }
    }

    private static Task<IReadOnlyList<ScreeningHit>> Of(string name, byte[] file) =>
        AttachmentScreening.OfAsync(name, file, WordBook.BuiltIn, new ScreeningSettings(new DateOnly(2026, 3, 20), DisclosureAttribute.Proactive), TestContext.Current.CancellationToken);

    private static byte[] Chunk(string kind, byte[] content) => [0, 0, 0, (byte)content.Length, .. Encoding.ASCII.GetBytes(kind), .. content, 0, 0, 0, 0];

    private static byte[] Pdf(string content) => Encoding.ASCII.GetBytes($"""
        %PDF-1.4
        1 0 obj
        << /Type /Catalog /Pages 2 0 R >>
        endobj
        2 0 obj
        << /Type /Pages /Count 1 /Kids [3 0 R] >>
        endobj
        3 0 obj
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 4 0 R >> >> /Contents 5 0 R >>
        endobj
        4 0 obj
        << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
        endobj
        5 0 obj
        << /Length {content.Length} >>
        stream
        {content}
        endstream
        endobj
        trailer
        << /Root 1 0 R >>
        %%EOF
        """);
}
