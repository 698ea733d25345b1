using Gongkai.Law.Calendar;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Letters;

/// <summary>政策咨询、意见建议、投诉 within reach, with their lights.</summary>
[Requires(Act.ViewRequests)]
public sealed class IndexModel(LetterQueries letters, Calendars calendars, TimeProvider time) : DueListPage<LetterRow>(calendars, time)
{
    public const string Home = "/work/letters";

    private const int NearAt = 1;

    [BindProperty(SupportsGet = true)]
    public LetterKind? Kind { get; set; }

    public override bool IsFiltered => base.IsFiltered || Kind is not null;

    public override Listing<Listed<LetterRow>> List => new("letters", Home, All, Columns, [.. Kept, ("kind", Kind?.ToString())]);

    private static IReadOnlyList<Column<Listed<LetterRow>>> All { get; } =
    [
        new("number", "编号", listed => listed.Row.Number) { Kind = ColumnKind.Line, Width = 16 },
        new("subject", "什么事", listed => listed.Row.Subject) { IsName = true, Width = 40, Href = listed => FormattableString.Invariant($"{Home}/{listed.Row.Id}") },
        new("kind", "类型", listed => ParticipationWords.Of(listed.Row.Kind)) { Kind = ColumnKind.Line },
        new("due", "期限", listed => listed.Row.AnsweredOn is null ? DayWords.Of(listed.Row.DueOn) : "") { Kind = ColumnKind.Line, Width = 20 },
        new("standing", "情况", listed => listed.Words) { Width = 20, Light = listed => listed.Light },
        new("handler", "承办人", listed => listed.Row.HandlerName ?? "") { Kind = ColumnKind.Line },
        new("public", "公开", listed => listed.Row.PublicationStage is { } stage ? ParticipationWords.Of(stage) : listed.Row.WantsPublic ? "来信人同意" : "不公开"),
        new("agency", "机关", listed => listed.Row.AgencyName) { IsUsual = false, Width = 20 },
        new("sender", "来信人", listed => listed.Row.SenderLabel) { IsUsual = false },
        new("sent", "来信", listed => listed.Row.SentAt.InBeijing().ToString("yyyy-MM-dd", null)) { IsUsual = false, Kind = ColumnKind.Line },
        new("answered", "答复", listed => listed.Row.AnsweredOn?.ToString("yyyy-MM-dd", null) ?? "") { IsUsual = false, Kind = ColumnKind.Line },
    ];

    private LetterFilter Filter => new() { Text = Sought, Kind = Kind, IsOpen = IsOpen, HandlerId = Handler };

    public async Task OnGetAsync(CancellationToken cancellation) => await ShowAsync(await letters.ListAsync(Filter, HttpContext.Actor(), After, cancellation), cancellation);

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("咨询投诉", kind, await ListedAsync(await letters.ExportAsync(Filter, HttpContext.Actor(), cancellation), cancellation)) : NotFound();

    /// <summary>Where a letter stands.</summary>
    internal static (Light Light, string Words) StandingOf(LetterRow row, WorkingCalendar calendar, DateOnly today) => row.AnsweredOn is { } answered
        ? (Light.Grey, answered > row.DueOn ? "逾期答复" : "已答复")
        : DayWords.Left(calendar.Between(today, row.DueOn), NearAt);

    protected override int AgencyOf(LetterRow row) => row.AgencyId;

    protected override (Light Light, string Words) LookOf(LetterRow row, WorkingCalendar calendar, DateOnly today) => StandingOf(row, calendar, today);
}
