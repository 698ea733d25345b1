using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>All that the list shows over its pages, as a file.</summary>
[Requires(Act.ViewRequests)]
public sealed class ExportModel(RequestQueries requests, Calendars calendars, TimeProvider time) : PageModel
{
    private static readonly int[] Widths = [12, 24, 12, 48, 10, 12, 12, 12, 18, 12, 12, 12, 20, 12];

    private static readonly string[] Titles =
        ["登记号", "机关", "提交方式", "申请的内容", "申请人", "申请人类别", "收到", "期限", "情况", "阶段", "办理进度", "承办人", "处理结果", "办结"];

    [BindProperty(SupportsGet = true)]
    public ListAddress Address { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string extension, CancellationToken cancellation)
    {
        if (ListDownload.FormatOf(extension) is not { } format)
        {
            return NotFound();
        }

        var actor = HttpContext.Actor();
        var today = time.Today();
        var lines = new List<string[]> { Titles };
        foreach (var row in await requests.ExportAsync(Address.ToFilter(actor.AccountId, today), actor, cancellation))
        {
            lines.Add(Line(row, RequestLooks.Of(row, await calendars.OfAsync(row.AgencyId, cancellation), today).Words));
        }

        return ListDownload.Of(FormattableString.Invariant($"依申请公开-{today:yyyyMMdd}"), format, Widths, lines);
    }

    private static string[] Line(RequestRow row, string standing) =>
    [
        row.Number, row.AgencyName, RequestWords.Of(row.Channel), row.Wanted, row.ApplicantLabel, RequestWords.Of(row.ApplicantKind), Day(row.ReceivedOn), Day(row.DueOn), standing,
        RequestWords.Of(row.Stage), RequestWords.Of(row.DeskStep), row.HandlerName ?? "", row.Outcome is { } outcome ? OutcomeRule.Of(outcome).Label : "", Day(row.ConcludedOn),
    ];

    private static string Day(DateOnly? day) => day is { } known ? FormattableString.Invariant($"{known:yyyy-MM-dd}") : "";
}
