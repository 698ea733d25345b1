using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Gongkai.Reports.Form;
using Gongkai.Reports.Json;

namespace Gongkai.Reports.Tests.Writing;

public sealed class JsonTests
{
    [Fact]
    public void A_report_written_and_read_again_is_the_same_report() =>
        Prop.ForAll(AnyReport.Arbitrary, report => ReportJson.Read(Bytes(report)).Report.ShouldNotBeNull().ShouldBeTheSameAs(report))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void A_number_stands_in_the_tree_and_any_other_cell_is_null_with_an_entry_in_cells()
    {
        var root = Root(SampleReport.Of(
            Edition.National2021,
            ("requests.withheld.stateSecret.natural", Cell.Unreadable("3 5")),
            ("proactive.charges", Cell.Number(7.05m)),
            ("proactive.licences", Cell.Dash("/"))));

        root.GetProperty("format").GetString().ShouldBe("gongkai.report/1");
        root.GetProperty("requests").GetProperty("received").GetProperty("total").GetInt32().ShouldBe(24);
        root.GetProperty("proactive").GetProperty("charges").GetRawText().ShouldBe("7.05");
        root.GetProperty("requests").GetProperty("withheld").GetProperty("stateSecret").GetProperty("natural").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("cells").GetRawText().ShouldBe(
            """{"proactive.licences":{"kind":"dash","raw":"/"},"requests.withheld.stateSecret.natural":{"kind":"unreadable","raw":"3 5"}}""");
    }

    [Fact]
    public void Money_without_decimals_is_written_with_one() =>
        Root(SampleReport.Of(Edition.National2021)).GetProperty("proactive").GetProperty("charges").GetRawText().ShouldBe("0.0");

    [Fact]
    public void The_form_of_2021_has_the_three_rows_and_no_whole() =>
        Root(SampleReport.Of(Edition.National2021)).GetProperty("requests").GetProperty("otherwise").EnumerateObject()
            .Select(row => row.Name).ShouldBe(["clarificationOverdue", "feeOverdue", "other"]);

    [Theory]
    [InlineData(Edition.Trial2019)]
    [InlineData(Edition.National2021)]
    public void Where_row_six_is_one_row_the_three_under_it_are_missing(Edition edition)
    {
        var report = SampleReport.Of(edition)
            .Without(figure => figure.Name.StartsWith("requests.otherwise.", StringComparison.Ordinal));
        report = report with
        {
            Figures = report.Figures.With([KeyValuePair.Create(NationalForm.Request(RequestRow.OtherwiseWhole, ApplicantColumn.Total), Cell.Number(1))]),
        };

        var root = Root(report);

        root.GetProperty("requests").GetProperty("otherwise").GetProperty("whole").GetProperty("total").GetInt32().ShouldBe(1);
        root.GetProperty("requests").GetProperty("otherwise").GetProperty("other").GetProperty("total").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("cells").GetProperty("requests.otherwise.other.total").GetProperty("kind").GetString().ShouldBe("missing");
    }

