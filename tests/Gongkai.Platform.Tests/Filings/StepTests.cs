using System.Text;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Json;
using Gongkai.Testing.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Filings;

public sealed class StepTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_goes_its_way_to_the_public_and_is_corrected_while_the_old_one_stays_readable()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await ReadyAsync(office);
        await GoAsync(office, filing);
        var published = office.Clock.GetUtcNow();
        var sheet = await office.FindAsync(filing, office.Clerk);
        sheet.State.ShouldBe(FilingState.Published);
        sheet.PublishedAt.ShouldBe(published);
        var first = sheet.PublishedVersion!.Value;

        office.Clock.Move(TimeSpan.FromDays(30));
        Done(await office.UseAsync<BeginCorrection, StepResult>(step => step.RunAsync(new(filing, "表二有一处笔误"), office.Head, Cancellation)));
        var draft = await office.FindAsync(filing, office.Clerk);
        draft.PublishedVersion.ShouldBe(first);
        (await office.SaveAsync(filing, office.Clerk, draft.Revision, ("section.5.text", "更正后的文字。"))).Refusal.ShouldBeNull();
        await ExplainAllAsync(office, filing);
        await GoAsync(office, filing);

        var versions = await office.UseAsync<FilingHistoryQueries, IReadOnlyList<FilingVersionView>?>(history => history.VersionsAsync(filing, office.Clerk, Cancellation));
        versions!.Where(version => version.PublishedAt is not null).Select(version => (version.Reason, version.PublishedAt)).ShouldBe(
            [("更正：表二有一处笔误", office.Clock.GetUtcNow()), ("发布", published)]);
        (await office.FindAsync(filing, office.Clerk)).PublishedAt.ShouldBe(published);
        var old = await office.UseAsync<FilingHistoryQueries, AnnualReport?>(history => history.ReportAsync(filing, first, office.Clerk, Cancellation));
        old!.SectionOrNull(5)!.Text.ShouldNotBe("更正后的文字。");
        var difference = await office.UseAsync<FilingHistoryQueries, VersionDifference?>(history => history.DifferenceAsync(filing, first, null, office.Clerk, Cancellation));
        difference!.Sections.ShouldHaveSingleItem().Number.ShouldBe(5);
        difference.Fields.ShouldBeEmpty();
        var verified = await office.UseAsync<AuditVerification, AuditVerification.Result>(audit => audit.RunAsync(Cancellation));
        verified.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Submitting_lists_every_error_and_every_warning_without_an_explanation()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();
        await office.FillWithZerosAsync(filing);
        await office.SaveAsync(filing, office.Clerk, 2, ("requests.received.natural", "5"), ("disputes.reconsideration.upheld", "3O"));
        await SignAsync(office, filing);

        var refused = await office.UseAsync<SubmitFiling, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation));

        refused.Refusal.ShouldBe(FilingRefusal.Hindered);
        refused.Hindrances.ShouldContain(line => line.StartsWith("差错：", StringComparison.Ordinal));
        refused.Hindrances.ShouldContain(line => line.StartsWith("未读出：", StringComparison.Ordinal));
        refused.Hindrances.ShouldContain(line => line.StartsWith("需要说明：", StringComparison.Ordinal));
        (await office.FindAsync(filing, office.Clerk)).State.ShouldBe(FilingState.Signed);
    }

    [Fact]
    public async Task A_double_click_is_told_what_happened()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();

        var clicks = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => office.UseAsync<SendToReview, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation))));

        clicks.Count(click => click.IsDone).ShouldBe(1);
        clicks.Where(click => !click.IsDone).ShouldAllBe(click => click.Refusal == FilingRefusal.WrongState && click.Message!.StartsWith("您已于1月12日 09:00送审"));
        (await office.SaveAsync(filing, office.OtherClerk, 1, ("title", "改"))).Message.ShouldBe("年报现在是“内部审核中”，不能做这一步。请刷新页面，看看最新进展。");
    }

    [Fact]
    public async Task Without_a_reviewer_the_head_signs_at_once_and_with_one_waits()
    {
        await using var small = await Office.OpenAsync(database, withReviewer: false);
        var one = await small.BeginAsync();
        Done(await small.UseAsync<SendToReview, StepResult>(step => step.RunAsync(new(one), small.Clerk, Cancellation)));
        Done(await small.UseAsync<SignFiling, StepResult>(step => step.RunAsync(new(one), small.Head, Cancellation)));

        await using var large = await Office.OpenAsync(database);
        var other = await large.BeginAsync();
        Done(await large.UseAsync<SendToReview, StepResult>(step => step.RunAsync(new(other), large.Clerk, Cancellation)));
        (await large.UseAsync<SignFiling, StepResult>(step => step.RunAsync(new(other), large.Head, Cancellation))).Refusal.ShouldBe(FilingRefusal.ReviewsPending);
    }

    [Fact]
    public async Task A_returned_report_waits_until_its_remarks_are_settled()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await ReadyAsync(office);
        await SignAsync(office, filing);
        Done(await office.UseAsync<SubmitFiling, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation)));
        Done(await office.UseAsync<ReturnFiling, StepResult>(step => step.RunAsync(new(filing, "请核对", [new("requests.received.natural", "与去年结转不符")]), office.Officer, Cancellation)));
        await SignAsync(office, filing);

        var refused = await office.UseAsync<SubmitFiling, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation));
        refused.Hindrances.ShouldBe(["批注未处理：与去年结转不符"]);
        var remark = (await office.FindAsync(filing, office.Clerk)).Remarks.Single();
        Done(await office.UseAsync<SettleRemark, StepResult>(step => step.RunAsync(new(filing, remark.Id), office.Clerk, Cancellation)));
        Done(await office.UseAsync<SubmitFiling, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation)));
        Done(await office.UseAsync<WithdrawSubmission, StepResult>(step => step.RunAsync(new(filing, "还要改"), office.Clerk, Cancellation)));
        (await office.FindAsync(filing, office.Clerk)).Actions.ShouldContain(FilingAction.Edit);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_authority_remarks_on_a_submitted_report_is_its_draft_until_it_returns_or_accepts_it(bool isReturned)
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await ReadyAsync(office);
        await SignAsync(office, filing);
        Done(await office.UseAsync<SubmitFiling, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation)));
        Done(await office.UseAsync<AddRemark, StepResult>(step => step.RunAsync(new(filing, new("requests.received.natural", "与去年结转不符")), office.Officer, Cancellation)));
        Done(await office.UseAsync<AddRemark, StepResult>(step => step.RunAsync(new(filing, new("", "写错了的一条")), office.Officer, Cancellation)));
        Done(await office.UseAsync<AddRemark, StepResult>(step => step.RunAsync(new(filing, new("", "内部的话")), office.Head, Cancellation)));

        (await TextsAsync(office, filing, office.Clerk)).ShouldBe(["内部的话"]);
        (await OpenRemarksAsync(office, filing, office.Clerk)).ShouldBe(1);
        (await OpenRemarksAsync(office, filing, office.Officer)).ShouldBe(3);
        var drafts = (await office.FindAsync(filing, office.Officer)).Remarks.Where(remark => remark.IsHeld).ToList();
        drafts.Select(draft => draft.Text).ShouldBe(["与去年结转不符", "写错了的一条"]);
        (await office.UseAsync<RemoveRemark, StepResult>(step => step.RunAsync(new(filing, drafts[1].Id), office.Head, Cancellation))).Refusal.ShouldBe(FilingRefusal.NoSuchRemark);
        Done(await office.UseAsync<RemoveRemark, StepResult>(step => step.RunAsync(new(filing, drafts[1].Id), office.Officer, Cancellation)));

        Done(isReturned
            ? await office.UseAsync<ReturnFiling, StepResult>(step => step.RunAsync(new(filing, "请核对", []), office.Officer, Cancellation))
            : await office.UseAsync<AcceptFiling, StepResult>(step => step.RunAsync(new(filing), office.Officer, Cancellation)));

        (await TextsAsync(office, filing, office.Clerk)).ShouldBe(["与去年结转不符", "内部的话"]);
        (await office.UseAsync<RemoveRemark, StepResult>(step => step.RunAsync(new(filing, drafts[0].Id), office.Officer, Cancellation))).Refusal.ShouldBe(FilingRefusal.NoSuchRemark, "what was said is said");
    }

    [Fact]
    public async Task A_draft_of_the_authority_does_not_stand_in_the_way_of_a_report_that_was_withdrawn()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await ReadyAsync(office);
        await SignAsync(office, filing);
        Done(await office.UseAsync<SubmitFiling, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation)));
        Done(await office.UseAsync<AddRemark, StepResult>(step => step.RunAsync(new(filing, new("", "还没有说出来的话")), office.Officer, Cancellation)));
        Done(await office.UseAsync<WithdrawSubmission, StepResult>(step => step.RunAsync(new(filing, "还要改"), office.Clerk, Cancellation)));

        var draft = (await office.FindAsync(filing, office.Officer)).Remarks.ShouldHaveSingleItem();
        (await TextsAsync(office, filing, office.Clerk)).ShouldBeEmpty();
        (await office.UseAsync<SettleRemark, StepResult>(step => step.RunAsync(new(filing, draft.Id), office.Clerk, Cancellation))).Refusal.ShouldBe(FilingRefusal.NoSuchRemark);
        await SignAsync(office, filing);
        Done(await office.UseAsync<SubmitFiling, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation)));
    }

    private static async Task<IEnumerable<string>> TextsAsync(Office office, int filing, Actor actor) => (await office.FindAsync(filing, actor)).Remarks.Select(remark => remark.Text);

    private static async Task<int> OpenRemarksAsync(Office office, int filing, Actor actor) =>
        (await office.UseAsync<FilingQueries, FilingNews?>(queries => queries.PollAsync(filing, 0, null, actor, Cancellation)))!.OpenRemarks;

    [Fact]
    public async Task A_file_takes_the_place_of_the_draft_only_when_confirmed()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();
        await office.SaveAsync(filing, office.Clerk, 1, ("section.1.text", "先写了一段。"));
        var report = RandomReport.Make(new Random(7), new ReportTraits { Agency = "云溪县林业局", Year = 2024, Edition = Edition.National2021 });
        using var file = new MemoryStream();
        ReportJson.Write(file, report, []);
        file.Position = 0;

        var asked = await office.UseAsync<UploadReport, UploadReport.Result>(upload => upload.RunAsync(new(filing, "年报.json", file, false), office.Clerk, Cancellation));
        asked.Refusal.ShouldBe(FilingRefusal.Unconfirmed);
        asked.Confirmations.Count.ShouldBe(3);
        (await office.FindAsync(filing, office.Clerk)).Revision.ShouldBe(2);

        var taken = await office.UseAsync<UploadReport, UploadReport.Result>(upload => upload.RunAsync(new(filing, null, null, true), office.Clerk, Cancellation));
        taken.Refusal.ShouldBeNull(taken.Message);
        var sheet = await office.FindAsync(filing, office.Clerk);
        sheet.Fields.Single(field => field.Field == "title").Text.ShouldBe(report.Title);
        sheet.SourceBlobId.ShouldNotBeNull();
        var before = await office.UseAsync<GongkaiDb, string>(db => db.FilingVersions.Where(version => version.FilingId == filing && version.Reason == "读入文件之前").Select(version => version.Content).SingleAsync(Cancellation));
        before.ShouldContain("先写了一段。");

        using var nonsense = new MemoryStream(Encoding.UTF8.GetBytes("今天天气很好。"));
        var refused = await office.UseAsync<UploadReport, UploadReport.Result>(upload => upload.RunAsync(new(filing, "x.txt", nonsense, true), office.Clerk, Cancellation));
        refused.Refusal.ShouldBe(FilingRefusal.Unreadable);
        refused.Message.ShouldNotBeNull().ShouldContain("不像政府信息公开工作年度报告");
    }

    [Fact]
    public async Task Last_year_stands_beside_this_year_and_gives_its_text()
    {
        await using var office = await Office.OpenAsync(database);
        var last = await ReadyAsync(office, 2024);
        await GoAsync(office, last);

        var sheet = await office.FindAsync(await office.BeginAsync(2025, FilingOrigin.LastYear), office.Clerk);

        var text = (await office.FindAsync(last, office.Clerk)).Fields.Single(field => field.Field == "section.1.text").Text;
        sheet.Last.ShouldNotBeNull()["section.1.text"].Text.ShouldBe(text);
        sheet.Fields.Single(field => field.Field == "section.1.text").Text.ShouldBe(text);
        sheet.Fields.Single(field => field.Field == "requests.received.total").Kind.ShouldBe(CellKind.Blank);
        sheet.Fields.Single(field => field.Field == "title").Text.ShouldBe("云溪县水利局2025年政府信息公开工作年度报告");
    }

    [Fact]
    public async Task A_mend_on_offer_is_made_and_one_outrun_is_refused()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();
        await office.FillWithZerosAsync(filing);
        await office.SaveAsync(filing, office.Clerk, 2, ("requests.received.natural", "4"));
        var mend = (await office.FindAsync(filing, office.Clerk)).Findings.SelectMany(finding => finding.Mends).First();

        Done(await office.UseAsync<ApplyMend, StepResult>(step => step.RunAsync(new(filing, mend.Changes), office.Clerk, Cancellation)));

        (await office.FindAsync(filing, office.Clerk)).Findings.ShouldAllBe(finding => finding.Mends.Count == 0);
        (await office.UseAsync<ApplyMend, StepResult>(step => step.RunAsync(new(filing, mend.Changes), office.Clerk, Cancellation))).Refusal.ShouldBe(FilingRefusal.NoSuchMend);
    }

    [Fact]
    public async Task Of_two_sums_that_are_wrong_one_is_mended_without_the_other()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();
        await office.FillWithZerosAsync(filing);
        await office.SaveAsync(filing, office.Clerk, 2, ("requests.granted.natural", "4"), ("disputes.reconsideration.total", "3"));
        var findings = (await office.FindAsync(filing, office.Clerk)).Findings;
        var mend = findings.Single(finding => finding.Rule == "disputes.total").Mends.ShouldHaveSingleItem();
        mend.Changes.ShouldHaveSingleItem().ShouldBe(new MendedField("disputes.reconsideration.total", 3, 0));

        Done(await office.UseAsync<ApplyMend, StepResult>(step => step.RunAsync(new(filing, mend.Changes), office.Clerk, Cancellation)));

        var left = (await office.FindAsync(filing, office.Clerk)).Findings.Where(finding => finding.Mends.Count > 0).ToList();
        left.ShouldNotBeEmpty();
        left.ShouldAllBe(finding => finding.Mends.All(other => other.Changes.All(change => change.Field.StartsWith("requests.", StringComparison.Ordinal))));
    }

    /// <summary>A filing whose report is in order, with a word for each warning.</summary>
    private static async Task<int> ReadyAsync(Office office, int year = 2025)
    {
        var filing = await office.BeginAsync(year);
        var report = RandomReport.Make(new Random(7), new ReportTraits { Agency = "云溪县水利局", Year = year, Edition = Edition.National2021 });
        using var file = new MemoryStream();
        ReportJson.Write(file, report, []);
        file.Position = 0;
        (await office.UseAsync<UploadReport, UploadReport.Result>(upload => upload.RunAsync(new(filing, "年报.json", file, true), office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        await ExplainAllAsync(office, filing);
        return filing;
    }

    private static async Task ExplainAllAsync(Office office, int filing)
    {
        foreach (var finding in (await office.FindAsync(filing, office.Clerk)).Findings.Where(finding => finding.Severity == Severity.Warning && finding.Explanation is null))
        {
            Done(await office.UseAsync<ExplainFinding, StepResult>(step => step.RunAsync(new(filing, finding.Rule, finding.Place, finding.Message, "情况属实"), office.Clerk, Cancellation)));
        }
    }

    private static async Task SignAsync(Office office, int filing)
    {
        Done(await office.UseAsync<SendToReview, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation)));
        Done(await office.UseAsync<ApproveFiling, StepResult>(step => step.RunAsync(new(filing), office.Reviewer, Cancellation)));
        Done(await office.UseAsync<SignFiling, StepResult>(step => step.RunAsync(new(filing), office.Head, Cancellation)));
    }

    private static async Task GoAsync(Office office, int filing)
    {
        await SignAsync(office, filing);
        Done(await office.UseAsync<SubmitFiling, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation)));
        Done(await office.UseAsync<AcceptFiling, StepResult>(step => step.RunAsync(new(filing), office.Officer, Cancellation)));
        Done(await office.UseAsync<PublishFiling, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation)));
    }

    private static void Done(StepResult result) => result.Refusal.ShouldBeNull($"{result.Message} {string.Join('\n', result.Hindrances)}");
}
