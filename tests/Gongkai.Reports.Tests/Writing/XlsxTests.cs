using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using Gongkai.Reports.Writing;

namespace Gongkai.Reports.Tests.Writing;

public sealed class XlsxTests
{
    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Any_report_is_a_valid_workbook() =>
        Prop.ForAll(
                AnyReport.Arbitrary,
                report =>
                {
                    using var document = SpreadsheetDocument.Open(new MemoryStream(Written.Bytes(report, WriteFormat.Xlsx)), isEditable: false);
                    new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)
                        .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Totals_that_are_sums_are_live_sums_with_the_printed_figure_in_them()
    {
        var cells = Cells(SampleReport.Of(Edition.National2021));

        // Title, a blank row and table two take 14 rows; table three begins in row 17 with its three header rows.
        var header = cells.Single(cell => cell.Text == "申请人情况").Row;
        var received = header + 3;
        cells.Single(cell => cell.At == $"O{received}").ShouldBe(new Printed($"O{received}", received, "24", $"SUM(I{received}:N{received})"));
        var concluded = cells.Single(cell => cell.Text == "（七）总计").Row;
        cells.Single(cell => cell.At == $"I{concluded}").Formula.ShouldBe($"SUM(I{received + 2}:I{concluded - 1})");
        cells.Count(cell => cell.Formula.Length > 0).ShouldBe(25 + 6 + 3);
        cells.ShouldNotContain(cell => cell.Text.StartsWith("核对", StringComparison.Ordinal));
    }

    [Fact]
    public void A_total_that_is_no_sum_stays_as_printed_with_the_difference_beside_it()
    {
        var cells = Cells(SampleReport.Of(
            Edition.National2021,
            ("requests.received.total", Cell.Number(25)),
            ("disputes.reconsideration.total", Cell.Number(2))));

        var received = cells.Single(cell => cell.Text == "申请人情况").Row + 3;
        cells.Single(cell => cell.At == $"O{received}").ShouldBe(new Printed($"O{received}", received, "25", ""));
        cells.Single(cell => cell.At == $"Q{received}").ShouldBe(new Printed($"Q{received}", received, "-1", $"SUM(I{received}:N{received})-O{received}"));
        cells.Count(cell => cell.Formula.Contains('-', StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void Where_a_part_was_not_read_there_is_no_sum()
    {
        var cells = Cells(SampleReport.Of(Edition.National2021, ("requests.received.other", Cell.Unreadable("?"))));

        var received = cells.Single(cell => cell.Text == "申请人情况").Row + 3;
        cells.Single(cell => cell.At == $"O{received}").Formula.ShouldBe("");
        cells.Single(cell => cell.At == $"N{received}").Text.ShouldBe("〔未读出〕?");
    }

    [Fact]
    public void Text_is_never_a_formula_nor_a_code()
    {
        var cells = Cells(SampleReport.Of(
            Edition.National2021,
            ("proactive.licences", Cell.Text("=1+1")),
            ("proactive.penalties", Cell.Text("_x0041_"))));

        cells.Single(cell => cell.Text == "=1+1").Formula.ShouldBe("");
        cells.ShouldContain(cell => cell.Text == "_x005F_x0041_");
    }

    [Fact]
    public void The_text_stands_on_the_second_sheet()
    {
        var sheet = Written.Part(SampleReport.Of(Edition.National2021), WriteFormat.Xlsx, "xl/worksheets/sheet2.xml");

        var lines = sheet.Descendants(S + "t").Select(text => text.Value).ToList();
        lines.ShouldContain("一、总体情况");
        lines[^2..].ShouldBe(["云岭县石桥镇人民政府", "2025年1月20日"]);
    }

    private static List<Printed> Cells(AnnualReport report) =>
    [
        .. Written.Part(report, WriteFormat.Xlsx, "xl/worksheets/sheet1.xml").Descendants(S + "row")
            .SelectMany(row => row.Elements(S + "c").Select(cell => new Printed(
                cell.Attribute("r")!.Value,
                int.Parse(row.Attribute("r")!.Value, System.Globalization.CultureInfo.InvariantCulture),
                cell.Element(S + "v")?.Value ?? cell.Descendants(S + "t").SingleOrDefault()?.Value ?? "",
                cell.Element(S + "f")?.Value ?? ""))),
    ];

    private sealed record Printed(string At, int Row, string Text, string Formula);
}
