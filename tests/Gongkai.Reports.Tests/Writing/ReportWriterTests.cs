using FsCheck;
using FsCheck.Fluent;
using Gongkai.Reports.Writing;

namespace Gongkai.Reports.Tests.Writing;

public sealed class ReportWriterTests
{
    [Theory]
    [InlineData(WriteFormat.Json)]
    [InlineData(WriteFormat.Docx)]
    [InlineData(WriteFormat.Html)]
    [InlineData(WriteFormat.Csv)]
    [InlineData(WriteFormat.Xlsx)]
    public void The_same_report_gives_the_same_bytes(WriteFormat format) =>
        Prop.ForAll(AnyReport.Arbitrary, report => Written.Bytes(report, format).ShouldBe(Written.Bytes(report, format)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Theory]
    [InlineData(".docx", WriteFormat.Docx)]
    [InlineData("年报.HTML", WriteFormat.Html)]
    [InlineData("page.htm", WriteFormat.Html)]
    [InlineData("json", WriteFormat.Json)]
    [InlineData("a.b.csv", WriteFormat.Csv)]
    [InlineData("x.xlsx", WriteFormat.Xlsx)]
    public void The_extension_says_the_format(string name, WriteFormat format) => ReportWriter.FromExtension(name).ShouldBe(format);

    [Theory]
    [InlineData("")]
    [InlineData("report.pdf")]
    [InlineData("docx.")]
    public void Another_extension_is_none(string name) => ReportWriter.FromExtension(name).ShouldBeNull();

    [Theory]
    [InlineData(WriteFormat.Docx)]
    [InlineData(WriteFormat.Html)]
    [InlineData(WriteFormat.Xlsx)]
    public void A_report_without_anything_is_written_too(WriteFormat format) => Written.Bytes(new AnnualReport(), format).ShouldNotBeEmpty();
}
