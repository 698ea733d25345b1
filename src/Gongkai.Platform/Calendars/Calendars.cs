using Gongkai.Law.Calendar;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Calendars;

/// <summary>The calendar of working days that holds for an agency: the notices that the program brings, those that were entered, and the region's own days.</summary>
public sealed class Calendars(GongkaiDb db)
{
    private CalendarYear[]? entered;
    private RegionalHoliday[]? regional;
    private readonly Dictionary<int, string> divisions = [];
    private readonly Dictionary<string, WorkingCalendar> made = new(StringComparer.Ordinal);

    /// <summary>The calendar of an agency.</summary>
    public async Task<WorkingCalendar> OfAsync(int agencyId, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return entered!.Length == 0 && regional!.Length == 0
            ? WorkingCalendar.Statutory
            : OfDivision(regional!.Length == 0 ? "" : await DivisionAsync(agencyId, cancellation));
    }

    /// <summary>The calendar of an agency as it would be with another notice.</summary>
    public async Task<WorkingCalendar> OfAsync(int agencyId, CalendarYear year, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var own = Own(regional!.Length == 0 ? "" : await DivisionAsync(agencyId, cancellation));
        return new WorkingCalendar([.. StatutoryHolidays.Years, .. entered!, year], own.Select(Law));
    }

    /// <summary>The calendar without any region's days.</summary>
    public async Task<WorkingCalendar> NationalAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return entered!.Length == 0 ? WorkingCalendar.Statutory : OfDivision("");
    }

    /// <summary>Every year that counts, the latest first: as entered where it was, as the program brings it otherwise.</summary>
    public async Task<IReadOnlyList<CalendarYear>> YearsAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return [.. StatutoryHolidays.Years.Concat(entered!).GroupBy(year => year.Year).Select(years => years.Last()).OrderByDescending(year => year.Year)];
    }

    /// <summary>The regions' own days, by region.</summary>
    public async Task<IReadOnlyList<RegionalHoliday>> RegionalAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return [.. regional!.OrderBy(day => day.Division, StringComparer.Ordinal).ThenBy(day => day.Day)];
    }

    /// <summary>Forgets what was read, after a change.</summary>
    internal void Forget()
    {
        entered = null;
        regional = null;
        divisions.Clear();
        made.Clear();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        entered ??= [.. (await db.HolidayNotices.AsNoTracking().OrderBy(notice => notice.Year).ThenBy(notice => notice.Number).ToListAsync(cancellation))
            .Select(notice => new CalendarYear(notice.Year, notice.Notice, notice.Off, notice.Work))];
        regional ??= await db.RegionalHolidays.AsNoTracking().ToArrayAsync(cancellation);
    }

    private WorkingCalendar OfDivision(string division)
    {
        var own = Own(division);
        var key = string.Join(',', own.Select(day => day.Division).Distinct());
        if (!made.TryGetValue(key, out var calendar))
        {
            calendar = new WorkingCalendar([.. StatutoryHolidays.Years, .. entered!], own.Select(Law));
            made.Add(key, calendar);
        }

        return calendar;
    }

    /// <summary>The days of the regions in which a division lies, the nearest last.</summary>
    private RegionalHoliday[] Own(string division) =>
        [.. regional!.Where(day => division.StartsWith(day.Division, StringComparison.Ordinal)).OrderBy(day => day.Division.Length)];

    private static RegionalDay Law(RegionalHoliday day) => new(day.Day, day.IsOff, day.Name, day.Source);

    /// <summary>The agency's own code, or that of the nearest agency above that has one.</summary>
    private async Task<string> DivisionAsync(int agencyId, CancellationToken cancellation)
    {
        if (divisions.TryGetValue(agencyId, out var known))
        {
            return known;
        }

        var path = await db.Agencies.Where(agency => agency.Id == agencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        return divisions[agencyId] = await db.Agencies.Where(agency => agency.DivisionCode != null && path.StartsWith(agency.Path)).OrderByDescending(agency => agency.Path.Length)
            .Select(agency => agency.DivisionCode).FirstOrDefaultAsync(cancellation) ?? "";
    }
}
