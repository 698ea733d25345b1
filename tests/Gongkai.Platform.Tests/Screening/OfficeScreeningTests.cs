using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongkai.Platform.Screening;
using Gongkai.Testing;

namespace Gongkai.Platform.Tests.Screening;

/// <summary>What one does not see in a file is named with its place, and taken out where that changes nothing that one sees.</summary>
public sealed class OfficeScreeningTests
{
    [Fact]
    public void A_word_file_tells_all_that_it_hides()
    {
        var found = OfficeScreening.Screen(WordFiles.Everything())!;

        found.Complaint.ShouldBeNull();
        Lines(found).ShouldBe(
        [
            "Comment 第 1 条批注（王审核 2026-01-05） 这个人要保密",
            "HeaderFooter 页眉 内部资料",
            "HiddenText 正文第 5 段 隐藏的底价",
            "Property 作者 张科长",
            "Property 最后保存者 赵股长",
            "Property 单位 某某公司",
            "TrackedChange 正文第 2 段，删除（李拟稿） 删掉的话。",
            "TrackedChange 正文第 2 段，插入（李拟稿） 补上的话。",
            "TrackedChange 正文第 3 段，删除（李拟稿） ",
        ], ignoreOrder: true);
        found.NeedsWord.ShouldBeTrue();
    }

    [Fact]
    public void A_cleaned_word_file_says_what_one_saw_and_nothing_more()
    {
        var cleaned = OfficeCleaning.Clean(WordFiles.Everything())!;

        cleaned.Left.ShouldBeEmpty();
        OfficeScreening.Screen(cleaned.Content)!.Hits.ShouldHaveSingleItem().Kind.ShouldBe(HiddenKind.HeaderFooter);
        WordFiles.TextsOf(cleaned.Content).ShouldBe(["第一句话。", "第二句话。补上的话。", "上半句下半句", "看得见的"]);
        ShouldNotHold(cleaned.Content, "保密", "删掉的话", "底价", "张科长", "赵股长", "某某公司", "王审核", "李拟稿");
        using var word = WordprocessingDocument.Open(new MemoryStream(cleaned.Content), isEditable: false);
        WordFiles.ShouldBeValid(word);
    }

    [Fact]
    public void A_file_that_hides_nothing_passes()
    {
        var plain = WordFiles.With(_ => { });

        OfficeScreening.Screen(plain)!.Hits.ShouldBeEmpty();
        OfficeScreening.Screen(plain)!.NeedsWord.ShouldBeFalse();
        OfficeScreening.Screen("%PDF-1.4"u8.ToArray()).ShouldBeNull();
        OfficeScreening.Screen("文字"u8.ToArray()).ShouldBeNull();
        OfficeCleaning.Clean("文字"u8.ToArray()).ShouldBeNull();
    }

    [Fact]
    public void An_excel_file_tells_all_that_it_hides_where_something_stands()
    {
        var found = OfficeScreening.Screen(ExcelFiles.Everything())!;

        Lines(found).ShouldBe(
        [
            "HiddenRows 工作表“清册”第 2–3 行 ",
            "HiddenColumns 工作表“清册”第 B 列 ",
            "Comment 工作表“清册”单元格 A1 这一户有争议",
            "HiddenSheet 工作表“底稿” ",
            "HiddenSheet 工作表“深处” 深度隐藏，“取消隐藏”的菜单里也看不到",
            "Property 作者 张科长",
        ], ignoreOrder: true);
    }

    [Fact]
    public void A_cleaned_excel_file_keeps_its_visible_sheet_and_says_what_is_left_to_do_by_hand()
    {
        var cleaned = OfficeCleaning.Clean(ExcelFiles.Everything())!;

        cleaned.Left.Select(hit => hit.Kind).ShouldBe([HiddenKind.HiddenRows, HiddenKind.HiddenColumns], ignoreOrder: true);
        ShouldNotHold(cleaned.Content, "底稿", "深处", "争议", "王审核", "张科长");
        using var book = SpreadsheetDocument.Open(new MemoryStream(cleaned.Content), isEditable: false);
        WordFiles.ShouldBeValid(book);
        book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ShouldHaveSingleItem().Name!.Value.ShouldBe("清册");
        book.WorkbookPart.WorksheetParts.ShouldHaveSingleItem().Worksheet.InnerText.ShouldContain("清册4");
    }

