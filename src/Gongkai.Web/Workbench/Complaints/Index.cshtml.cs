using System.Globalization;
using Gongkai.Law.Calendar;
using Gongkai.Law.Supervision;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Complaints;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Complaints;

/// <summary>投诉举报 within reach, and how many there were in each year.</summary>
[Requires(Act.ViewRequests)]
public sealed class IndexModel(ComplaintQueries complaints, Calendars calendars, TimeProvider time) : PageModel
{
    public const string Home = "/work/complaints";

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public ComplaintKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? IsOpen { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Page<ListedComplaint> Rows { get; private set; } = new([], null);

    public IReadOnlyList<ComplaintYear> Years { get; private set; } = [];

    public bool MayRegister => Gate.MayAnywhere(HttpContext.Actor(), Act.HandleRequests);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || Kind is not null || IsOpen is not null || Year is not null;

    public Listing<ListedComplaint> List => new("complaints", Home, All, Columns,
        ("text", Text?.Trim()), ("kind", Kind?.ToString()), ("isOpen", IsOpen is { } open ? open ? "true" : "false" : null), ("year", Year?.ToString(CultureInfo.InvariantCulture)));

    private static IReadOnlyList<Column<ListedComplaint>> All { get; } =
    [
        new("number", "编号", listed => listed.Row.Number) { Kind = ColumnKind.Line, Width = 16 },
        new("against", "被投诉机关", listed => listed.Row.AgainstName) { IsName = true, Width = 24 },
        new("kind", "投诉什么", listed => ComplaintWords.Of(listed.Row.Kind)) { Width = 24 },
        new("request", "关联的申请", listed => listed.Row.RequestNumber ?? "") { Kind = ColumnKind.Line },
        new("due", "期限", listed => listed.Row.IsClosed ? "" : DayWords.Of(listed.Row.DueOn)) { Kind = ColumnKind.Line, Width = 20 },
        new("standing", "情况", listed => listed.Words) { Width = 20 },
        new("step", "进展", listed => ComplaintWords.Of(listed.Row.Step)),
        new("handler", "承办人", listed => listed.Row.HandlerName ?? "") { Kind = ColumnKind.Line },
        new("agency", "受理机关", listed => listed.Row.AgencyName) { IsUsual = false, Width = 24 },
        new("complainant", "投诉人", listed => listed.Row.ComplainantLabel) { IsUsual = false },
        new("channel", "怎么来的", listed => RequestWords.Of(listed.Row.Channel)) { IsUsual = false },
        new("received", "收到", listed => FormattableString.Invariant($"{listed.Row.ReceivedOn:yyyy-MM-dd}")) { IsUsual = false, Kind = ColumnKind.Line },
        new("finding", "查明", listed => listed.Row.Finding is { } finding ? ComplaintWords.Of(finding) : "") { IsUsual = false },
        new("measure", "处理", listed => listed.Row.Measure is { } measure ? ComplaintWords.Of(measure) : "") { IsUsual = false },
        new("closed", "办结", listed => listed.Row.ClosedOn is { } closed ? FormattableString.Invariant($"{closed:yyyy-MM-dd}") : "") { IsUsual = false, Kind = ColumnKind.Line },
    ];

    private ComplaintFilter Filter => new() { Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), Kind = Kind, IsOpen = IsOpen, Year = Year is >= 2008 and <= 2100 ? Year : null };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var found = await complaints.ListAsync(Filter, HttpContext.Actor(), After, cancellation);
        Rows = new Page<ListedComplaint>(await ListedAsync(found.Items, cancellation), found.Next);
        Years = await complaints.YearsAsync(HttpContext.Actor(), cancellation);
    }

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind
            ? List.File("投诉举报", kind, await ListedAsync(await complaints.ExportAsync(Filter, HttpContext.Actor(), cancellation), cancellation))
            : NotFound();

    private async Task<List<ListedComplaint>> ListedAsync(IReadOnlyList<ComplaintRow> rows, CancellationToken cancellation)
    {
        var listed = new List<ListedComplaint>(rows.Count);
        foreach (var row in rows)
        {
            var (light, words) = ComplaintLooks.Of(row, await calendars.OfAsync(row.AgencyId, cancellation), time.Today());
            listed.Add(new ListedComplaint(row, light, words));
        }

        return listed;
    }
}

/// <summary>A complaint in the list, with how much time is left.</summary>
public sealed record ListedComplaint(ComplaintRow Row, Light Light, string Words);

/// <summary>How lists show where a complaint stands.</summary>
internal static class ComplaintLooks
{
    private const int NearAt = 3;

    public static (Light Light, string Words) Of(ComplaintRow row, WorkingCalendar calendar, DateOnly today)
    {
        if (row.IsClosed)
        {
            return (Light.Grey, row.Finding is { } finding ? ComplaintWords.Of(finding) : "已撤回");
        }

        var left = calendar.Between(today, row.DueOn);
        return left switch
        {
            < 0 => (Light.Red, $"已逾期 {-left} 个工作日"),
            0 => (Light.Red, "今天到期"),
            <= NearAt => (Light.Yellow, $"还剩 {left} 个工作日"),
            _ => (Light.Green, $"还剩 {left} 个工作日"),
        };
    }
}
