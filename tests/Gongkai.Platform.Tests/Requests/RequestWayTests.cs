using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Requests;

public sealed class RequestWayTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly DateOnly Today = new(2026, 1, 12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_goes_from_the_portal_to_the_served_reply()
    {
        await using var office = await Office.OpenAsync(database);
        var sent = await SubmitAsync(office, Form(office));
        sent.Faults.ShouldBeEmpty();
        var id = sent.Registered!.RequestId;
        (await SheetAsync(office, id)).Row.Stage.ShouldBe(RequestStage.AwaitingConfirmation);

        Done(await office.UseAsync<ConfirmRequest, RequestResult>(use => use.RunAsync(new(id, Today), office.Clerk, Cancellation)));
        (await SheetAsync(office, id)).Timeline.Answer!.LastDay.ShouldBe(new DateOnly(2026, 2, 9));
        Done(await office.UseAsync<AssignRequest, RequestResult>(use => use.RunAsync(new(id, office.OtherClerk.AccountId, "规划股", null), office.Clerk, Cancellation)));
        Done(await office.UseAsync<DraftDecision, RequestResult>(use => use.RunAsync(
            new(id, [new("补偿标准", Outcome.Granted, null, "附后"), new("评估底稿", Outcome.ProcessInformation, "属于讨论记录", null)]), office.OtherClerk, Cancellation)));
        Done(await office.UseAsync<ReviewDecision, RequestResult>(use => use.SendAsync(id, office.OtherClerk, Cancellation)));
        Done(await office.UseAsync<ReviewDecision, RequestResult>(use => use.ApproveAsync(id, Review.Legality, "同意", office.Reviewer, Cancellation)));
        Done(await office.UseAsync<SignDecision, RequestResult>(use => use.RunAsync(id, office.Head, Cancellation)));
        Done(await office.UseAsync<ServeDecision, RequestResult>(use => use.RunAsync(new(id, ServiceWay.Post, Today, null, "EMS 1234"), office.Clerk, Cancellation)));

        var sheet = await SheetAsync(office, id);
        sheet.Row.Outcome.ShouldBe(Outcome.PartlyGranted);
        sheet.Row.Stage.ShouldBe(RequestStage.Concluded);
        sheet.Timeline.Answer!.State.ShouldBe(ClockState.Met);
        sheet.Steps.Select(step => step.Step).ShouldBe(
            [RequestStepKind.Registered, RequestStepKind.Confirmed, RequestStepKind.Assigned, RequestStepKind.Drafted, RequestStepKind.SentToReview,
                RequestStepKind.LegalityApproved, RequestStepKind.Signed, RequestStepKind.Served]);
        (await office.UseAsync<AuditVerification, AuditVerification.Result>(audit => audit.RunAsync(Cancellation))).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_case_and_gives_the_same_receipt()
    {
        await using var office = await Office.OpenAsync(database);
        var form = Form(office);

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SubmitAsync(office, form)));

        sent.Select(result => result.Registered!.RequestId).Distinct().ShouldHaveSingleItem();
        sent.Select(result => result.Registered!.Code).Distinct().ShouldHaveSingleItem();
        sent.Count(result => result.Registered!.IsNew).ShouldBe(1);
    }

    [Fact]
    public async Task Who_asks_is_sealed_and_shown_only_to_those_who_handle_the_case()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await SubmitAsync(office, Form(office))).Registered!.RequestId;

        (await SheetAsync(office, id)).Applicant!.Name.ShouldBe("周小舟");
        (await office.UseAsync<RequestQueries, RequestSheet?>(queries => queries.FindAsync(id, office.Officer, Cancellation)))!.Applicant.ShouldBeNull();
        (await office.UseAsync<RequestQueries, RequestSheet?>(queries => queries.FindAsync(id, office.Reviewer, Cancellation)))!.Applicant.ShouldBeNull();
        var stranger = await office.HireAsync("外人", (await office.AddAgencyAsync("云溪县林业局", Gongkai.Platform.Organizations.AgencyKind.Department, office.County), Role.Clerk));
        (await office.UseAsync<RequestQueries, RequestSheet?>(queries => queries.FindAsync(id, stranger, Cancellation))).ShouldBeNull();
        var kept = await office.UseAsync<GongkaiDb, string>(db => db.Database.SqlQuery<string>(
            $"SELECT (SELECT string_agg(r::text, ' ') FROM requests r) || (SELECT string_agg(encode(sealed, 'escape'), ' ') FROM request_applicants) || (SELECT string_agg(a::text, ' ') FROM audit_entries a) AS \"Value\"").SingleAsync(Cancellation));
        kept.ShouldNotContain("周小舟");
        kept.ShouldNotContain("13800001111");
        kept.ShouldNotContain("110101199003074477");
    }

    [Fact]
    public async Task A_second_clarification_is_refused_and_a_late_one_is_warned_of()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await RegisterAsync(office, new DateOnly(2025, 12, 30));

        var late = await AskAsync(office, id, evenIfLate: false);
        late.Refusal.ShouldBe(RequestRefusal.LateClarification);
        late.Limit.ShouldBe(new DateOnly(2026, 1, 9));
        Done(await AskAsync(office, id, evenIfLate: true));
        (await SheetAsync(office, id)).Timeline.Breaches.ShouldHaveSingleItem().Breach.ShouldBe(Breach.LateClarificationNotice);
        (await AskAsync(office, id, evenIfLate: true)).Refusal.ShouldBe(RequestRefusal.SecondClarification);
    }

    [Fact]
    public async Task What_has_not_happened_yet_or_happened_before_the_request_cannot_be_entered()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await RegisterAsync(office, Today);

        (await office.UseAsync<Consult, RequestResult>(use => use.AskAsync(new(id, false, "某公司", Today.AddDays(1), null), office.Clerk, Cancellation))).Refusal.ShouldBe(RequestRefusal.DateInFuture);
        (await office.UseAsync<Consult, RequestResult>(use => use.AskAsync(new(id, false, "某公司", Today.AddDays(-1), null), office.Clerk, Cancellation))).Refusal.ShouldBe(RequestRefusal.DateBeforeArrival);
        (await SheetAsync(office, id)).Parties.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_entered_wrongly_is_taken_back_and_stays_readable()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await RegisterAsync(office, new DateOnly(2026, 1, 5));
        Done(await office.UseAsync<Consult, RequestResult>(use => use.AskAsync(new(id, false, "某公司", new DateOnly(2026, 1, 8), null), office.Clerk, Cancellation)));
        var asked = (await SheetAsync(office, id)).Events.Single(happened => happened.Event.Kind == RequestEventKind.ThirdPartyAsked);

        Done(await office.UseAsync<RetractEvent, RequestResult>(use => use.RunAsync(new(id, asked.Id, "日期录错"), office.Clerk, Cancellation)));

        var sheet = await SheetAsync(office, id);
        sheet.Row.Stage.ShouldBe(RequestStage.Handling);
        sheet.Events.Single(happened => happened.Id == asked.Id).RetractedBecause.ShouldBe("日期录错");
        var received = sheet.Events.Single(happened => happened.Event.Kind == RequestEventKind.Received);
        (await office.UseAsync<RetractEvent, RequestResult>(use => use.RunAsync(new(id, received.Id, "误"), office.Clerk, Cancellation))).Refusal.ShouldBe(RequestRefusal.NotRetractable);
    }

    [Fact]
    public async Task Nobody_but_the_head_extends_and_only_before_the_last_day()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await RegisterAsync(office, new DateOnly(2025, 12, 9));
        var command = new ExtendDeadline.Command(id, 20, "信息量大", Today);

        (await office.UseAsync<ExtendDeadline, RequestResult>(use => use.RunAsync(command, office.Clerk, Cancellation))).Refusal.ShouldBe(RequestRefusal.NotAllowed);
        var late = await office.UseAsync<ExtendDeadline, RequestResult>(use => use.RunAsync(command, office.Head, Cancellation));
        late.Refusal.ShouldBe(RequestRefusal.LateExtension);
        late.Message!.ShouldContain("2026-01-07");

        var inTime = await RegisterAsync(office, new DateOnly(2025, 12, 19));
        Done(await office.UseAsync<ExtendDeadline, RequestResult>(use => use.RunAsync(command with { RequestId = inTime }, office.Head, Cancellation)));
        (await SheetAsync(office, inTime)).Timeline.Answer!.Days.ShouldBe(40);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_in_the_order_of_the_due_days()
    {
        await using var office = await Office.OpenAsync(database);
        for (var index = 0; index < 53; index++)
        {
            await RegisterAsync(office, Today.AddDays(-index % 7));
        }

        var filter = new RequestFilter { AgencyId = office.Bureau.Id };
        var first = await office.UseAsync<RequestQueries, Page<RequestRow>>(queries => queries.ListAsync(filter, office.Clerk, null, Cancellation));
        var second = await office.UseAsync<RequestQueries, Page<RequestRow>>(queries => queries.ListAsync(filter, office.Clerk, first.Next, Cancellation));

        first.Items.Count.ShouldBe(50);
        second.Items.Count.ShouldBe(3);
        second.Next.ShouldBeNull();
        RequestRow[] all = [.. first.Items, .. second.Items];
        all.Select(row => row.Id).Distinct().Count().ShouldBe(53);
        all.Select(row => row.DueOn).ShouldBeInOrder();
    }

    private static Task<SubmitRequest.Result> SubmitAsync(Office office, RequestForm form) =>
        office.UseAsync<SubmitRequest, SubmitRequest.Result>(use => use.RunAsync(new(form, "10.0.0.1"), Cancellation));

    private static async Task<long> RegisterAsync(Office office, DateOnly arrivedOn) =>
        (await office.UseAsync<RegisterRequest, RegisterRequest.Result>(use => use.RunAsync(
            new(Form(office), IntakeChannel.Counter, arrivedOn, null), office.Clerk, Cancellation))).Registered!.RequestId;

    private static Task<RequestResult> AskAsync(Office office, long id, bool evenIfLate) =>
        office.UseAsync<Clarify, RequestResult>(use => use.AskAsync(new(id, "请写明所需文件的名称", 10, Today, null, evenIfLate), office.Clerk, Cancellation));

    private static async Task<RequestSheet> SheetAsync(Office office, long id) =>
        (await office.UseAsync<RequestQueries, RequestSheet?>(queries => queries.FindAsync(id, office.Clerk, Cancellation)))!;

    private static void Done(RequestResult result) => result.Refusal.ShouldBeNull();

    private static RequestForm Form(Office office) => new()
    {
        Key = Guid.CreateVersion7(),
        AgencyId = office.Bureau.Id,
        Applicant = new Applicant { Name = "周小舟", IdentityKind = IdentityCard.Kind, IdentityNumber = "110101199003074477", Telephone = "13800001111" },
        Wanted = "云溪水库移民补偿标准",
        Carrier = Carrier.Electronic,
        Supply = Supply.Online,
    };
}
