using Gongkai.Law.Disputes;
using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Disputes;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Applicants;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Requests.Keeping;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Gongkai.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Requests;

/// <summary>A closed case is kept for its years; then two persons decide what becomes of it, and what goes is really gone.</summary>
public sealed class RetentionTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly DateOnly Today = new(2026, 1, 12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_anonymised_case_tells_nothing_of_the_applicant_and_every_figure_stays()
    {
        await using var office = await Office.OpenAsync(database);
        var registered = await ClosedAsync(office, "周小舟家的补偿款");
        var id = registered.RequestId;
        await PassYearsAsync(office, 11);
        var before = await FiguresAsync(office);
        (await DueAsync(office)).ShouldContain(row => row.Id == id);

        (await ProposeAsync(office, id, RetentionAction.Anonymise, office.Clerk)).ShouldBeNull();
        var proposal = (await DueAsync(office)).Single(row => row.Id == id).ProposalId!.Value;
        (await DecideAsync(office, proposal, office.Clerk)).ShouldBe(RetentionRefusal.NotAllowed);
        (await office.UseAsync<OpenCase, CaseKey?>(open => open.RunAsync(registered.Number, registered.Code, Cancellation))).ShouldNotBeNull();
        (await DecideAsync(office, proposal, office.Head)).ShouldBeNull();

        var kept = await office.UseAsync<GongkaiDb, string>(db => db.Database.SqlQuery<string>(
            $"""
            SELECT concat_ws(' ', (SELECT r::text FROM requests r WHERE id = {id}), (SELECT string_agg(e::text, ' ') FROM request_events e WHERE request_id = {id}), (SELECT string_agg(s::text, ' ') FROM request_steps s WHERE request_id = {id}),
                (SELECT string_agg(i::text, ' ') FROM request_items i WHERE request_id = {id}), (SELECT string_agg(b::text, ' ') FROM blobs b JOIN request_files f ON f.blob_id = b.id WHERE f.request_id = {id}),
                (SELECT string_agg(a::text, ' ') FROM audit_entries a), (SELECT string_agg(p::text, ' ') FROM request_parties p WHERE request_id = {id})) AS "Value"
            """).SingleAsync(Cancellation));
        kept.ShouldNotContain("周小舟");
        kept.ShouldNotContain("周**");
        kept.ShouldNotContain("来信");
        kept.ShouldNotContain("某公司");
        (await office.UseAsync<GongkaiDb, int>(db => db.RequestApplicants.CountAsync(applicant => applicant.RequestId == id, Cancellation))).ShouldBe(0);
        (await office.UseAsync<GongkaiDb, int>(db => db.Database.SqlQuery<int>(
            $"SELECT count(*)::int AS \"Value\" FROM blob_chunks WHERE blob_id IN (SELECT blob_id FROM request_files WHERE request_id = {id} UNION SELECT blob_id FROM request_papers WHERE request_id = {id})").SingleAsync(Cancellation))).ShouldBe(0);
        (await office.UseAsync<OpenCase, CaseKey?>(open => open.RunAsync(registered.Number, registered.Code, Cancellation))).ShouldBeNull();
        (await FiguresAsync(office)).ShouldBe(before);
        var sheet = await Case.SheetAsync(office, id);
        sheet.AnonymisedOn.ShouldNotBeNull();
        sheet.Actions.ShouldBeEmpty();
        (await DueAsync(office)).ShouldNotContain(row => row.Id == id);
        (await office.UseAsync<NoteRequest, RequestResult>(use => use.RunAsync(id, "补记", office.Clerk, Cancellation))).Refusal.ShouldBe(RequestRefusal.WrongState);
        (await office.UseAsync<AuditVerification, AuditVerification.Result>(audit => audit.RunAsync(Cancellation))).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_confirms_the_own_proposal_and_one_that_is_sent_back_changes_nothing()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await ClosedAsync(office, Case.Wanted)).RequestId;
        await PassYearsAsync(office, 11);
        var both = await office.HireAsync("孙兼任", (office.Bureau, Role.Clerk), (office.Bureau, Role.Head));
        (await ProposeAsync(office, id, RetentionAction.DestroyFiles, both)).ShouldBeNull();
        (await ProposeAsync(office, id, RetentionAction.Anonymise, office.Clerk)).ShouldBe(RetentionRefusal.AlreadyProposed);
        var proposal = (await DueAsync(office)).Single(row => row.Id == id).ProposalId!.Value;

        (await DecideAsync(office, proposal, both)).ShouldBe(RetentionRefusal.OwnProposal);
        (await office.UseAsync<RetentionDesk, RetentionRefusal?>(desk => desk.DecideAsync(proposal, false, "还要用", office.Head, Cancellation))).ShouldBeNull();

        (await Case.SheetAsync(office, id)).FilesDestroyedOn.ShouldBeNull();
        (await DueAsync(office)).Single(row => row.Id == id).ProposalId.ShouldBeNull();
    }

    [Fact]
    public async Task A_case_that_is_kept_longer_comes_back_when_that_day_has_gone_by()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await ClosedAsync(office, Case.Wanted)).RequestId;
        await PassYearsAsync(office, 11);
        (await ProposeAsync(office, id, RetentionAction.KeepLonger, office.Clerk)).ShouldBe(RetentionRefusal.UntilWrong);
        (await office.UseAsync<RetentionDesk, RetentionRefusal?>(desk => desk.ProposeAsync(new(id, RetentionAction.KeepLonger, new DateOnly(2039, 1, 1), "水库还在建"), office.Clerk, Cancellation))).ShouldBeNull();
        (await DecideAsync(office, (await DueAsync(office)).Single(row => row.Id == id).ProposalId!.Value, office.Head)).ShouldBeNull();

        (await DueAsync(office)).ShouldNotContain(row => row.Id == id);
        await PassYearsAsync(office, 3);
        (await DueAsync(office)).ShouldContain(row => row.Id == id);
    }

    [Fact]
    public async Task A_case_that_is_disputed_or_not_old_enough_is_left_alone()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await ClosedAsync(office, Case.Wanted)).RequestId;
        (await ProposeAsync(office, id, RetentionAction.Anonymise, office.Clerk)).ShouldBe(RetentionRefusal.NotDue);
        await office.UseAsync<DisputeDesk, DisputeTaken>(desk => desk.OpenAsync(
            new(office.Bureau.Id, DisputeKind.Reconsideration, id, "云溪县人民政府", null, "周小舟", true, "不服答复", new DisputeEvent(DisputeStep.CopyReceived, Today)), office.Clerk, Cancellation));
        await PassYearsAsync(office, 11);

        (await DueAsync(office)).ShouldNotContain(row => row.Id == id);
        (await ProposeAsync(office, id, RetentionAction.Anonymise, office.Clerk)).ShouldBe(RetentionRefusal.NotDue);
    }

    private static async Task<Registered> ClosedAsync(Office office, string wanted)
    {
        var registered = (await office.UseAsync<RegisterRequest, RegisterRequest.Result>(use => use.RunAsync(new(Case.Form(office, wanted), IntakeChannel.Counter, Today, null), office.Clerk, Cancellation))).Registered!;
        Case.Done(await office.UseAsync<AddRequestFile, RequestResult>(use => use.RunAsync(
            new(registered.RequestId, FilePurpose.Application, new SentFile("来信.txt", () => new MemoryStream("周小舟的信"u8.ToArray()))), office.Clerk, Cancellation)));
        Case.Done(await office.UseAsync<Consult, RequestResult>(use => use.AskAsync(new(registered.RequestId, false, "某公司", Today, null), office.Clerk, Cancellation)));
        Case.Done(await office.UseAsync<Consult, RequestResult>(use => use.RecordAsync(new(registered.RequestId, false, 1, true, "同意", Today), office.Clerk, Cancellation)));
        await Case.AnswerAsync(office, registered.RequestId, Today);
        return registered;
    }

    private static Task PassYearsAsync(Office office, int years)
    {
        office.Clock.Move(TimeSpan.FromDays((365.25 * years) + 10));
        return Task.CompletedTask;
    }

    private static async Task<IReadOnlyList<RetentionRow>> DueAsync(Office office) =>
        (await office.UseAsync<RetentionQueries, Page<RetentionRow>>(queries => queries.ListAsync(new RetentionFilter(), office.Clerk, null, Cancellation))).Items;

    private static Task<RetentionRefusal?> ProposeAsync(Office office, long id, RetentionAction action, Actor actor) =>
        office.UseAsync<RetentionDesk, RetentionRefusal?>(desk => desk.ProposeAsync(new(id, action, null, "保管期满"), actor, Cancellation));

    private static Task<RetentionRefusal?> DecideAsync(Office office, long proposal, Actor actor) =>
        office.UseAsync<RetentionDesk, RetentionRefusal?>(desk => desk.DecideAsync(proposal, true, null, actor, Cancellation));

    private static async Task<string> FiguresAsync(Office office)
    {
        var figures = (await office.UseAsync<LedgerFigures, IReadOnlyDictionary<FigureAddress, decimal>?>(ledger => ledger.OfAsync(office.Bureau.Id, 2026, Cancellation)))!;
        return string.Join(' ', figures.Where(figure => figure.Value != 0).Select(figure => $"{figure.Key}={figure.Value}").Order());
    }
}
