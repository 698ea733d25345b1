using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading.Pdf;

public sealed class PdfReaderTests
{
    private static readonly double[] Columns = [50, 200, 250, 300, 350];

    public PdfReaderTests()
    {
        if (!Array.Exists((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), static folder => File.Exists(Path.Combine(folder, "pdftotext"))))
        {
            Assert.Skip("poppler-utils is not installed");
        }
    }

    private static string[] Read(PdfFile file) => Blocks.Of(Blocks.Read(file.ToBytes()));

    [Fact]
    public void A_word_belongs_to_the_cell_whose_lines_are_around_it_and_an_empty_cell_stays_empty()
    {
        var file = new PdfFile().Page().Grid(Columns, [100, 120, 140])
            .Text(55, 114, "alpha").Text(222, 114, "1").Text(272, 114, "20").Text(315, 114, "300")
            .Text(55, 134, "beta").Text(222, 134, "4").Text(315, 134, "600");
        Read(file).ShouldBe(["[alpha|1|20|300]", "[beta|4||600]"]);
    }

    [Fact]
    public void A_missing_line_is_a_merged_cell()
    {
        var file = new PdfFile().Page()
            .Line(50, 100, 350, 100).Line(200, 120, 350, 120).Line(50, 140, 350, 140).Line(50, 160, 350, 160)
            .Line(50, 100, 50, 160).Line(200, 100, 200, 160).Line(250, 120, 250, 160).Line(300, 120, 300, 160).Line(350, 100, 350, 160)
            .Text(55, 124, "corner").Text(240, 114, "applicants").Text(222, 134, "n").Text(272, 134, "c").Text(322, 134, "t")
            .Text(55, 154, "row").Text(222, 154, "1").Text(272, 154, "2").Text(322, 154, "3");
        Read(file).ShouldBe(["[corner+1x2|applicants+3x1]", "[n@1|c|t]", "[row|1|2|3]"]);
    }

    [Fact]
    public void Rules_may_be_thin_boxes_drawn_cell_by_cell()
    {
        var file = new PdfFile().Page();
        foreach (var y in new[] { 100, 120, 140 })
        {
            file.Bar(50, y, 150, 0.5).Bar(200, y, 50, 0.5);
        }

        foreach (var x in new[] { 50, 200, 250 })
        {
            file.Bar(x, 100, 0.5, 20).Bar(x, 120, 0.5, 20.5);
        }

        Read(file.Text(55, 114, "alpha").Text(222, 114, "1").Text(55, 134, "beta").Text(222, 134, "2")).ShouldBe(["[alpha|1]", "[beta|2]"]);
    }

    [Fact]
    public void A_row_with_a_word_across_a_line_is_given_raw()
    {
        var file = new PdfFile().Page().Grid(Columns, [100, 120, 140, 160, 180])
            .Text(55, 114, "alpha").Text(222, 114, "1").Text(272, 114, "2").Text(322, 114, "3")
            .Text(55, 134, "beta").Text(242, 134, "45678").Text(322, 134, "9")
            .Text(55, 154, "gamma").Text(222, 154, "1").Text(272, 154, "2").Text(322, 154, "3")
            .Text(55, 174, "delta").Text(222, 174, "1").Text(272, 174, "2").Text(322, 174, "3");
        Read(file).ShouldBe(["[alpha|1|2|3]", "beta 45678 9", "[gamma|1|2|3]", "[delta|1|2|3]"]);
    }

    [Fact]
    public void A_table_goes_on_over_the_page_without_page_numbers_and_repeated_headers()
    {
        var file = new PdfFile()
            .Page().Grid(Columns, [700, 720, 740])
            .Text(55, 714, "item").Text(205, 714, "n").Text(255, 714, "c").Text(305, 714, "t")
            .Text(55, 734, "alpha").Text(222, 734, "1").Text(272, 734, "2").Text(322, 734, "3").Text(280, 800, "- 1 -")
            .Page().Grid(Columns, [60, 80, 100])
            .Text(55, 74, "item").Text(205, 74, "n").Text(255, 74, "c").Text(305, 74, "t")
            .Text(55, 94, "beta").Text(222, 94, "4").Text(272, 94, "5").Text(322, 94, "6").Text(280, 800, "2");
        Read(file).ShouldBe(["[item|n|c|t]", "[alpha|1|2|3]", "[beta|4|5|6]"]);
    }

    [Fact]
    public void The_rest_of_a_label_on_the_next_page_is_joined_and_no_figure_moves()
    {
        var file = new PdfFile()
            .Page().Grid(Columns, [700, 720, 740])
            .Text(55, 714, "head").Text(222, 714, "7").Text(272, 714, "8").Text(322, 714, "9")
            .Text(55, 734, "alpha and").Text(222, 734, "1").Text(272, 734, "2").Text(322, 734, "3")
            .Page().Grid(Columns, [60, 80, 100]).Text(55, 74, "more").Text(55, 94, "5.beta").Text(222, 94, "4").Text(322, 94, "6");
        Read(file).ShouldBe(["[head|7|8|9]", "[alpha and⏎more|1|2|3]", "[5.beta|4||6]"]);
    }

    [Fact]
    public void A_broad_page_is_read_as_an_upright_one()
    {
        var file = new PdfFile(842, 595).Page().Grid([50, 400, 600, 800], [100, 120, 140])
            .Text(55, 114, "alpha").Text(500, 114, "1").Text(700, 114, "2").Text(55, 134, "beta").Text(700, 134, "3");
        Read(file).ShouldBe(["[alpha|1|2]", "[beta||3]"]);
    }

