using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Filings;

/// <summary>封账: whether the year behind a report is closed, what moved its figures since, and whether it joins on to the year before.</summary>
[Requires(Act.ViewRequests)]
public sealed class LedgerModel(FilingQueries filings, LedgerTrail trail, CloseLedger close, TimeProvider time) : PageModel
{
    public FilingSheet Sheet { get; private set; } = null!;

    /// <summary>Null where the year is not closed.</summary>
    public LedgerDrift? Drift { get; private set; }

    /// <summary>Null where the year before was not closed.</summary>
    public CarriedOver? CarriedOver { get; private set; }

    /// <summary>现行有效件数 beside last year's report.</summary>
    public IReadOnlyList<RollForward> RollForward => Gongkai.Platform.Filings.Ledger.RollForward.Of(Sheet.Ledger!, address => Sheet.Last?.GetValueOrDefault(address)?.Text);

    /// <summary>The year can be closed, by its head, once it is over.</summary>
    public bool IsOver => Sheet.Year < time.Today().Year;

    public bool MayClose => Drift is null && IsOver && HttpContext.Actor().Posts.Any(post => post.AgencyId == Sheet.AgencyId && Gate.May(HttpContext.Actor(), Act.SignRequests, post.Path));

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (await filings.FindAsync(id, HttpContext.Actor(), cancellation) is not { Ledger: not null } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Drift = await trail.OfAsync(sheet.AgencyId, sheet.Year, cancellation);
        CarriedOver = await trail.CarriedOverAsync(sheet.AgencyId, sheet.Year, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        if (await filings.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return NotFound();
        }

        switch (await close.RunAsync(sheet.AgencyId, sheet.Year, HttpContext.Actor(), cancellation))
        {
            case null:
                TempData.Done($"{sheet.Year} 年的台账已封账。以后补录、更正造成的变动会逐条列在这里。");
                break;
            case CloseLedger.Refusal.NotAllowed:
                TempData.Wrong("封账由本机关负责人办理。");
                break;
            case CloseLedger.Refusal.YearStillRuns:
                TempData.Wrong($"{sheet.Year} 年还没有过完，过了 12 月 31 日才能封账。");
                break;
            case CloseLedger.Refusal.AlreadyClosed:
                TempData.Tell($"{sheet.Year} 年的台账已经封过账了。");
                break;
            case CloseLedger.Refusal.NoLedger:
                TempData.Wrong("本机关还没有说明这一年的申请都登记在这里；请先在报告里用“表三、表四填入台账的数”或者“表二填入台账的数”。");
                break;
        }

        return Redirect(FormattableString.Invariant($"/work/filings/{id}/ledger"));
    }
}