    [Fact]
    public void Table_two_of_2019_has_its_own_name()
    {
        var root = Root(SampleReport.Of(Edition.Trial2019));

        root.GetProperty("edition").GetString().ShouldBe("2019");
        root.GetProperty("proactive2019").GetProperty("procurement").GetProperty("amount").GetRawText().ShouldBe("0.0");
        root.TryGetProperty("proactive", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_finding_says_where_what_and_how_to_mend_it()
    {
        var address = FigureAddress.Parse("requests.received.natural", null);
        var finding = new Finding("requests.balance", Severity.Error, "应为24件")
        {
            At = [address],
            Expected = "24",
            Actual = "1",
            Mends = [new Mend([new MendedCell(address, 1, 23)])],
        };
        var ofSection = new Finding("sections.present", Severity.Warning, "缺第三节") { Section = 3 };

        var findings = Root(SampleReport.Of(Edition.National2021), finding, ofSection).GetProperty("findings");

        findings[0].GetRawText().ShouldBe(
            """{"rule":"requests.balance","severity":"error","at":["requests.received.natural"],"message":"应为24件","expected":"24","actual":"1","mend":[{"set":{"requests.received.natural":23},"changes":1}]}""");
        findings[1].GetProperty("at")[0].GetString().ShouldBe("sections.3");
    }

    [Fact]
    public void One_report_in_an_array_is_read_and_unknown_names_are_passed_over()
    {
        var text = """[{"format":"gongkai.report/1","colour":"red","year":2024,"requests":{"received":{"natural":5,"aliens":1}},"proactive":{"licences":null}}]""";

        var report = ReportJson.Read(Encoding.UTF8.GetBytes(text)).Report.ShouldNotBeNull();

        report.Year.ShouldBe(2024);
        report.Figures[RequestRow.Received, ApplicantColumn.Natural].Value.ShouldBe(5);
        report.Figures[FigureAddress.Parse("proactive.licences", null)].Kind.ShouldBe(CellKind.Missing);
    }

    [Theory]
    [InlineData("""{"requests":{"received":{"natural":"5"}}}""", "5")]
    [InlineData("""{"requests":{"received":{"natural":true}}}""", "true")]
    [InlineData("""{"requests":{"received":{"natural":[1]}}}""", "[1]")]
    [InlineData("""{"requests":{"received":{"natural":1e400}}}""", "1e400")]
    [InlineData("""{"requests":{"received":{"natural":5}},"cells":{"requests.received.natural":{"kind":"dash","raw":"/"}}}""", "5 /")]
    public void What_is_not_surely_a_number_is_unreadable(string json, string raw)
    {
        var text = """{"format":"gongkai.report/1",""" + json[1..];

        var cell = ReportJson.Read(Encoding.UTF8.GetBytes(text)).Report.ShouldNotBeNull().Figures[RequestRow.Received, ApplicantColumn.Natural];

        cell.Kind.ShouldBe(CellKind.Unreadable);
        cell.Raw.ShouldBe(raw);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{},{}]")]
    [InlineData("{}")]
    [InlineData("""{"format":"other/1"}""")]
    [InlineData("""{"format":"gongkai.report/1","year":"2024"}""")]
    [InlineData("""{"format":"gongkai.report/1","edition":"2030"}""")]
    [InlineData("""{"format":"gongkai.report/1","requests":5}""")]
    [InlineData("""{"format":"gongkai.report/1","requests":{"received":5}}""")]
    [InlineData("""{"format":"gongkai.report/1","cells":{"requests.received.natural":{"kind":"purple"}}}""")]
    [InlineData("""{"format":"gongkai.report/1","sections":[{"number":9}]}""")]
    [InlineData("""{"format":"gongkai.report/1","signedOn":"20/1/2025"}""")]
    [InlineData("""{"format":"gongkai.report/1","title":"\uD800"}""")]
    [InlineData("""{"format":"gongkai.report/1","requests":{"\uD800":1}}""")]
    [InlineData("""{"format":"gongkai.report/1","year":1,"year":2}""")]
    public void What_cannot_be_read_is_one_line_in_Chinese(string json)
    {
        var outcome = ReportJson.Read(Encoding.UTF8.GetBytes(json));

        outcome.Report.ShouldBeNull();
        outcome.Failure.ShouldNotBeNull().ShouldNotContain("\n");
    }

    [Fact]
    public void Deep_nesting_and_bytes_that_are_no_text_are_refused()
    {
        ReportJson.Read(Encoding.UTF8.GetBytes(new string('[', 100_000))).Failure.ShouldNotBeNull();
        ReportJson.Read(new byte[] { 0x7B, 0xFF, 0xFE, 0x7D }).Failure.ShouldNotBeNull();
    }

    [Fact]
    public void Any_damage_gives_a_report_or_a_sentence()
    {
        var bytes = Bytes(SampleReport.Of(Edition.National2021));
        Prop.ForAll(
                Gen.Choose(0, bytes.Length - 1).Two().Zip(Gen.Choose(0, 255)).ToArbitrary(),
                damage =>
                {
                    var ((at, length), value) = damage;
                    var damaged = bytes.ToArray();
                    damaged[at] = (byte)value;
                    ReportJson.Read(damaged.AsMemory(0, Math.Max(length, at)));
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Chinese_is_not_escaped() =>
        Encoding.UTF8.GetString(Bytes(SampleReport.Of(Edition.National2021))).ShouldContain("云岭县石桥镇人民政府");

    private static JsonElement Root(AnnualReport report, params Finding[] findings) => JsonDocument.Parse(Bytes(report, findings)).RootElement;

    private static byte[] Bytes(AnnualReport report, params Finding[] findings)
    {
        using var stream = new MemoryStream();
        ReportJson.Write(stream, report, findings);
        return stream.ToArray();
    }
}
