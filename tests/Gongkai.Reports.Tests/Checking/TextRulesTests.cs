namespace Gongkai.Reports.Tests.Checking;

public sealed class TextRulesTests
{
    private const string Five =
        "requests.received.natural=4 requests.received.commercial=1 requests.received.total=5 requests.granted.natural=1 requests.granted.total=1 "
        + "requests.unavailable.notHeld.natural=2 requests.unavailable.notHeld.commercial=1 requests.unavailable.notHeld.total=3 "
        + "requests.concluded.natural=3 requests.concluded.commercial=1 requests.concluded.total=4 requests.carriedOut.natural=1 requests.carriedOut.total=1 ";

    /// <summary>What the text rules say of a sentence in section one, as <c>rule severity expected/actual</c>, beside tables of five requests.</summary>
    [Theory]
    [InlineData("全年收到政府信息公开申请5件，办结4件，结转下年度1件。", "")]
    [InlineData("全年收到政府信息公开申请6件，办结4件，结转下年度1件。", "text.requests Error 6/5")]
    [InlineData("全年收到政府信息公开申请5件，办结5件。", "text.requests Error 5/4")]
    [InlineData("全年收到政府信息公开申请5件，按期办结5件。", "text.requests Note 5/4")]
    [InlineData("全年收到政府信息公开申请5件，办结4件，结转下年度2件。", "text.requests Error 2/1")]
    [InlineData("全年办理依申请公开0件。", "text.requests Error 0/4")]
    [InlineData("全年办理依申请公开5件。", "")]
    [InlineData("全年受理依申请公开4件。", "text.requests Error 4/5")]
    [InlineData("本机关收到政府信息公开申请3件，另收到转交申请2件。", "")]
    [InlineData("办公室收到政府信息公开申请3件。站所收到政府信息公开申请2件。", "")]
    [InlineData("收到政府信息公开申请5件，其中收到上级转来的政府信息公开申请2件。", "")]
    [InlineData("收到政府信息公开申请5件，予以公开1件，无法提供3件。", "")]
    [InlineData("收到政府信息公开申请5件，予以公开2件，无法提供3件。", "text.outcomes Error 2/1")]
    [InlineData("收到政府信息公开申请5件，予以公开1件，不予公开20件。", "text.outcomes Error 20/0")]
    [InlineData("收到政府信息公开申请5件，无法提供564件。", "text.outcomes Error 564/3")]
    [InlineData("收到政府信息公开申请5件，予以公开1件，不予公开3件。", "text.outcomes Note 3/0")]
    [InlineData("收到政府信息公开申请5件，因本机关不掌握等原因无法提供2件。", "text.outcomes Note 2/3")]
    [InlineData("收到政府信息公开申请5件，其中自然人4件、法人或其他组织1件。", "")]
    [InlineData("收到政府信息公开申请5件，其中自然人5件。", "text.applicants Error 5/4")]
    [InlineData("收到政府信息公开申请5件，法人或其他组织申请2件。", "text.applicants Error 2/1")]
    [InlineData("收到政府信息公开申请5件，其中自然人申请4件，占80%。", "")]
    [InlineData("收到政府信息公开申请5件，其中自然人申请4件，占75%。", "text.percent Note 80/75")]
    [InlineData("收到政府信息公开申请5件，其中自然人申请4件，占60%。", "text.percent Note 80/60")]
    [InlineData("收到政府信息公开申请5件，同比增长25%。", "")]
    [InlineData("全镇收到政府信息公开申请6件。", "text.requests Error 6/5")]
    [InlineData("全县收到政府信息公开申请60件。", "")]
    [InlineData("2023年收到政府信息公开申请60件。", "")]
    [InlineData("政府网站收到留言60件，办结58件。", "")]
    [InlineData("全年未收到政府信息公开申请。", "requests.statement Error 0/5")]
    [InlineData("我镇没有收到任何依申请公开事项。", "requests.statement Error 0/5")]
    [InlineData("全年无依申请公开。", "requests.statement Error 0/5")]
    [InlineData("没有公民、法人和其他组织向我镇提出政府信息公开申请。", "requests.statement Error 0/5")]
    [InlineData("全年收到依申请公开数量为零。", "text.requests Error 0/5")]
    [InlineData("全年未收到因依申请公开引起的投诉。", "")]
    [InlineData("依申请公开答复无差错、无超期。", "")]
    [InlineData("未收到书面政府信息公开申请补正材料。", "")]
    [InlineData("对无法提供的政府信息公开申请，耐心做好解释。", "")]
    [InlineData("全年共收到6份政府信息公开申请。", "text.requests Error 6/5")]
    [InlineData("全年共收到5份政府信息公开申请。", "")]
    [InlineData("全年收政府信息公开申请6件，办结4件，结转下年度1件。", "text.requests Error 6/5")]
    [InlineData("组织会商研究6件政府信息公开申请。", "")]
    [InlineData("收到政府信息公开申请5件，办结4件，结转下年度1件，全年办理相关案件7件。", "")]
    [InlineData("（二）依申请公开。本机关未收到任何公民、法人或者其他组织要求公开政府信息的申请。", "requests.statement Error 0/5")]
    [InlineData("（二）依申请公开。未收到公民、法人对申请答复的投诉。", "")]
    [InlineData("确保政府信息公开申请件件全部按时办结。", "")]
    [InlineData("政府信息公开申请均能依法办理。", "")]
    [InlineData("未发生依申请公开收费情况。", "")]
    [InlineData("2023年未收到政府信息公开申请。", "")]
    [InlineData("收到政府信息公开申请5件，全部办结。", "requests.statement Error 0/1")]
    [InlineData("收到政府信息公开申请5件，均已按时答复。", "requests.statement Note 0/1")]
    [InlineData("收到政府信息公开申请5件，办结4件，其余1件正在办理，均按规定答复。", "")]
    [InlineData("收到政府信息公开申请5件，除1件结转外全部办结。", "")]
    [InlineData("收到政府信息公开申请5件。\n（三）无", "")]
    public void Requests(string sentence, string expected) => Said(Five, sentence).ShouldBe(expected);

