using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Requests;

public sealed class CalendarTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly DateOnly Due = new(2026, 2, 9);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_notice_moves_the_open_cases_and_names_them()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await RegisterAsync(office, office.Bureau);
        var system = await office.HireAsync("系统管理员", (office.County, Role.SystemAdministrator));
        var statutory = StatutoryHolidays.Years.Single(year => year.Year == 2026);
        var notice = statutory with { Notice = "国办发明电〔2026〕1号", Off = [.. statutory.Off, new DateOnly(2026, 1, 20)] };

        var preview = await office.UseAsync<ChangeCalendar, ChangeCalendar.Result>(use => use.PreviewYearAsync(notice, system, Cancellation));
        preview.Swept!.Moved.Single(moved => moved.RequestId == id).ShouldBe(new MovedDueDay(id, office.Bureau.Id, office.Bureau.Name, "2026-0001", Due, new DateOnly(2026, 2, 10)));
        (await DueOnAsync(office, id)).ShouldBe(Due);

        (await office.UseAsync<ChangeCalendar, ChangeCalendar.Result>(use => use.SetYearAsync(notice, office.Clerk, Cancellation))).IsRefused.ShouldBeTrue();
        (await office.UseAsync<ChangeCalendar, ChangeCalendar.Result>(use => use.SetYearAsync(notice, system, Cancellation))).Swept!.Moved.ShouldContain(moved => moved.RequestId == id);
        (await DueOnAsync(office, id)).ShouldBe(new DateOnly(2026, 2, 10));

        await office.UseAsync<ChangeCalendar, ChangeCalendar.Result>(use => use.SetYearAsync(statutory, system, Cancellation));
        (await DueOnAsync(office, id)).ShouldBe(Due);
    }

    [Fact]
    public async Task A_regional_festival_moves_the_cases_of_that_region_alone()
    {
        await using var office = await Office.OpenAsync(database);
        var system = await office.HireAsync("系统管理员", (office.County, Role.SystemAdministrator));
        await office.UseAsync<GongkaiDb, int>(db => db.Agencies.Where(agency => agency.Id == office.Bureau.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(agency => agency.DivisionCode, "450123"), Cancellation));
        var elsewhere = await office.AddAgencyAsync("云溪县文旅局", AgencyKind.Department, office.County);
        var here = await RegisterAsync(office, office.Bureau);
        var there = await RegisterAsync(office, elsewhere);
        var festival = new RegionalDay(new DateOnly(2026, 1, 21), true, "节日", "自治区规定");

        var swept = (await office.UseAsync<ChangeCalendar, ChangeCalendar.Result>(use => use.SetRegionalAsync("45", festival, system, Cancellation))).Swept!;

        swept.Moved.ShouldContain(moved => moved.RequestId == here);
        swept.Moved.ShouldNotContain(moved => moved.RequestId == there);
        (await DueOnAsync(office, here)).ShouldBe(new DateOnly(2026, 2, 10));
        await office.UseAsync<ChangeCalendar, ChangeCalendar.Result>(use => use.SetRegionalAsync("45", festival with { Name = "" }, system, Cancellation));
        (await DueOnAsync(office, here)).ShouldBe(Due);
    }

    [Fact]
    public async Task A_notice_with_a_fault_is_told_so_and_changes_nothing()
    {
        await using var office = await Office.OpenAsync(database);
        var system = await office.HireAsync("系统管理员", (office.County, Role.SystemAdministrator));

        var result = await office.UseAsync<ChangeCalendar, ChangeCalendar.Result>(use => use.SetYearAsync(
            new CalendarYear(2027, "", [new DateOnly(2026, 1, 1)], [new DateOnly(2027, 1, 4)]), system, Cancellation));

        result.Faults.Count.ShouldBe(3);
        (await office.UseAsync<GongkaiDb, bool>(db => db.HolidayNotices.AnyAsync(notice => notice.Year == 2027, Cancellation))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_night_later_a_case_that_nobody_answered_is_overdue()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await RegisterAsync(office, office.Bureau);
        office.Clock.Move(TimeSpan.FromDays(29));

        await office.UseAsync<ClockSweep, Swept>(sweep => sweep.KeepAsync(Cancellation));

        (await office.UseAsync<GongkaiDb, ClockState?>(db => db.Requests.Where(request => request.Id == id).Select(request => request.ClockState).SingleAsync(Cancellation))).ShouldBe(ClockState.Overdue);
    }

    [Fact]
    public async Task What_the_regulation_leaves_open_is_read_as_the_operator_chose_and_the_open_cases_follow()
    {
        await using var office = await Office.OpenAsync(database);
        var system = await office.HireAsync("系统管理员", (office.County, Role.SystemAdministrator));
        var correction = await RegisterAsync(office, office.Bureau, RequestKind.Correction);
        var answer = await RegisterAsync(office, office.Bureau);
        var usual = ChangeClockRules.Reading.Of(ClockRules.Default);
        var shorter = usual with { Correction = 15 };

        (await ReadAsync(shorter, office.Clerk)).IsRefused.ShouldBeTrue();
        (await ReadAsync(usual with { Correction = 0 }, system)).AreDaysWrong.ShouldBeTrue();
        (await ReadAsync(shorter, system, isPreview: true)).Swept!.Moved.ShouldContain(moved => moved.RequestId == correction && moved.To == new DateOnly(2026, 2, 2));
        (await DueOnAsync(office, correction)).ShouldBe(Due, "a preview changes nothing");

        (await ReadAsync(shorter, system)).Swept!.Moved.ShouldNotContain(moved => moved.RequestId == answer, "article 33 names its days");

        (await DueOnAsync(office, correction)).ShouldBe(new DateOnly(2026, 2, 2));
        (await DueOnAsync(office, answer)).ShouldBe(Due);
        await ReadAsync(usual, system);
        (await DueOnAsync(office, correction)).ShouldBe(Due);

        Task<ChangeClockRules.Result> ReadAsync(ChangeClockRules.Reading reading, Actor actor, bool isPreview = false) =>
            office.UseAsync<ChangeClockRules, ChangeClockRules.Result>(use => use.RunAsync(reading, isPreview, actor, Cancellation));
    }

    private static Task<DateOnly?> DueOnAsync(Office office, long id) =>
        office.UseAsync<GongkaiDb, DateOnly?>(db => db.Requests.Where(request => request.Id == id).Select(request => request.DueOn).SingleAsync(Cancellation));

    private static async Task<long> RegisterAsync(Office office, Agency agency, RequestKind kind = RequestKind.Disclosure)
    {
        var clerk = await office.HireAsync("登记员", (agency, Role.Clerk));
        return (await office.UseAsync<RegisterRequest, RegisterRequest.Result>(use => use.RunAsync(
            new(
                new RequestForm
                {
                    Key = Guid.CreateVersion7(), AgencyId = agency.Id, Kind = kind, Wanted = "水库移民补偿标准",
                    Applicant = new Applicant { Name = "周小舟", IdentityKind = "", IdentityNumber = "", Telephone = "" },
                },
                IntakeChannel.Counter, new DateOnly(2026, 1, 12), null), clerk, Cancellation))).Registered!.RequestId;
    }
}
