using Gongkai.Law.Calendar;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.ReadingPoints;
using Gongkai.Platform.Tests.Filings;

namespace Gongkai.Platform.Tests.Participation;

/// <summary>Reading points: entered once, placed within the country, open by the working calendar.</summary>
public sealed class ReadingPointTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly OpeningHours Hours = new(new TimeOnly(8, 30), new TimeOnly(17, 30), new TimeOnly(9, 0), new TimeOnly(12, 0));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-01-12 08:29", false)]
    [InlineData("2026-01-12 08:30", true)]
    [InlineData("2026-01-12 17:30", false)]
    [InlineData("2026-01-10 10:00", true)]
    [InlineData("2026-01-10 14:00", false)]
    [InlineData("2026-01-01 14:00", false)]
    public void It_is_open_by_its_hours_on_working_days_and_on_days_off(string now, bool isOpen) =>
        Hours.IsOpen(DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture), WorkingCalendar.Statutory).ShouldBe(isOpen);

    [Fact]
    public void Where_the_hours_are_said_in_words_alone_nothing_is_said_of_now() =>
        new OpeningHours(null, null, null, null).IsOpen(new DateTime(2026, 1, 12, 10, 0, 0, DateTimeKind.Unspecified), WorkingCalendar.Statutory).ShouldBeNull();

    [Fact]
    public async Task It_is_shown_until_it_is_given_up_and_the_same_form_enters_one()
    {
        await using var office = await Office.OpenAsync(database);
        var key = Guid.CreateVersion7();
        var made = await KeepAsync(office, Command(office, key));
        made.Refusal.ShouldBeNull();
        (await KeepAsync(office, Command(office, key))).Id.ShouldBe(made.Id);
        var point = (await ListAsync(office)).ShouldHaveSingleItem();
        point.IsOpen.ShouldBe(true);
        (await KeepAsync(office, Command(office, key) with { Id = point.Id, Name = "县图书馆二楼" })).Refusal.ShouldBeNull();
        (await ListAsync(office)).ShouldHaveSingleItem().Name.ShouldBe("县图书馆二楼");
        (await office.UseAsync<KeepReadingPoint, ParticipationResult>(keep => keep.CloseAsync(point.Id, office.Head, Cancellation))).Refusal.ShouldBe(ParticipationRefusal.NotFound);
        (await office.UseAsync<KeepReadingPoint, ParticipationResult>(keep => keep.CloseAsync(point.Id, office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        (await ListAsync(office)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(30.1, 110.2)]
    [InlineData(110.2, 60)]
    [InlineData(20, 30)]
    public async Task A_place_outside_of_the_country_is_a_slip_of_the_pen(double longitude, double latitude)
    {
        await using var office = await Office.OpenAsync(database);
        (await KeepAsync(office, Command(office, Guid.CreateVersion7()) with { Longitude = (decimal)longitude, Latitude = (decimal)latitude })).Refusal.ShouldBe(ParticipationRefusal.PositionWrong);
    }

    [Fact]
    public async Task Nobody_keeps_that_of_another_agency()
    {
        await using var office = await Office.OpenAsync(database);
        var stranger = await office.HireAsync("外人", (office.County, Role.Clerk));
        (await office.UseAsync<KeepReadingPoint, ParticipationResult>(keep => keep.RunAsync(Command(office, Guid.CreateVersion7()), stranger, Cancellation))).Refusal.ShouldBe(ParticipationRefusal.NotAllowed);
    }

    private static KeepReadingPoint.Command Command(Office office, Guid key) => new(null, key, office.Bureau.Id, ReadingPointKind.Library, "县图书馆", "和顺路3号", "工作日8:30—17:30")
    {
        Structured = Hours, Longitude = 110.123456m, Latitude = 30.654321m,
    };

    private static Task<ParticipationResult> KeepAsync(Office office, KeepReadingPoint.Command command) => office.UseAsync<KeepReadingPoint, ParticipationResult>(keep => keep.RunAsync(command, office.Clerk, Cancellation));

    private static Task<IReadOnlyList<ReadingPointView>> ListAsync(Office office) => office.UseAsync<ReadingPointQueries, IReadOnlyList<ReadingPointView>>(queries => queries.ListAsync(office.Bureau.Id, Cancellation));
}