    [Theory]
    [InlineData("政府信息公开行政复议2件，维持1件，纠正1件。", "")]
    [InlineData("政府信息公开行政复议1件，行政诉讼1件。", "text.disputes Error 1/2")]
    [InlineData("政府信息公开行政复议、行政诉讼共3件。", "")]
    [InlineData("政府信息公开行政复议2件，行政诉讼2件。", "text.disputes Error 2/1")]
    [InlineData("未发生政府信息公开行政复议、行政诉讼案件。", "disputes.statement Error 0/2, disputes.statement Error 0/1")]
    [InlineData("未发生与政府信息公开有关的投诉、举报、行政复议或者行政诉讼。", "disputes.statement Error 0/2, disputes.statement Error 0/1")]
    [InlineData("未发生投诉、举报，行政诉讼均胜诉。", "")]
    [InlineData("未发生因政府信息公开引起的行政诉讼。", "disputes.statement Error 0/1")]
    [InlineData("无行政复议和行政诉讼案件。", "disputes.statement Error 0/2, disputes.statement Error 0/1")]
    [InlineData("政府信息公开行政复议2件，未发生被纠正情形。", "")]
    [InlineData("行政复议、行政诉讼中未发生败诉。", "")]
    [InlineData("办理行政复议案件30件。", "")]
    [InlineData("避免因答复不当引发行政复议、行政诉讼。", "")]
    [InlineData("无一例败诉的行政诉讼案件。", "")]
    [InlineData("本机关未被提起行政复议，也未被提起行政诉讼。", "disputes.statement Error 0/2, disputes.statement Error 0/1")]
    [InlineData("加强学习。", "disputes.unmentioned Warning /2")]
    public void Disputes(string sentence, string expected) =>
        Said(
            "disputes.reconsideration.upheld=1 disputes.reconsideration.corrected=1 disputes.reconsideration.total=2 disputes.litigationDirect.upheld=1 disputes.litigationDirect.total=1",
            sentence).ShouldBe(expected);

    [Theory]
    [InlineData("全年制发行政规范性文件3件。", "")]
    [InlineData("全年制发行政规范性文件4件。", "text.documents Warning 4/3")]
    [InlineData("全年制定规范性文件4件。", "text.documents Note 4/3")]
    [InlineData("全年公开行政规范性文件40件。", "")]
    [InlineData("现行有效的行政规范性文件14件。", "text.documents Warning 14/15")]
    public void Documents(string sentence, string expected) =>
        Said("proactive.normativeDocuments.issued=3 proactive.normativeDocuments.inForce=15", sentence).ShouldBe(expected);

    [Theory]
    [InlineData("本年度没有收取信息处理费。", "", "")]
    [InlineData("无。", "", "fees.missing Warning /")]
    [InlineData("推进了建议提案公开。", "", "fees.missing Warning /")]
    [InlineData("全年收取信息处理费300元。", "", "fees.statement Warning 0.03/0")]
    [InlineData("全年收取信息处理费300元。", "proactive.charges=0.03", "")]
    [InlineData("全年收取信息处理费300元。", "proactive.charges=300", "proactive.charges.unit Warning 0.03/300")]
    [InlineData("信息处理费标准为每件10元，本年没有收取信息处理费。", "", "")]
    [InlineData("没有收取信息处理费。", "requests.otherwise.feeOverdue.total=1", "fees.statement Note 0/1")]
    public void Fees(string sentence, string figures, string expected) =>
        Show(Sample.Check(Sample.Report(figures, others: sentence)).Where(finding => !finding.Rule.StartsWith("requests.", StringComparison.Ordinal))).ShouldBe(expected);

    [Fact]
    public void A_message_names_the_sentence_the_cell_and_both_figures()
    {
        var finding = Sample.Check(Sample.Report(Five, overview: Sample.Overview + "\n全年收到政府信息公开申请6件。")).Only("text.requests");

        finding.Message.ShouldBe("第一部分写“全年收到政府信息公开申请6件”，而表三“一、本年新收政府信息公开申请数量”行“总计”列是 5，应当一致。");
        finding.At.ShouldBe([Sample.At("requests.received.total")]);
        finding.Section.ShouldBe(1);
    }

    [Fact]
    public void A_cell_that_was_not_read_is_not_held_against_the_text() =>
        Said("requests.received.total=? requests.carriedIn.total=0", "全年收到政府信息公开申请6件。").ShouldBe("");

    [Fact]
    public void Section_four_may_have_its_own_words() =>
        Show(Sample.Check(Sample.Report("disputes.litigationDirect.upheld=1 disputes.litigationDirect.total=1", disputes: "2024年我单位有关政府信息公开行政复议0件, 行政诉讼0件。")))
            .ShouldBe("text.disputes Error 0/1");

    private static string Said(string figures, string sentence) =>
        Show(Sample.Check(Sample.Report(figures, overview: Sample.Overview + "\n" + sentence))
            .Where(finding => finding.Section is not null && !finding.Rule.StartsWith("requests.balance", StringComparison.Ordinal)));

    private static string Show(IEnumerable<Finding> findings) =>
        string.Join(", ", findings.Select(finding => $"{finding.Rule} {finding.Severity} {finding.Expected}/{finding.Actual}"));
}
