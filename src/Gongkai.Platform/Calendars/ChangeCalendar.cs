using Gongkai.Law.Calendar;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Calendars;

/// <summary>Enters the holiday notice of a year, or a region's own days. Every open clock is computed anew, and the cases that moved are listed.</summary>
public sealed class ChangeCalendar(GongkaiDb db, Calendars calendars, ClockSweep sweep, AuditTrail audit, TimeProvider time)
{
    /// <summary>What the notice would move; nothing is changed.</summary>
    public async Task<Result> PreviewYearAsync(CalendarYear year, Actor actor, CancellationToken cancellation) =>
        Refuse(year, actor) ?? Result.Of(await sweep.PreviewAsync((agencyId, token) => calendars.OfAsync(agencyId, year, token), cancellation));

    /// <summary>Enters the notice.</summary>
    public async Task<Result> SetYearAsync(CalendarYear year, Actor actor, CancellationToken cancellation)
    {
        if (Refuse(year, actor) is { } refused)
        {
            return refused;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE calendar_years IN SHARE ROW EXCLUSIVE MODE", cancellation);
        var number = 1 + (await db.HolidayNotices.Where(notice => notice.Year == year.Year).MaxAsync(notice => (int?)notice.Number, cancellation) ?? 0);
        db.HolidayNotices.Add(new HolidayNotice
        {
            Year = year.Year, Number = number, Notice = year.Notice.Trim(), Off = [.. year.Off.Order()], Work = [.. year.Work.Order()],
            CreatedAt = time.GetUtcNow(), CreatedByName = actor.Name,
        });
        await db.SaveChangesAsync(cancellation);
        return await FinishAsync("calendar.yearSet", $"calendar/{year.Year}", new { year.Notice, Off = Words(year.Off), Work = Words(year.Work) }, actor, transaction, cancellation);
    }

    /// <summary>Enters, or takes away, a day of a region (《全国年节及纪念日放假办法》第四条).</summary>
    /// <param name="division">行政区划代码.</param>
    /// <param name="day">The day; taken away where it has no name.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Result> SetRegionalAsync(string division, RegionalDay day, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.Operate))
        {
            return new Result { IsRefused = true };
        }

        var code = division.Trim();
        if (code.Length is < 2 or > 12 || !code.All(char.IsAsciiDigit))
        {
            return new Result { Faults = ["行政区划代码应为2至12位数字。"] };
        }

        if (!WorkingCalendar.Statutory.Covers(day.Day))
        {
            return new Result { Faults = ["日期超出了日历的范围。"] };
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.RegionalHolidays.Where(kept => kept.Division == code && kept.Day == day.Day).ExecuteDeleteAsync(cancellation);
        if (day.Name.Trim().Length > 0)
        {
            db.RegionalHolidays.Add(new RegionalHoliday { Division = code, Day = day.Day, IsOff = day.IsOff, Name = day.Name.Trim(), Source = day.Source.Trim() });
            await db.SaveChangesAsync(cancellation);
        }

        return await FinishAsync("calendar.regionalDaySet", $"calendar/{code}", new { Day = day.Day.ToString("yyyy-MM-dd", null), day.Name, day.IsOff, day.Source }, actor, transaction, cancellation);
    }

    private async Task<Result> FinishAsync(
        string action, string subject, object after, Actor actor, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancellation)
    {
        calendars.Forget();
        var swept = await sweep.KeepAsync(cancellation);
        await audit.RecordAsync(actor, agencyId: null, action, subject, null, new { Change = after, Moved = swept.MovedCount }, cancellation);
        await transaction.CommitAsync(cancellation);
        return Result.Of(swept);
    }

    private static Result? Refuse(CalendarYear year, Actor actor)
    {
        if (!Gate.MayAnywhere(actor, Act.Operate))
        {
            return new Result { IsRefused = true };
        }

        var faults = year.Faults().ToList();
        if (year.Notice.Trim().Length == 0)
        {
            faults.Insert(0, "请写明通知的文号或名称。");
        }

        if (year.Year is < 2019 or > 2100)
        {
            faults.Insert(0, "年份应在2019年至2100年之间。");
        }

        if (year.Off.Count == 0)
        {
            faults.Add("请至少写一个放假的日期。");
        }

        return faults.Count > 0 ? new Result { Faults = faults } : null;
    }

    private static string Words(IEnumerable<DateOnly> days) => string.Join(' ', days.Order().Select(day => day.ToString("MM-dd", null)));

    public sealed record Result
    {
        public bool IsRefused { get; init; }

        public IReadOnlyList<string> Faults { get; init; } = [];

        public Swept? Swept { get; init; }

        internal static Result Of(Swept swept) => new() { Swept = swept };
    }
}
