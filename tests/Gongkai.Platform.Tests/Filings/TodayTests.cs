using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Form;

namespace Gongkai.Platform.Tests.Filings;

public sealed class TodayTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agency_is_told_what_it_owes_and_by_when()
    {
        await using var office = await Office.OpenAsync(database);
        await OpenCampaignAsync(office);

        var owed = (await OwedAsync(office, office.Clerk)).ShouldHaveSingleItem();

        owed.AgencyName.ShouldBe("云溪县水利局");
        owed.DueOn.ShouldBe(new DateOnly(2026, 1, 26));
        owed.StatutoryDueOn.ShouldBe(new DateOnly(2026, 1, 31));
        owed.FilingId.ShouldBeNull();
        owed.MayEdit.ShouldBeTrue();
        (await OwedAsync(office, office.Head)).ShouldHaveSingleItem().MayEdit.ShouldBeFalse();
    }

    [Fact]
    public async Task What_waits_goes_from_desk_to_desk()
    {
        await using var office = await Office.OpenAsync(database);
        await OpenCampaignAsync(office);
        var filing = await office.BeginAsync();
        (await WaitingAsync(office, office.Clerk)).ShouldHaveSingleItem().Next.ShouldBe(FilingAction.Edit);
        (await WaitingAsync(office, office.Reviewer)).ShouldBeEmpty();

        await office.UseAsync<SendToReview, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation));
        (await WaitingAsync(office, office.Clerk)).ShouldBeEmpty();
        (await WaitingAsync(office, office.Head)).ShouldNotContain(waiting => waiting.Next == FilingAction.Sign);
        var review = (await WaitingAsync(office, office.Reviewer)).ShouldHaveSingleItem();
        (review.FilingId, review.Next, review.DueOn).ShouldBe((filing, FilingAction.Approve, new DateOnly(2026, 1, 26)));

        await office.UseAsync<ApproveFiling, StepResult>(step => step.RunAsync(new(filing), office.Reviewer, Cancellation));
        (await WaitingAsync(office, office.Reviewer)).ShouldBeEmpty();
        (await WaitingAsync(office, office.Head)).ShouldHaveSingleItem().Next.ShouldBe(FilingAction.Sign);
        (await WaitingAsync(office, office.Officer)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_that_is_nearly_blank_is_not_submitted_however_it_is_explained()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();
        foreach (var finding in (await office.FindAsync(filing, office.Clerk)).Findings.Where(finding => finding.Severity == Severity.Warning))
        {
            await office.UseAsync<ExplainFinding, StepResult>(step => step.RunAsync(new(filing, finding.Rule, finding.Place, finding.Message, "无"), office.Clerk, Cancellation));
        }

        await office.UseAsync<SendToReview, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation));
        await office.UseAsync<ApproveFiling, StepResult>(step => step.RunAsync(new(filing), office.Reviewer, Cancellation));
        await office.UseAsync<SignFiling, StepResult>(step => step.RunAsync(new(filing), office.Head, Cancellation));
        var refused = await office.UseAsync<SubmitFiling, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation));

        refused.Refusal.ShouldBe(FilingRefusal.Hindered);
        refused.Hindrances.Count(line => line.StartsWith("没有填写：", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Fact]
    public async Task Last_years_preamble_speaks_of_this_year()
    {
        await using var office = await Office.OpenAsync(database);
        var last = await office.BeginAsync(2024);
        await office.FillWithZerosAsync(last);
        await office.SaveAsync(last, office.Clerk, 2, (ReportFields.Preamble, "数据统计期限为2024年1月1日至2024年12月31日。"), ("section.1.text", "文字。"), ("section.5.text", "文字。"), ("section.6.text", "2024年未收取信息处理费。"));
        await PublishAsync(office, last);

        var fields = (await office.FindAsync(await office.BeginAsync(2025, FilingOrigin.LastYear), office.Clerk)).Fields.ToDictionary(field => field.Field);

        fields[ReportFields.Preamble].Text.ShouldBe("数据统计期限为2025年1月1日至2025年12月31日。");
        fields["section.6.text"].Text.ShouldBe("2024年未收取信息处理费。");
        fields[NationalForm.Request(RequestRow.Received, ApplicantColumn.Total).ToString()].Kind.ShouldBe(CellKind.Blank);
    }

    [Fact]
    public async Task The_list_is_exported_as_it_is_filtered_and_only_within_ones_scope()
    {
        await using var office = await Office.OpenAsync(database);
        await using var elsewhere = await Office.OpenAsync(database);
        await office.BeginAsync();
        await office.BeginAsync(2023);
        await elsewhere.BeginAsync();

        var rows = await office.UseAsync<FilingQueries, List<FilingRow>>(queries => queries.ExportAsync(new FilingFilter(Year: 2025), office.Officer, Cancellation));
        var years = await office.UseAsync<FilingQueries, IReadOnlyList<int>>(queries => queries.YearsAsync(office.Officer, Cancellation));

        rows.ShouldHaveSingleItem().AgencyId.ShouldBe(office.Bureau.Id);
        years.ShouldBe([2025, 2023]);
    }

    [Fact]
    public async Task Those_whose_turn_it_is_are_told()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();

        await office.UseAsync<SendToReview, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation));
        await office.UseAsync<SendBackFiling, StepResult>(step => step.RunAsync(new(filing, "第五部分太短"), office.Reviewer, Cancellation));

        (await ToldAsync(office, office.Reviewer)).ShouldBe(["云溪县水利局 2025 年度报告已送审，请审核、签发。"]);
        (await ToldAsync(office, office.Clerk)).ShouldBe(["云溪县水利局 2025 年度报告被退回修改：第五部分太短"]);
        (await ToldAsync(office, office.OtherClerk)).Count.ShouldBe(1);
        (await ToldAsync(office, office.Officer)).ShouldBeEmpty();
    }

    private static async Task<List<string>> ToldAsync(Office office, Platform.Accounts.Actor actor) =>
        [.. (await office.UseAsync<NotificationQueries, Page<NotificationRow>>(told => told.ListAsync(actor, null, Cancellation))).Items.Select(row => row.Text)];

    private static Task<OpenCampaign.Result> OpenCampaignAsync(Office office) =>
        office.UseAsync<OpenCampaign, OpenCampaign.Result>(open => open.RunAsync(new(office.County.Id, 2025, new DateOnly(2026, 1, 4), new DateOnly(2026, 1, 26)), office.Officer, Cancellation));

    private static Task<IReadOnlyList<OwedReport>> OwedAsync(Office office, Platform.Accounts.Actor actor) =>
        office.UseAsync<TodayQueries, IReadOnlyList<OwedReport>>(today => today.OwedAsync(actor, Cancellation));

    private static Task<IReadOnlyList<WaitingFiling>> WaitingAsync(Office office, Platform.Accounts.Actor actor) =>
        office.UseAsync<TodayQueries, IReadOnlyList<WaitingFiling>>(today => today.WaitingAsync(actor, Cancellation));

    private static async Task PublishAsync(Office office, int filing)
    {
        foreach (var finding in (await office.FindAsync(filing, office.Clerk)).Findings.Where(finding => finding.Severity == Severity.Warning))
        {
            await office.UseAsync<ExplainFinding, StepResult>(step => step.RunAsync(new(filing, finding.Rule, finding.Place, finding.Message, "核对过。"), office.Clerk, Cancellation));
        }

        await office.UseAsync<SendToReview, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation));
        await office.UseAsync<ApproveFiling, StepResult>(step => step.RunAsync(new(filing), office.Reviewer, Cancellation));
        await office.UseAsync<SignFiling, StepResult>(step => step.RunAsync(new(filing), office.Head, Cancellation));
        (await office.UseAsync<SubmitFiling, StepResult>(step => step.RunAsync(new(filing), office.Clerk, Cancellation))).Hindrances.ShouldBeEmpty();
        await office.UseAsync<AcceptFiling, StepResult>(step => step.RunAsync(new(filing), office.Officer, Cancellation));
        (await office.UseAsync<PublishFiling, StepResult>(step => step.RunAsync(new(filing), office.Head, Cancellation))).IsDone.ShouldBeTrue();
    }
}
