using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests.Keeping;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Keeping;

/// <summary>到期办件: the closed cases whose time is over; what one person proposes for them, another confirms.</summary>
[Requires(Act.ViewApplicants)]
public sealed class IndexModel(RetentionQueries retention, RetentionDesk desk, TimeProvider time) : PageModel
{
    public const string Home = "/work/retention";

    /// <summary>Whether those for which something is proposed are shown, and not those still to be looked at.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Proposed { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    [BindProperty]
    public long[] Cases { get; set; } = [];

    [BindProperty]
    public RetentionAction? Action { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Page<RetentionRow> Rows { get; private set; } = new([], null);

    public RetentionRules Rules { get; private set; } = new();

    public bool MayPropose => Gate.MayAnywhere(HttpContext.Actor(), Act.HandleRequests);

    public bool MayConfirm => Gate.MayAnywhere(HttpContext.Actor(), Act.SignRequests);

    public Guid Me => HttpContext.Actor().AccountId;

    public DateOnly Today => time.Today();

    public Listing<RetentionRow> List => new("retention", Home, All(Proposed), Columns, ("proposed", Proposed ? "true" : null));

    private static IReadOnlyList<Column<RetentionRow>> All(bool isProposed) =>
    [
        new("number", "登记号", row => row.Number) { Kind = ColumnKind.Line },
        new("wanted", "申请的内容", row => row.Wanted) { IsName = true, Width = 48 },
        new("class", "保管类别", row => RetentionWords.Of(row.Class)),
        new("concluded", "办结", row => FormattableString.Invariant($"{row.ConcludedOn:yyyy-MM-dd}")) { Kind = ColumnKind.Line },
        new("outcome", "处理结果", row => row.Outcome is { } outcome ? OutcomeRule.Of(outcome).Label : "") { IsUsual = false },
        new("agency", "机关", row => row.AgencyName) { IsUsual = false },
        new("kept", "延长保管到", row => row.KeptUntil is { } until ? FormattableString.Invariant($"{until:yyyy-MM-dd}") : "") { IsUsual = false, Kind = ColumnKind.Line },
        new("files", "材料", row => row.FilesDestroyedOn is null ? "在" : "已销毁") { IsUsual = false },
        new("proposal", "提出的处理", row => row.Proposed is { } action ? $"{RetentionWords.Of(action)}{(row.Until is { } until ? $"到{until:yyyy-MM-dd}" : "")}：{row.Reason}（{row.ProposedByName}）" : "") { Width = 40, IsUsual = isProposed },
    ];

    private RetentionFilter Filter => new() { IsProposed = Proposed };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Rows = await retention.ListAsync(Filter, HttpContext.Actor(), After, cancellation);
        Rules = await retention.RulesAsync(cancellation);
    }

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("到期办件", kind, await retention.ExportAsync(Filter, HttpContext.Actor(), cancellation)) : NotFound();

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancellation)
    {
        if (Cases.Length == 0)
        {
            ModelState.AddModelError("", "请先勾选要处理的办件。");
        }

        if (Action is null)
        {
            ModelState.AddModelError(nameof(Action), "请选择怎么处理。");
        }

        if (!ModelState.IsValid)
        {
            await OnGetAsync(cancellation);
            return Page();
        }

        var done = 0;
        RetentionRefusal? refused = null;
        foreach (var id in Cases)
        {
            var refusal = await desk.ProposeAsync(new(id, Action!.Value, Action == RetentionAction.KeepLonger ? Until : null, Reason ?? ""), HttpContext.Actor(), cancellation);
            done += refusal is null ? 1 : 0;
            refused ??= refusal;
        }

        if (done == 0 && refused is { } none)
        {
            ModelState.AddModelError(none == RetentionRefusal.UntilWrong ? nameof(Until) : none == RetentionRefusal.ReasonMissing ? nameof(Reason) : "", RetentionWords.Sentence(none));
            await OnGetAsync(cancellation);
            return Page();
        }

        TempData.Done($"已提出 {done} 件，等另一位负责人确认。{(refused is { } some ? $"有的没有提出：{RetentionWords.Sentence(some)}" : "")}");
        return Redirect($"{Home}?proposed=true");
    }

    public async Task<IActionResult> OnPostDecideAsync(long id, bool confirmed, string? because, CancellationToken cancellation)
    {
        if (await desk.DecideAsync(id, confirmed, because, HttpContext.Actor(), cancellation) is { } refusal)
        {
            TempData.Wrong(RetentionWords.Sentence(refusal));
        }
        else
        {
            TempData.Done(confirmed ? "已确认并处理。" : "已退回，办件照原样保管。");
        }

        return Redirect($"{Home}?proposed=true");
    }
}
