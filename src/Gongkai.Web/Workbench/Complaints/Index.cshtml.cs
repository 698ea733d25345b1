using System.Globalization;
using Gongkai.Law.Calendar;
using Gongkai.Law.Supervision;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Complaints;
using Gongkai.Platform.Requests;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Complaints;

/// <summary>投诉举报 within reach, and how many there were in each year.</summary>
[Requires(Act.ViewRequests)]
public sealed class IndexModel(ComplaintQueries complaints, Calendars calendars, TimeProvider time) : DueListPage<ComplaintRow>(calendars, time)
{
    public const string Home = "/work/complaints";

    private const int NearAt = 3;

    [BindProperty(SupportsGet = true)]
    public ComplaintKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public IReadOnlyList<ComplaintYear> Years { get; private set; } = [];

    public bool MayRegister => Gate.MayAnywhere(HttpContext.Actor(), Act.HandleRequests);

    public override bool IsFiltered => base.IsFiltered || Kind is not null || Year is not null;

    public override Listing<Listed<ComplaintRow>> List => new("complaints", Home, All, Columns, [.. Kept, ("kind", Kind?.ToString()), ("year", Year?.ToString(CultureInfo.InvariantCulture))]);

    private static IReadOnlyList<Column<Listed<ComplaintRow>>> All { get; } =
    [
        new("number", "编号", listed => listed.Row.Number) { Kind = ColumnKind.Line, Width = 16, Href = HrefOf },
        new("against", "被投诉机关", listed => listed.Row.AgainstName) { IsName = true, Width = 24, Href = HrefOf },
        new("kind", "投诉什么", listed => ComplaintWords.Of(listed.Row.Kind)) { Width = 24 },
        new("request", "关联的申请", listed => listed.Row.RequestNumber ?? "") { Kind = ColumnKind.Line },
        new("due", "期限", listed => listed.Row.IsClosed ? "" : DayWords.Of(listed.Row.DueOn)) { Kind = ColumnKind.Line, Width = 20 },
        new("standing", "情况", listed => listed.Words) { Width = 20, Light = listed => listed.Light },
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

    private ComplaintFilter Filter => new() { Text = Sought, Kind = Kind, IsOpen = IsOpen, HandlerId = Handler, Year = Year is >= 2008 and <= 2100 ? Year : null };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ShowAsync(await complaints.ListAsync(Filter, HttpContext.Actor(), After, cancellation), cancellation);
        Years = await complaints.YearsAsync(HttpContext.Actor(), cancellation);
    }

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("投诉举报", kind, await ListedAsync(await complaints.ExportAsync(Filter, HttpContext.Actor(), cancellation), cancellation)) : NotFound();

    private static string HrefOf(Listed<ComplaintRow> listed) => FormattableString.Invariant($"{Home}/{listed.Row.Id}");

    protected override int AgencyOf(ComplaintRow row) => row.AgencyId;

    protected override (Light Light, string Words) LookOf(ComplaintRow row, WorkingCalendar calendar, DateOnly today) => row.IsClosed
        ? (Light.Grey, row.Finding is { } finding ? ComplaintWords.Of(finding) : "已撤回")
        : DayWords.Left(calendar.Between(today, row.DueOn), NearAt);
}
