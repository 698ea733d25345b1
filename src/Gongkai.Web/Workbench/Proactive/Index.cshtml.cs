using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests.Proactive;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Proactive;

/// <summary>转为主动公开: what several people asked for and were given, to be accepted or declined (第四十四条).</summary>
[Requires(Act.ViewRequests)]
public sealed class IndexModel(ProactiveProposals proposals) : PageModel
{
    public const string Home = "/work/proactive";

    /// <summary>Whether those are shown that were decided.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Decided { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Page<ProactiveRow> Rows { get; private set; } = new([], null);

    public bool MayDecide => Gate.MayAnywhere(HttpContext.Actor(), Act.SignRequests);

    public Listing<ProactiveRow> List => new("proactive", Home, All(Decided), Columns, ("decided", Decided ? "true" : null));

    private static IReadOnlyList<Column<ProactiveRow>> All(bool isDecided) =>
    [
        new("wanted", "信息", row => row.DocumentNumber is null ? row.Wanted : $"{row.Wanted}（{row.DocumentNumber}）") { IsName = true, Width = 48 },
        new("applicants", "申请人数", row => row.Applicants.ToString(CultureInfo.InvariantCulture)) { Kind = ColumnKind.Number },
        new("cases", "件数", row => row.Cases.ToString(CultureInfo.InvariantCulture)) { Kind = ColumnKind.Number, IsUsual = false },
        new("latest", "最近一件", row => row.LatestNumber) { Kind = ColumnKind.Line },
        new("concluded", "最近办结", row => FormattableString.Invariant($"{row.ConcludedOn:yyyy-MM-dd}")) { Kind = ColumnKind.Line, IsUsual = false },
        new("agency", "机关", row => row.AgencyName),
        new("decision", "决定", row => row.IsAccepted switch { true => $"转为主动公开：{row.Reason}{(row.Place is null ? "" : $"（{row.Place}）")}", false => $"不转：{row.Reason}", null => "" }) { Width = 40, IsUsual = isDecided },
    ];

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await proposals.ListAsync(Decided, HttpContext.Actor(), After, cancellation);

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("转为主动公开", kind, await proposals.ExportAsync(Decided, HttpContext.Actor(), cancellation)) : NotFound();

    public async Task<IActionResult> OnPostAsync(int agency, string? subject, bool accepted, string? reason, string? place, CancellationToken cancellation)
    {
        if (await proposals.DecideAsync(new(agency, subject ?? "", accepted, reason ?? "", place), HttpContext.Actor(), cancellation) is { } refusal)
        {
            TempData.Wrong(ProactiveProposals.Sentence(refusal));
            return Redirect(Home);
        }

        TempData.Done(accepted ? "已决定转为主动公开。请按公开审查的程序发布，并在这里补上网址。" : "已决定不转为主动公开，理由已经记下。");
        return Redirect($"{Home}?decided=true");
    }
}
