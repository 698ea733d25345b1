using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading.Excel;

public sealed class ExcelReaderTests
{
    private const string Namespaces = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    [Fact]
    public void Numbers_are_printed_as_they_are_shown() =>
        Read(Sheet(Row(1, Text("A1", "甲"), Number("B1", "5"), Number("C1", "7.0487"), Number("D1", "0.30000000000000004"), Number("E1", "-11"))))
            .ShouldBe(["[甲|5|7.0487|0.3|-11]"]);

    [Fact]
    public void Merged_cells_are_spans() =>
        Read(Sheet(
            Row(1, Text("A1", "说明"), Text("C1", "申请人")) + Row(2, Text("C2", "自然人"), Text("D2", "总计")) + Row(3, Text("A3", "收到"), Number("C3", "1"), Number("D3", "1")),
            "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"C1:D1\"/><mergeCell ref=\"A3:B3\"/></mergeCells>"))
            .ShouldBe(["[说明+2x2|申请人+2x1]", "[自然人@2|总计]", "[收到+2x1|1|1]"]);

    [Fact]
    public void A_formula_is_what_it_last_came_to() =>
        Read(Sheet(Row(1, Text("A1", "甲"), "<c r=\"B1\"><f>1+2</f><v>3</v></c>"))).ShouldBe(["[甲|3]"]);

    [Fact]
    public void A_formula_that_failed_is_no_number() =>
        Read(Sheet(Row(1, Text("A1", "甲"), "<c r=\"B1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", Number("C1", "2")))).ShouldBe(["[甲||2]"]);

    [Fact]
    public void A_blank_cell_keeps_its_place() =>
        Read(Sheet(Row(1, Text("A1", "甲"), Number("C1", "2")) + Row(2, Text("A2", "乙"), Number("B2", "3"), Number("C2", "4")))).ShouldBe(["[甲||2]", "[乙|3|4]"]);

    [Fact]
    public void Hidden_sheets_rows_and_columns_are_not_read()
    {
        Read(Sheet(Row(1, Text("A1", "甲"), Number("B1", "1"), Number("C1", "2")) + "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>9</v></c></row>" + Row(3, Text("A3", "乙"), Number("B3", "3"), Number("C3", "4")), before: "<cols><col min=\"2\" max=\"2\" width=\"0\" hidden=\"1\" customWidth=\"1\"/></cols>"))
            .ShouldBe(["[甲|2]", "[乙|4]"]);
        Read(Sheet(Row(1, Text("A1", "甲"), Number("B1", "1"))), hiddenSheet: Sheet(Row(1, Text("A1", "旧"), Number("B1", "9")))).ShouldBe(["[甲|1]"]);
    }

    [Fact]
    public void Text_of_sections_in_the_first_column_becomes_paragraphs()
    {
        var prose = string.Concat(Enumerable.Repeat("本年度我镇持续推进各项公开工作。", 12));
        Read(Sheet(Row(1, Text("A1", "甲"), Number("B1", "1")) + Row(2, Text("A2", prose)) + Row(3, Text("A3", "乙"), Number("B3", "2")))).ShouldBe(["[甲|1]", prose, "[乙|2]"]);
        Read(Sheet(Row(1, Text("A1", "一、总体情况")) + Row(2, Text("A2", prose)))).ShouldBe(["一、总体情况", prose]);
    }

    [Fact]
    public void A_truncated_workbook_gives_a_sentence()
    {
        var file = Workbook(Sheet(Row(1, Text("A1", "甲"), Number("B1", "1"))));
        Blocks.Failure(file[..(file.Length / 2)]).ShouldNotBeEmpty();
        Blocks.Failure(Blocks.Zip(("xl/workbook.xml", "<workbook"))).ShouldContain("Excel");
    }

    [Fact]
    public void A_bomb_is_refused() =>
        Blocks.Failure(Workbook(Sheet(Row(1, Text("A1", new string('政', 2_000_000))))), ReadLimits.Default with { UnpackedBytes = 1_000_000 }).ShouldContain("压缩炸弹");

    private static string[] Read(string sheet, string? hiddenSheet = null) => Blocks.Of(Blocks.Read(Workbook(sheet, hiddenSheet)));

    private static string Text(string cell, string text) => $"<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string Number(string cell, string number) => $"<c r=\"{cell}\"><v>{number}</v></c>";

    private static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    private static string Sheet(string rows, string after = "", string before = "") =>
        $"<worksheet {Namespaces}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>";

    private static byte[] Workbook(string sheet, string? hiddenSheet = null) => Blocks.Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("xl/workbook.xml", $"<workbook {Namespaces}><sheets>{(hiddenSheet is null ? "" : "<sheet name=\"旧\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/>")}<sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/worksheets/sheet2.xml", hiddenSheet ?? Sheet("")));
}
