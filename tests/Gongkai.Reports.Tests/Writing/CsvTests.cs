using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gongkai.Reports.Csv;

namespace Gongkai.Reports.Tests.Writing;

public sealed class CsvTests
{
    private const string Header = "agency,year,address,label,kind,value\r\n";

    [Fact]
    public void A_report_written_and_read_again_is_the_same_report() =>
        Prop.ForAll(AnyReport.Arbitrary, report => ReportCsv.Read(Bytes(report)).Report.ShouldNotBeNull().ShouldBeTheSameAs(report))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void One_row_a_figure_with_its_labels()
    {
        var lines = Encoding.UTF8.GetString(Bytes(SampleReport.Of(Edition.National2021))).Split("\r\n");

        lines[0].ShouldBe("agency,year,address,label,kind,value");
        lines.ShouldContain("云岭县石桥镇人民政府,2024,requests.granted.natural,（一）予以公开 自然人,number,22");
        lines.ShouldContain("云岭县石桥镇人民政府,2024,signedOn,落款日期,section,2025-01-20");
    }

    [Fact]
    public void For_Excel_it_begins_with_a_byte_order_mark_and_reads_the_same()
    {
        using var stream = new MemoryStream();
        ReportCsv.Write(stream, SampleReport.Of(Edition.National2021), byteOrderMark: true);

        stream.ToArray().AsSpan(0, 3).SequenceEqual(Encoding.UTF8.Preamble).ShouldBeTrue();
        ReportCsv.Read(stream.ToArray()).Report.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    public void No_text_can_be_taken_for_a_formula(string text)
    {
        var report = SampleReport.Of(Edition.National2021, ("proactive.licences", Cell.Text(text))) with { Title = text, Signatory = text, Agency = text };

        using var csv = CsvHelper.CsvReader.Create(Bytes(report), new CsvHelper.CsvReaderOptions { Separator = ',' });
        while (csv.Read())
        {
            for (var index = 0; index < csv.FieldCount; index++)
            {
                (csv.GetString(index) is ['=' or '+' or '-' or '@' or '\t', ..]).ShouldBeFalse();
            }
        }
    }

    [Theory]
    [InlineData("甲,2024,proactive.licences,,number,5\r\n乙,2024,proactive.penalties,,number,1", "第3行")]
    [InlineData("甲,2024,proactive.licences,,number,5\r\n甲,2024,proactive.licences,,number,6", "出现了两次")]
    [InlineData("甲,去年,proactive.licences,,number,5", "年度")]
    [InlineData("甲,2024,proactive.licences,,purple,5", "kind")]
    [InlineData("甲,2024,proactive.licences", "只有3栏")]
    [InlineData("甲,2024,sections.9,,section,字", "1到6")]
    public void A_row_that_cannot_be_right_is_named(string rows, string expected) =>
        ReportCsv.Read(Encoding.UTF8.GetBytes(Header + rows)).Failure.ShouldNotBeNull().ShouldContain(expected);

    [Fact]
    public void A_number_that_is_none_is_unreadable()
    {
        var outcome = ReportCsv.Read(Encoding.UTF8.GetBytes(Header + "甲,2024,proactive.licences,,number,约5"));

        outcome.Report.ShouldNotBeNull().Figures[FigureAddress.Parse("proactive.licences", null)].ShouldBe(Cell.Unreadable("约5"));
    }

    [Fact]
    public void Another_table_is_not_ours() =>
        ReportCsv.Read("name,age\r\n张三,5"u8.ToArray()).Failure.ShouldNotBeNull();

    private static byte[] Bytes(AnnualReport report)
    {
        using var stream = new MemoryStream();
        ReportCsv.Write(stream, report);
        return stream.ToArray();
    }
}
