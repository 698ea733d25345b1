using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Consultations;

/// <summary>意见征集 within reach.</summary>
[Requires(Act.ViewDocuments)]
public sealed class IndexModel(ConsultationQueries consultations, TimeProvider time) : PageModel
{
    public const string Home = "/work/consultations";

    private const int NearAt = 7;

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public ReleaseStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Page<ConsultationRow> Rows { get; private set; } = new([], null);

    public bool MayWrite => Gate.MayAnywhere(HttpContext.Actor(), Act.WriteDocuments);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || Stage is not null || Year is not null;

    public Listing<ConsultationRow> List => new("consultations", Home, All, Columns, ("text", Text?.Trim()), ("stage", Stage?.ToString()), ("year", Year?.ToString(CultureInfo.InvariantCulture)));

    private IReadOnlyList<Column<ConsultationRow>> All =>
    [
        new("name", "征求意见的草案", row => row.Name) { IsName = true, Width = 40, Href = row => FormattableString.Invariant($"{Home}/{row.Id}") },
        new("agency", "机关", row => row.AgencyName) { Width = 18 },
        new("days", "起止日期", row => FormattableString.Invariant($"{row.FirstDay:yyyy-MM-dd} 至 {row.LastDay:yyyy-MM-dd}")) { Kind = ColumnKind.Line, Width = 26 },
        new("standing", "情况", row => StandingOf(row).Words) { Width = 26, Light = row => StandingOf(row).Light },
        new("comments", "意见", row => row.Comments.ToString(CultureInfo.InvariantCulture)) { Kind = ColumnKind.Number, Width = 8 },
        new("unjudged", "没有标明", row => row.Unjudged.ToString(CultureInfo.InvariantCulture)) { Kind = ColumnKind.Number, Width = 10, IsUsual = false },
        new("due", "采纳情况期限", row => FormattableString.Invariant($"{row.FeedbackDueOn:yyyy-MM-dd}")) { Kind = ColumnKind.Line, IsUsual = false },
        new("changed", "最后修改", row => row.ChangedByName) { IsUsual = false },
    ];

    private ConsultationFilter Filter => new() { Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), Stage = Stage, Year = Year is >= 2008 and <= 2100 ? Year : null };

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await consultations.ListAsync(Filter, HttpContext.Actor(), After, cancellation);

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("意见征集", kind, await consultations.ExportAsync(Filter, HttpContext.Actor(), cancellation)) : NotFound();

    public (Light Light, string Words) StandingOf(ConsultationRow row) => StandingOf(row, time.Today());

    /// <summary>How it stands on a day.</summary>
    internal static (Light Light, string Words) StandingOf(ConsultationRow row, DateOnly today) => row switch
    {
        { Stage: not ReleaseStage.Released } => (row.Stage == ReleaseStage.Waiting ? Light.Yellow : Light.Grey, ParticipationWords.Of(row.Stage)),
        _ when row.FirstDay > today => (Light.Grey, "还没有开始"),
        _ when row.LastDay >= today => (Light.Green, $"正在征集，还剩 {row.LastDay.DayNumber - today.DayNumber} 天"),
        { FeedbackStage: ReleaseStage.Released } => (Light.Grey, "已公布采纳情况"),
        _ when row.FeedbackDueOn < today => (Light.Red, $"采纳情况已逾期 {today.DayNumber - row.FeedbackDueOn.DayNumber} 天"),
        _ => (row.FeedbackDueOn.DayNumber - today.DayNumber <= NearAt ? Light.Yellow : Light.Green, $"{row.FeedbackDueOn:yyyy-MM-dd} 前公布采纳情况"),
    };
}
