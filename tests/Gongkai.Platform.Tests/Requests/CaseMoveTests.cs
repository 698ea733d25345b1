using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Applicants;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Tests.Filings;
using Gongkai.Reports;

namespace Gongkai.Platform.Tests.Requests;

/// <summary>Two cases become one, and a case goes to the agency that it was meant for.</summary>
public sealed class CaseMoveTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly DateOnly Today = new(2026, 1, 12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_requests_for_the_same_the_later_is_closed_into_the_earlier_and_both_stay_in_the_ledger()
    {
        await using var office = await Office.OpenAsync(database);
        var first = await Case.RegisterAsync(office, new DateOnly(2026, 1, 6));
        var second = await Case.RegisterAsync(office, new DateOnly(2026, 1, 8), "水库移民的补偿标准");
        (await Case.SheetAsync(office, second)).Actions.ShouldContain(RequestAction.Merge);
        (await Case.SheetAsync(office, first)).Actions.ShouldNotContain(RequestAction.Merge);

        Case.Done(await MergeAsync(office, second, first));

        var later = await Case.SheetAsync(office, second);
        later.Row.Outcome.ShouldBe(Outcome.OtherwiseEnded);
        later.Moves.Into!.Id.ShouldBe(first);
        later.Steps[^1].Note!.ShouldContain("同一信息");
        var earlier = await Case.SheetAsync(office, first);
        earlier.Moves.Absorbed.ShouldHaveSingleItem().Id.ShouldBe(second);
        earlier.Steps[^1].Step.ShouldBe(RequestStepKind.Absorbed);
        earlier.Row.Stage.ShouldBe(RequestStage.Handling);
        var figures = (await office.UseAsync<LedgerFigures, IReadOnlyDictionary<FigureAddress, decimal>?>(ledger => ledger.OfAsync(office.Bureau.Id, 2026, Cancellation)))!;
        FigureOf(figures, "requests.received.total").ShouldBe(2);
        FigureOf(figures, "requests.otherwise.other.total").ShouldBe(1);
        FigureOf(figures, "requests.carriedOut.total").ShouldBe(1);
        (await office.UseAsync<AuditVerification, AuditVerification.Result>(audit => audit.RunAsync(Cancellation))).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merge_that_was_a_mistake_is_taken_back_and_both_go_on()
    {
        await using var office = await Office.OpenAsync(database);
        var first = await Case.RegisterAsync(office, new DateOnly(2026, 1, 6));
        var second = await Case.RegisterAsync(office, new DateOnly(2026, 1, 8));
        Case.Done(await MergeAsync(office, second, first));
        var ended = (await Case.SheetAsync(office, second)).Events.Single(happened => happened.Event.Kind == RequestEventKind.Concluded);

        Case.Done(await office.UseAsync<RetractEvent, RequestResult>(use => use.RunAsync(new(second, ended.Id, "不是同一件事"), office.Clerk, Cancellation)));

        var later = await Case.SheetAsync(office, second);
        later.Row.Stage.ShouldBe(RequestStage.Handling);
        later.Row.DeskStep.ShouldBe(DeskStep.Registered);
        later.Moves.Into.ShouldBeNull();
        (await Case.SheetAsync(office, first)).Steps[^1].Step.ShouldBe(RequestStepKind.Parted);
    }

    [Fact]
    public async Task What_was_answered_before_is_answered_as_a_repetition_and_not_merged()
    {
        await using var office = await Office.OpenAsync(database);
        var first = await Case.RegisterAsync(office, new DateOnly(2026, 1, 6));
        await Case.AnswerAsync(office, first, Today);
        var second = await Case.RegisterAsync(office, new DateOnly(2026, 1, 8));

        var refused = await MergeAsync(office, second, first);

        refused.Refusal.ShouldBe(RequestRefusal.MergeEnded);
        refused.Message!.ShouldContain("第三十六条第（六）项");
    }

    [Fact]
    public async Task Nobody_waits_longer_for_having_asked_twice()
    {
        await using var office = await Office.OpenAsync(database);
        var first = await Case.RegisterAsync(office, new DateOnly(2026, 1, 6));
        var second = await Case.RegisterAsync(office, new DateOnly(2026, 1, 8));
        Case.Done(await office.UseAsync<ExtendDeadline, RequestResult>(use => use.RunAsync(new(first, 10, "信息量大", Today), office.Head, Cancellation)));

        var refused = await MergeAsync(office, second, first);

        refused.Refusal.ShouldBe(RequestRefusal.MergeLater);
        refused.Message!.ShouldContain("第三十三条第二款");
        (await Case.SheetAsync(office, second)).Row.Stage.ShouldBe(RequestStage.Handling);
    }

    [Fact]
    public async Task The_requests_of_two_people_are_never_merged()
    {
        await using var office = await Office.OpenAsync(database);
        var first = await Case.RegisterAsync(office, new DateOnly(2026, 1, 6), identity: "110101198002021230");
        var second = await Case.RegisterAsync(office, new DateOnly(2026, 1, 8));

        (await MergeAsync(office, second, first)).Refusal.ShouldBe(RequestRefusal.MergeNotSame);
        (await MergeAsync(office, first, second)).Refusal.ShouldBe(RequestRefusal.MergeNotSame);
    }

    [Fact]
    public async Task A_request_at_the_wrong_counter_goes_to_the_agency_that_it_names_with_its_day_and_is_counted_there_once()
    {
        await using var office = await Office.OpenAsync(database);
        var forestry = await office.AddAgencyAsync("云溪县林业局", AgencyKind.Department, office.County);
        var there = await office.HireAsync("钱林", (forestry, Role.Clerk));
        var registered = (await office.UseAsync<RegisterRequest, RegisterRequest.Result>(use => use.RunAsync(
            new(Case.Form(office), IntakeChannel.Counter, new DateOnly(2026, 1, 6), null), office.Clerk, Cancellation))).Registered!;

        Case.Done(await PassAsync(office, registered.RequestId, forestry, isAddressedThere: true));

        var sheet = await Case.SheetAsync(office, registered.RequestId, there);
        sheet.Row.AgencyId.ShouldBe(forestry.Id);
        sheet.Row.ReceivedOn.ShouldBe(new DateOnly(2026, 1, 6));
        sheet.Moves.PassedFrom.ShouldHaveSingleItem().Number.ShouldBe(registered.Number);
        (await office.UseAsync<RequestQueries, RequestSheet?>(queries => queries.FindAsync(registered.RequestId, office.Clerk, Cancellation))).ShouldBeNull();
        (await office.UseAsync<OpenCase, CaseKey?>(open => open.RunAsync(registered.Number, registered.Code, Cancellation))).ShouldNotBeNull();
        (await office.UseAsync<OpenCase, CaseKey?>(open => open.RunAsync(sheet.Row.Number, registered.Code, Cancellation))).ShouldNotBeNull();
        (await ReceivedAsync(office, office.Bureau)).ShouldBe(0);
        (await ReceivedAsync(office, forestry)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_addressed_here_or_was_begun_is_answered_here()
    {
        await using var office = await Office.OpenAsync(database);
        var forestry = await office.AddAgencyAsync("云溪县林业局", AgencyKind.Department, office.County);
        var id = await Case.RegisterAsync(office, new DateOnly(2026, 1, 6));

        var here = await PassAsync(office, id, forestry, isAddressedThere: false);
        here.Refusal.ShouldBe(RequestRefusal.PassAddressedHere);
        here.Message!.ShouldContain("第三十六条第（五）项");
        Case.Done(await Case.AssignAsync(office, id));
        (await PassAsync(office, id, forestry, isAddressedThere: true)).Refusal.ShouldBe(RequestRefusal.PassStarted);
        (await Case.SheetAsync(office, id)).Row.AgencyId.ShouldBe(office.Bureau.Id);
    }

    [Fact]
    public async Task Another_governments_agency_is_named_to_the_applicant_and_gets_nothing()
    {
        await using var office = await Office.OpenAsync(database);
        var elsewhere = await office.AddAgencyAsync("白石县人民政府", AgencyKind.Government, null);
        var id = await Case.RegisterAsync(office, new DateOnly(2026, 1, 6));

        (await PassAsync(office, id, elsewhere, isAddressedThere: true)).Refusal.ShouldBe(RequestRefusal.PassOutside);
        Case.Done(await office.UseAsync<PointElsewhere, RequestResult>(use => use.RunAsync(new(id, elsewhere.Id, "水库由白石县管理"), office.Clerk, Cancellation)));

        var item = (await Case.SheetAsync(office, id)).Items.ShouldHaveSingleItem();
        item.Outcome.ShouldBe(Outcome.OtherAgency);
        item.Supplied!.ShouldContain("白石县人民政府");
    }

    private static Task<RequestResult> MergeAsync(Office office, long later, long into) =>
        office.UseAsync<MergeRequest, RequestResult>(use => use.RunAsync(new(later, into, Today, "要的是同一信息"), office.Clerk, Cancellation));

    private static Task<RequestResult> PassAsync(Office office, long id, Agency to, bool isAddressedThere) =>
        office.UseAsync<PassRequest, RequestResult>(use => use.RunAsync(new(id, to.Id, isAddressedThere, "投错了窗口"), office.Clerk, Cancellation));

    private static async Task<decimal> ReceivedAsync(Office office, Agency agency) =>
        await office.UseAsync<LedgerFigures, IReadOnlyDictionary<FigureAddress, decimal>?>(ledger => ledger.OfAsync(agency.Id, 2026, Cancellation)) is { } figures ? FigureOf(figures, "requests.received.total") : 0;

    private static decimal FigureOf(IReadOnlyDictionary<FigureAddress, decimal> figures, string name) => figures.Single(figure => figure.Key.ToString() == name).Value;
}
