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
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Letters;

/// <summary>政策咨询、意见建议、投诉 within reach, with their lights.</summary>
[Requires(Act.ViewRequests)]
public sealed class IndexModel(LetterQueries letters, Calendars calendars, TimeProvider time) : PageModel
{
    public const string Home = "/work/letters";

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public LetterKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? IsOpen { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Page<ListedLetter> Rows { get; private set; } = new([], null);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || Kind is not null || IsOpen is not null;

    public Listing<ListedLetter> List => new("letters", Home, All, Columns, ("text", Text?.Trim()), ("kind", Kind?.ToString()), ("isOpen", IsOpen is { } open ? open ? "true" : "false" : null));

    private static IReadOnlyList<Column<ListedLetter>> All { get; } =
    [
        new("number", "编号", listed => listed.Row.Number) { Kind = ColumnKind.Line, Width = 16 },
        new("subject", "什么事", listed => listed.Row.Subject) { IsName = true, Width = 40 },
        new("kind", "类型", listed => ParticipationWords.Of(listed.Row.Kind)) { Kind = ColumnKind.Line },
        new("due", "期限", listed => listed.Row.AnsweredOn is null ? DayWords.Of(listed.Row.DueOn) : "") { Kind = ColumnKind.Line, Width = 20 },
        new("standing", "情况", listed => listed.Words) { Width = 20 },
        new("public", "公开", listed => listed.Row.PublicationStage is { } stage ? ParticipationWords.Of(stage) : listed.Row.WantsPublic ? "来信人同意" : "不公开"),
        new("agency", "机关", listed => listed.Row.AgencyName) { IsUsual = false, Width = 20 },
        new("sender", "来信人", listed => listed.Row.SenderLabel) { IsUsual = false },
        new("sent", "来信", listed => listed.Row.SentAt.InBeijing().ToString("yyyy-MM-dd", null)) { IsUsual = false, Kind = ColumnKind.Line },
        new("answered", "答复", listed => listed.Row.AnsweredOn?.ToString("yyyy-MM-dd", null) ?? "") { IsUsual = false, Kind = ColumnKind.Line },
    ];

    private LetterFilter Filter => new() { Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), Kind = Kind, IsOpen = IsOpen };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var found = await letters.ListAsync(Filter, HttpContext.Actor(), After, cancellation);
        Rows = new Page<ListedLetter>(await ListedAsync(found.Items, cancellation), found.Next);
    }

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("咨询投诉", kind, await ListedAsync(await letters.ExportAsync(Filter, HttpContext.Actor(), cancellation), cancellation)) : NotFound();

    private async Task<List<ListedLetter>> ListedAsync(IReadOnlyList<LetterRow> rows, CancellationToken cancellation)
    {
        var listed = new List<ListedLetter>(rows.Count);
        foreach (var row in rows)
        {
            var (light, words) = LetterLooks.Of(row, await calendars.OfAsync(row.AgencyId, cancellation), time.Today());
            listed.Add(new ListedLetter(row, light, words));
        }

        return listed;
    }
}

/// <summary>A letter in the list, with how much time is left.</summary>
public sealed record ListedLetter(LetterRow Row, Light Light, string Words);

/// <summary>How lists show where a letter stands.</summary>
internal static class LetterLooks
{
    private const int NearAt = 1;

    public static (Light Light, string Words) Of(LetterRow row, WorkingCalendar calendar, DateOnly today)
    {
        if (row.AnsweredOn is { } answered)
        {
            return (Light.Grey, answered > row.DueOn ? "逾期答复" : "已答复");
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
