using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

public sealed class CheckSettingsTests
{
    [Fact]
    public void A_rule_is_turned_off_or_graded_anew()
    {
        var broken = Sample.Report("disputes.reconsideration.upheld=1");

        Sample.Check(broken, settings: Parse("""{"rules": {"disputes.total": "warning", "disputes.unmentioned": "off"}}""")).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
        Sample.Check(broken, settings: Parse("""{"rules": {"disputes.total": "off"}}""")).ShouldBeEmpty();
    }

    [Fact]
    public void A_doubtful_finding_is_never_raised()
    {
        var report = Sample.Report() with { SignedOn = new DateOnly(2025, 2, 3) };

        Sample.Check(report, settings: Parse("""{"rules": {"report.late": "warning"}}""")).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Note);
    }

    [Fact]
    public void The_readers_findings_are_graded_too()
    {
        var report = Sample.Report() with { ReadingFindings = [new Finding("read.heading.number", Severity.Note, "标题没有序号。")] };

        Sample.Check(report, settings: Parse("""{"rules": {"read.heading.number": "off"}}""")).ShouldBeEmpty();
        Sample.Check(report).ShouldHaveSingleItem();
    }

    [Fact]
    public void Thresholds_are_read() =>
        Parse("""{"jumpFactor": 3, "similarShare": 0.5, "otherShare": 0.2, "chargesCeiling": 500, "jumpLeast": 5,}""").JumpFactor.ShouldBe(3);

    [Theory]
    [InlineData("""{"rules": {"requests.balanse": "off"}}""", "没有名为“requests.balanse”的规则")]
    [InlineData("""{"rules": {"requests.balance": "fatal"}}""", "规则“requests.balance”的值“fatal”不认识")]
    [InlineData("""{"rules": {"requests.balance": 1}}""", "的值“1”不认识")]
    [InlineData("""{"rules": []}""", "“rules”应是一个对象")]
    [InlineData("""{"jumpFactor": "ten"}""", "“jumpFactor”应是 2 到 1000000 之间的数")]
    [InlineData("""{"similarShare": 80}""", "“similarShare”应是 0 到 1 之间的数，现在是 80。")]
    [InlineData("""{"jumpfactor": 10}""", "没有“jumpfactor”这一项")]
    [InlineData("[]", "应是一个 JSON 对象")]
    [InlineData("{\n\"rules\": {", "第 2 行")]
    public void What_is_wrong_with_the_file_is_said(string json, string expected)
    {
        CheckSettings.Parse(json, out var errors).ShouldBeNull();
        errors.ShouldHaveSingleItem().ShouldContain(expected);
    }

    private static CheckSettings Parse(string json)
    {
        var settings = CheckSettings.Parse(json, out var errors);
        errors.ShouldBeEmpty();
        return settings.ShouldNotBeNull();
    }
}
