using Gongkai.Platform.Filings.Bulk;
using Gongkai.Reports;

namespace Gongkai.Platform.Tests.Filings;

public sealed class AgencyMatchingTests
{
    private const int Town = 1;
    private const int Bureau = 2;
    private const int Office = 3;
    private const int County = 4;

    private static readonly AgencyMatching Matching = new(
        [
            new KnownAgency(Town, ["青禾县云溪镇人民政府", "云溪镇"]),
            new KnownAgency(Bureau, ["青禾县农业农村局", "农业农村局", "青禾县农业局"]),
            new KnownAgency(Office, ["青禾县人民政府办公室", "县政府办"]),
            new KnownAgency(County, ["青禾县人民政府", "县政府"]),
        ],
        "青禾县人民政府");

    [Theory]
    [InlineData("青禾县云溪镇人民政府", "青禾县云溪镇人民政府", "报告.docx", Town)]
    [InlineData("云溪镇", null, "云溪镇.docx", Town)]
    [InlineData("清河市青禾县云溪镇人民政府", "云溪镇人民政府", "1.docx", Town)]
    [InlineData("青禾县农业局", null, "1.docx", Bureau)]
    [InlineData("青 禾 县 农业农村局", "青禾县农业农村局", "农业农村局年报.pdf", Bureau)]
    [InlineData("青禾县人民政府办公室", "青禾县人民政府办公室", "青禾县人民政府办公室.docx", Office)]
    [InlineData("青禾县人民政府", "青禾县人民政府", "青禾县.docx", County)]
    public void A_report_whose_names_agree_is_certain(string agency, string? signatory, string file, int expected) =>
        Matching.Find(Report(agency, signatory), file, 2025).ShouldBe(new AgencyMatch(expected, null));

    [Theory]
    [InlineData("青禾县云溪镇人民政府", "青禾县农业农村局", "1.docx", "标题和落款")]
    [InlineData("青禾县云溪镇人民政府", null, "农业农村局.docx", "文件名和报告")]
    [InlineData("白鹭县云溪镇人民政府", null, "云溪镇.docx", "不在要报的单位里")]
    [InlineData(null, null, "云溪镇.docx", "只有文件名像")]
    [InlineData(null, null, "1.docx", "认不出")]
    public void A_report_whose_names_do_not_agree_is_for_a_person(string? agency, string? signatory, string file, string why) =>
        Matching.Find(Report(agency, signatory), file, 2025).Doubt.ShouldNotBeNull().ShouldContain(why);

    [Theory]
    [InlineData(2024, "报告写的是 2024 年度")]
    [InlineData(null, "没有写明是哪一年度")]
    public void A_report_of_another_year_is_for_a_person(int? year, string why)
    {
        var match = Matching.Find(Report("青禾县云溪镇人民政府", null) with { Year = year }, "1.docx", 2025);

        match.AgencyId.ShouldBe(Town);
        match.Doubt.ShouldNotBeNull().ShouldContain(why);
    }

    [Fact]
    public void The_county_s_report_is_not_taken_for_that_of_its_office()
    {
        var match = Matching.Find(Report("青禾县人民政府办公室", "青禾县人民政府"), "1.docx", 2025);

        match.Doubt.ShouldNotBeNull();
    }

    private static AnnualReport Report(string? agency, string? signatory) => new()
    {
        Agency = agency, Signatory = signatory, Year = 2025, Title = agency is null ? null : $"{agency}2025年政府信息公开工作年度报告",
    };
}
