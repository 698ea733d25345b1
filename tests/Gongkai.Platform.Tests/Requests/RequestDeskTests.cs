using Gongkai.Law.Requests;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Requests;

/// <summary>What waits for whom, who is reminded when, and what is done for many cases at once.</summary>
public sealed class RequestDeskTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    // 12 January 2026 is the day of the office; 16 December is 18 working days before it.
    private static readonly DateOnly Pressing = new(2025, 12, 16);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_is_told_of_a_case_once_at_each_mark_and_the_head_from_two_days_on()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await RegisterAsync(office, new DateOnly(2025, 12, 19));
        await AssignAsync(office, id, office.OtherClerk.AccountId);

        await RemindAsync(office);
        await RemindAsync(office);
        (await ToldAsync(office, id)).ShouldBe([office.OtherClerk.AccountId]);
        office.Clock.Move(TimeSpan.FromDays(3));
        await RemindAsync(office);
        await RemindAsync(office);
        (await ToldAsync(office, id)).ShouldBe([office.OtherClerk.AccountId, office.OtherClerk.AccountId, office.Head.AccountId], ignoreOrder: true);
        office.Clock.Move(TimeSpan.FromDays(11));
        await RemindAsync(office);
        office.Clock.Move(TimeSpan.FromDays(1));
        await RemindAsync(office);
        (await ToldAsync(office, id)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task What_waits_is_what_this_person_can_do_the_nearest_day_first()
    {
        await using var office = await Office.OpenAsync(database);
        var later = await RegisterAsync(office, new DateOnly(2026, 1, 9));
        var sooner = await RegisterAsync(office, Pressing);
        await AssignAsync(office, sooner, office.OtherClerk.AccountId);

        var clerk = await WaitingAsync(office, office.Clerk);
        clerk.ShouldHaveSingleItem().ShouldSatisfyAllConditions(waiting => waiting.Id.ShouldBe(later), waiting => waiting.Errand.ShouldBe(RequestErrand.Assign));
        (await WaitingAsync(office, office.OtherClerk)).Select(waiting => waiting.Id).ShouldBe([sooner, later]);
        (await WaitingAsync(office, office.Head)).ShouldHaveSingleItem().Errand.ShouldBe(RequestErrand.Watch);
        await office.UseAsync<ExtendDeadline, RequestResult>(use => use.ProposeAsync(new(sooner, 20, "信息量大", new DateOnly(2026, 1, 12)), office.OtherClerk, Cancellation));
        (await WaitingAsync(office, office.Head)).ShouldHaveSingleItem().Errand.ShouldBe(RequestErrand.Extend);
        var load = (await office.UseAsync<RequestsAtHand, IReadOnlyList<AgencyLoad>>(query => query.LoadsAsync(office.Officer, Cancellation))).ShouldHaveSingleItem();
        load.ShouldBe(load with { AgencyId = office.Bureau.Id, Open = 2, Late = 0, Near = 1, Unconfirmed = 0 });
    }

    [Fact]
    public async Task Many_are_extended_at_once_and_the_day_seen_before_is_the_day_after()
    {
        await using var office = await Office.OpenAsync(database);
        var near = await RegisterAsync(office, Pressing);
        await RegisterAsync(office, new DateOnly(2026, 1, 12));

        var preview = (await office.UseAsync<ExtendMany, IReadOnlyList<ExtensionPreview>>(use => use.PreviewAsync(office.Bureau.Id, 10, office.Head, Cancellation))).ShouldHaveSingleItem();
        var result = await office.UseAsync<ExtendMany, ManyResult>(use => use.RunAsync(new(office.Bureau.Id, 10, "信息量大", [near]), office.Head, Cancellation));

        preview.Id.ShouldBe(near);
        result.Done.ShouldBe(1);
        var sheet = await office.UseAsync<RequestQueries, RequestSheet?>(queries => queries.FindAsync(near, office.Clerk, Cancellation));
        sheet!.Timeline.Answer!.LastDay.ShouldBe(preview.NewLastDay);
        (await office.UseAsync<ExtendMany, IReadOnlyList<ExtensionPreview>>(use => use.PreviewAsync(office.Bureau.Id, 10, office.Clerk, Cancellation))).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_persons_cases_go_to_another_and_keep_their_unit()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await RegisterAsync(office, Pressing);
        await AssignAsync(office, id, office.Clerk.AccountId);

        var result = await office.UseAsync<HandOverRequests, ManyResult>(use => use.RunAsync(
            new(office.Bureau.Id, office.Clerk.AccountId, office.OtherClerk.AccountId, "产假", [id]), office.Head, Cancellation));

        result.Done.ShouldBe(1);
        var sheet = await office.UseAsync<RequestQueries, RequestSheet?>(queries => queries.FindAsync(id, office.Clerk, Cancellation));
        sheet!.HandlerId.ShouldBe(office.OtherClerk.AccountId);
        sheet.Row.Unit.ShouldBe("办公室");
    }

    private static async Task<long> RegisterAsync(Office office, DateOnly arrivedOn) =>
        (await office.UseAsync<RegisterRequest, RegisterRequest.Result>(use => use.RunAsync(
            new(new RequestForm
            {
                Key = Guid.CreateVersion7(), AgencyId = office.Bureau.Id, Wanted = "水库移民补偿标准",
                Applicant = new Applicant { Name = "周小舟", IdentityKind = IdentityCard.Kind, IdentityNumber = "", Telephone = "" },
            }, IntakeChannel.Counter, arrivedOn, null), office.Clerk, Cancellation))).Registered!.RequestId;

    private static Task<RequestResult> AssignAsync(Office office, long id, Guid handler) =>
        office.UseAsync<AssignRequest, RequestResult>(use => use.RunAsync(new(id, handler, "办公室", null), office.Clerk, Cancellation));

    private static Task<IReadOnlyList<RequestAtHand>> WaitingAsync(Office office, Gongkai.Platform.Accounts.Actor actor) =>
        office.UseAsync<RequestsAtHand, IReadOnlyList<RequestAtHand>>(query => query.WaitingAsync(actor, Cancellation));

    private static Task<bool> RemindAsync(Office office) => office.UseAsync<RequestReminders, bool>(async reminders =>
    {
        var lease = new JobLease(Guid.CreateVersion7(), RequestReminders.Kind, "{}", 1, 5, "one", null, null);
        await reminders.RunAsync(new RunningJob(lease, (_, _, _) => Task.CompletedTask), Cancellation);
        return true;
    });

    private static Task<List<Guid>> ToldAsync(Office office, long id) => office.UseAsync<GongkaiDb, List<Guid>>(db =>
        db.Notifications.AsNoTracking().Where(notification => notification.Link == $"/work/requests/{id}").Select(notification => notification.AccountId).ToListAsync(Cancellation));
}
