using System.Globalization;
using System.Text;

namespace Gongkai.Web.Portal.Applicants;

/// <summary>A calendar with days that people put into their own (RFC 5545), each with a reminder three days before.</summary>
public static class CalendarFile
{
    private const int LongestLine = 75;

    public static string Of(IEnumerable<CalendarDay> days, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//gongkai//requests//ZH");
        foreach (var day in days)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{day.Id}@gongkai");
            Line(text, string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{now.UtcDateTime:yyyyMMddTHHmmss}Z"));
            Line(text, string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{day.Day:yyyyMMdd}"));
            Line(text, string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{day.Day.AddDays(1):yyyyMMdd}"));
            Line(text, $"SUMMARY:{Escaped(day.Title)}");
            Line(text, $"DESCRIPTION:{Escaped(day.Text)}");
            Line(text, "TRANSP:TRANSPARENT");
            Line(text, "BEGIN:VALARM");
            Line(text, "ACTION:DISPLAY");
            Line(text, $"DESCRIPTION:{Escaped(day.Title)}");
            Line(text, "TRIGGER:-P3D");
            Line(text, "END:VALARM");
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    /// <summary>A line, folded so that no part of it has more than 75 bytes.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var bytes = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (bytes + letter.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                bytes = 1;
            }

            text.Append(letter);
            bytes += letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}

/// <summary>A day for the calendar.</summary>
public sealed record CalendarDay(string Id, DateOnly Day, string Title, string Text);
