using Gongkai.Platform.Jobs;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Requests;

/// <summary>The units that handle a case together, each with its day.</summary>
public sealed class UnitTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_unit_has_its_day_before_the_statutory_one_and_its_opinion_is_kept()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await Case.RegisterAsync(office, new DateOnly(2026, 1, 12));
        var due = (await Case.SheetAsync(office, id)).Row.DueOn!.Value;

        (await AssignAsync(office, id, due)).Refusal.ShouldBe(RequestRefusal.ReportByWrong);
        (await AssignAsync(office, id, new DateOnly(2026, 1, 11))).Refusal.ShouldBe(RequestRefusal.ReportByWrong);
        Case.Done(await AssignAsync(office, id, new DateOnly(2026, 1, 20), new AssignRequest.AssistingUnit("财务股", new DateOnly(2026, 1, 15)), new AssignRequest.AssistingUnit("办公室", null)));
        (await AssignAsync(office, id, null, new AssignRequest.AssistingUnit("财务股", null))).Refusal.ShouldBe(RequestRefusal.UnitTwice);
        Case.Done(await office.UseAsync<RecordUnit, RequestResult>(use => use.RunAsync(new(id, 1, new DateOnly(2026, 1, 12), "有付款凭证一份", false), office.Clerk, Cancellation)));
        Case.Done(await office.UseAsync<RecordUnit, RequestResult>(use => use.RunAsync(new(id, 2, new DateOnly(2026, 1, 12), "", true), office.Clerk, Cancellation)));

        var units = (await Case.SheetAsync(office, id)).Units;
        units.Select(unit => unit.Name).ShouldBe(["规划股", "财务股"]);
        units[0].ReportBy.ShouldBe(new DateOnly(2026, 1, 20));
        units[1].Opinion.ShouldBe("有付款凭证一份");
        (await office.UseAsync<RecordUnit, RequestResult>(use => use.RunAsync(new(id, 1, new DateOnly(2026, 1, 12), "又一份", false), office.Clerk, Cancellation))).Refusal.ShouldBe(RequestRefusal.NoSuchUnit);
    }

    [Fact]
    public async Task A_unit_that_is_late_stands_in_todays_work_and_is_reminded_of_once()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await Case.RegisterAsync(office, new DateOnly(2026, 1, 12));
        Case.Done(await AssignAsync(office, id, null, new AssignRequest.AssistingUnit("财务股", new DateOnly(2026, 1, 15))));
        (await WaitingAsync(office)).Single(waiting => waiting.Id == id).Errand.ShouldBe(RequestErrand.Handle);

        office.Clock.Move(TimeSpan.FromDays(4));
        await RemindAsync(office);
        await RemindAsync(office);

        var waiting = (await WaitingAsync(office)).Single(one => one.Id == id);
        waiting.Errand.ShouldBe(RequestErrand.PressUnits);
        waiting.LateUnits.ShouldHaveSingleItem().Name.ShouldBe("财务股");
        var told = await office.UseAsync<GongkaiDb, List<Guid>>(db =>
            db.Notifications.AsNoTracking().Where(told => told.Link == $"/work/requests/{id}" && told.Text.Contains("财务股")).Select(told => told.AccountId).ToListAsync(Cancellation));
        told.ShouldBe([office.Clerk.AccountId, office.Head.AccountId], ignoreOrder: true);
    }

    private static Task<RequestResult> AssignAsync(Office office, long id, DateOnly? by, params AssignRequest.AssistingUnit[] assisting) =>
        office.UseAsync<AssignRequest, RequestResult>(use => use.RunAsync(new(id, office.Clerk.AccountId, "规划股", null) { ReportBy = by, Assisting = assisting }, office.Clerk, Cancellation));

    private static Task<IReadOnlyList<RequestAtHand>> WaitingAsync(Office office) =>
        office.UseAsync<RequestsAtHand, IReadOnlyList<RequestAtHand>>(query => query.WaitingAsync(office.Clerk, Cancellation));

    private static Task<bool> RemindAsync(Office office) => office.UseAsync<RequestReminders, bool>(async reminders =>
    {
        var lease = new JobLease(Guid.CreateVersion7(), RequestReminders.Kind, "{}", 1, 5, "one", null, null);
        await reminders.RunAsync(new RunningJob(lease, (_, _, _) => Task.CompletedTask), Cancellation);
        return true;
    });
}
