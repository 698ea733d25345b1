using Gongkai.Law.Calendar;

namespace Gongkai.Platform.Participation.ReadingPoints;

/// <summary>政府信息查阅场所 (第二十五条): where people read what is public, without the net.</summary>
public sealed class ReadingPoint
{
    public int Id { get; init; }

    public int AgencyId { get; init; }

    public ReadingPointKind Kind { get; set; }

    public required string Name { get; set; }

    public required string Address { get; set; }

    public string Telephone { get; set; } = "";

    /// <summary>When it is open, in words.</summary>
    public required string Hours { get; set; }

    /// <summary>When it is open on working days; null where that is not said in numbers.</summary>
    public TimeOnly? WorkdayFrom { get; set; }

    public TimeOnly? WorkdayTo { get; set; }

    /// <summary>When it is open on days off; null where it is closed then.</summary>
    public TimeOnly? RestDayFrom { get; set; }

    public TimeOnly? RestDayTo { get; set; }

    /// <summary>What is there: papers, a computer, forms.</summary>
    public string Offers { get; set; } = "";

    /// <summary>East, in degrees of WGS-84.</summary>
    public decimal? Longitude { get; set; }

    /// <summary>North, in degrees of WGS-84.</summary>
    public decimal? Latitude { get; set; }

    /// <summary>The day on which it was given up; null while it stands.</summary>
    public DateOnly? ClosedOn { get; set; }

    public Guid FormKey { get; init; }

    public string ChangedByName { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>What kind of place it is.</summary>
public enum ReadingPointKind
{
    /// <summary>国家档案馆.</summary>
    Archive,

    /// <summary>公共图书馆.</summary>
    Library,

    /// <summary>政务服务场所.</summary>
    ServiceHall,

    /// <summary>公共查阅室、资料索取点.</summary>
    ReadingRoom,

    /// <summary>信息公告栏、电子信息屏.</summary>
    NoticeBoard,
}

/// <summary>When a place is open.</summary>
public sealed record OpeningHours(TimeOnly? WorkdayFrom, TimeOnly? WorkdayTo, TimeOnly? RestDayFrom, TimeOnly? RestDayTo)
{
    /// <summary>Whether it is open at a time in Beijing; null where its hours are not said in numbers.</summary>
    public bool? IsOpen(DateTime now, WorkingCalendar calendar)
    {
        var day = DateOnly.FromDateTime(now);
        if (WorkdayFrom is not { } from || WorkdayTo is not { } to || !calendar.Covers(day))
        {
            return null;
        }

        var time = TimeOnly.FromDateTime(now);
        return calendar.IsWorkingDay(day) ? time >= from && time < to : RestDayFrom is { } restFrom && RestDayTo is { } restTo && time >= restFrom && time < restTo;
    }
}