    [Fact]
    public void Without_lines_columns_are_found_from_where_the_figures_stand()
    {
        var file = new PdfFile().Page().Text(220, 88, "nat").Text(270, 88, "com").Text(320, 88, "sum");
        for (var row = 0; row < 5; row++)
        {
            file.Text(55, 110 + (row * 30), $"{row + 1}.label").Text(225, 110 + (row * 30), "1").Text(325, 110 + (row * 30), "305");
            if (row != 2)
            {
                file.Text(275, 110 + (row * 30), "20");
            }
        }

        var grid = Blocks.OnlyGrid(Blocks.Read(file.ToBytes()));
        grid.Layout.ShouldBe(GridLayout.Placed);
        grid.Rows.Select(Blocks.Row).ShouldBe(
        [
            "[@1|nat|com|sum]", "[1.label@1|1|20|305]", "[2.label@1|1|20|305]", "[3.label@1|1||305]", "[4.label@1|1|20|305]", "[5.label@1|1|20|305]",
        ]);
    }

    [Fact]
    public void Without_lines_a_label_of_several_lines_stands_around_its_figures()
    {
        var file = new PdfFile().Page();
        for (var row = 0; row < 4; row++)
        {
            var middle = 110 + (row * 40);
            file.Text(55, middle - 6, $"{row + 1}.first").Text(55, middle + 6, "second").Text(225, middle, "1").Text(275, middle, "2").Text(325, middle, "3");
        }

        Read(file).ShouldBe([.. Enumerable.Range(1, 4).Select(row => $"[{row}.first⏎second@1|1|2|3]")]);
    }

    [Fact]
    public void Without_lines_figures_that_stand_between_columns_make_no_table()
    {
        var file = new PdfFile().Page();
        for (var row = 0; row < 4; row++)
        {
            file.Text(55, 110 + (row * 20), "label").Text(225 + (row * 14), 110 + (row * 20), "100").Text(275 + (row * 14), 110 + (row * 20), "200").Text(325 + (row * 14), 110 + (row * 20), "300");
        }

        Read(file).ShouldBe(["label 100 200 300", "label 100 200 300", "label 100 200 300", "label 100 200 300"]);
    }

    [Fact]
    public void Lines_of_prose_are_joined_into_paragraphs()
    {
        var full = string.Concat(Enumerable.Repeat("wide words ", 9)).Trim();
        var file = new PdfFile().Page()
            .Text(70, 100, full).Text(50, 118, full + " abc").Text(50, 136, "short end.")
            .Text(70, 154, full).Text(50, 172, "end.");
        Read(file).ShouldBe([$"{full} {full} abc short end.", $"{full} end."]);
    }

    [Fact]
    public void A_pdf_without_text_is_a_scan() => Blocks.Failure(new PdfFile().Page().Bar(50, 50, 400, 400).ToBytes()).ShouldContain("扫描件，没有文字层");

    [Fact]
    public void A_pdf_that_breaks_off_gives_a_sentence()
    {
        Blocks.Failure("%PDF-1.7\n1 0 obj"u8.ToArray()).ShouldContain("PDF");
        var random = new Random(5);
        var junk = new byte[3000];
        random.NextBytes(junk);
        Blocks.Failure([.. "%PDF-1.4\n"u8, .. junk]).ShouldContain("PDF");
    }

    [Fact]
    public void A_pdf_with_a_password_says_so() => Blocks.Failure(Fixture("password.pdf")).ShouldContain("密码");

    [Theory]
    [InlineData("ruled-two-pages.pdf", GridLayout.Exact, 3)]
    [InlineData("unruled-two-pages.pdf", GridLayout.Placed, 2)]
    public void The_request_table_over_two_pages(string name, GridLayout layout, int firstColumn)
    {
        var grid = Blocks.OnlyGrid(Blocks.Read(Fixture(name)));
        grid.Layout.ShouldBe(layout);
        FiguresOf(grid, "一、本年新收政府信息公开申请数量", firstColumn).ShouldBe("0 13 0 1 0 2 16");
        FiguresOf(grid, "2.其他法律行政法规禁止公开", firstColumn).ShouldBe("13 _ 2 104 _ 2 121");
        FiguresOf(grid, "5.要求行政机关确认或重新出具已获取信息", firstColumn).ShouldBe("0 0 0 13 13 0 26");
        FiguresOf(grid, "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", firstColumn).ShouldBe("1 104 13 13 104 _ 235");
        FiguresOf(grid, "四、结转下年度继续办理", firstColumn).ShouldBe("13 0 13 2 2 1 31");
    }

    private static string FiguresOf(SourceGrid grid, string label, int firstColumn)
    {
        var row = grid.Rows.Where(row => row.Cells.Any(cell => cell.Text.Replace("\n", "", StringComparison.Ordinal) == label)).ShouldHaveSingleItem();
        return string.Join(' ', row.Cells.Where(cell => cell.Column >= firstColumn).Select(cell => cell.Text.Length == 0 ? "_" : cell.Text));
    }

    private static byte[] Fixture(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var place in new[] { "Fixtures", "Gongkai.Reports.Tests/Fixtures", "tests/Gongkai.Reports.Tests/Fixtures" })
            {
                var path = Path.Combine(folder.FullName, place, name);
                if (File.Exists(path))
                {
                    return File.ReadAllBytes(path);
                }
            }
        }

        throw new FileNotFoundException(name);
    }
}