    [Fact]
    public void A_text_that_only_a_hidden_sheet_showed_does_not_stay_among_the_texts_of_the_book()
    {
        var cleaned = OfficeCleaning.Clean(ExcelFiles.WithSharedTexts())!;

        cleaned.Left.ShouldBeEmpty();
        ShouldNotHold(cleaned.Content, "王建国");
        using var book = SpreadsheetDocument.Open(new MemoryStream(cleaned.Content), isEditable: false);
        WordFiles.ShouldBeValid(book);
        var texts = book.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().ToList();
        var shown = book.WorkbookPart.WorksheetParts.ShouldHaveSingleItem().Worksheet.Descendants<Cell>().Select(cell => texts[int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)].InnerText);
        shown.ShouldBe(["户主", "李某"], "what one sees is as it was");
    }

    [Theory]
    [InlineData("底稿!A1")]
    [InlineData("SUM('底稿'!A1:A2)")]
    public void A_hidden_sheet_on_which_a_visible_one_builds_stays_and_is_named(string formula)
    {
        var cleaned = OfficeCleaning.Clean(ExcelFiles.Everything(formula))!;

        cleaned.Left.Where(hit => hit.Kind == HiddenKind.HiddenSheet).ShouldHaveSingleItem().Place.ShouldBe("工作表“底稿”");
        ShouldNotHold(cleaned.Content, "深处");
    }

    [Fact]
    public void What_is_embedded_is_named()
    {
        var file = WordFiles.With(word =>
        {
            using var content = new MemoryStream("whatever"u8.ToArray());
            word.MainDocumentPart!.AddEmbeddedPackagePart("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").FeedData(content);
        });

        OfficeScreening.Screen(file)!.Hits.ShouldHaveSingleItem().Kind.ShouldBe(HiddenKind.EmbeddedObject);
        OfficeCleaning.Clean(file)!.Left.ShouldHaveSingleItem().Kind.ShouldBe(HiddenKind.EmbeddedObject);
    }

    [Fact]
    public void Old_formats_are_looked_into_as_well()
    {
        Assert.SkipUnless(OfficeProgram.IsInstalled, "没有安装 LibreOffice，跳过。");
        var old = OfficeProgram.Convert([("text.docx", WordFiles.With(WordFiles.AddComment))], "doc");

        var found = OfficeScreening.Screen(old[0])!;

        found.Complaint.ShouldBeNull();
        found.Hits.ShouldContain(hit => hit.Kind == HiddenKind.Comment && hit.Excerpt == "这个人要保密");
        OfficeCleaning.Clean(old[0])!.Left.ShouldNotContain(hit => hit.Kind == HiddenKind.Comment);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_the_bytes_there_are_hits_or_one_sentence(int seed)
    {
        var random = new Random(seed);
        byte[][] sources = [WordFiles.Everything(), ExcelFiles.Everything()];
        for (var round = 0; round < 100; round++)
        {
            var damaged = (byte[])sources[round % 2].Clone();
            for (var hit = 0; hit < 8; hit++)
            {
                damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
            }

            var found = OfficeScreening.Screen(damaged);
            (found is null || found.Complaint is null || found.Complaint.EndsWith('。')).ShouldBeTrue();
            OfficeCleaning.Clean(damaged)?.Content.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_bomb_and_a_file_full_of_entities_are_refused_or_passed_over()
    {
        OfficeScreening.Screen(Zip(("word/document.xml", new string(' ', 130_000_000))))!.Complaint!.ShouldContain("太大");
        OfficeScreening.Screen(Zip(
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", """<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>""")))!.Hits.ShouldBeEmpty();
        OfficeScreening.Screen(Zip(("xl/workbook.xml", "not xml at all")))!.Hits.ShouldBeEmpty();
    }

    private static IEnumerable<string> Lines(ScreeningResult found) => found.Hits.Select(hit => $"{hit.Kind} {hit.Place} {hit.Excerpt}");

    private static void ShouldNotHold(byte[] file, params string[] words)
    {
        using var archive = new ZipArchive(new MemoryStream(file, writable: false));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            var text = reader.ReadToEnd();
            foreach (var word in words)
            {
                text.Contains(word, StringComparison.Ordinal).ShouldBeFalse($"{word} in {entry.FullName}");
            }
        }
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
