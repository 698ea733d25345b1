using Gongkai.Platform.Accounts;
using Gongkai.Platform.Ledgers;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Ledgers;

/// <summary>An act: what is kept of it, what was done with it, and how it is put right.</summary>
[Requires(Act.ViewLedgers)]
public sealed class EntryModel(LedgerQueries ledgers, LedgerDesk desk) : PageModel
{
    [BindProperty]
    public ActForm Input { get; set; } = new();

    [BindProperty]
    public string? Why { get; set; }

    public ActSheet Sheet { get; private set; } = null!;

    public bool IsCorrecting { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await ledgers.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Input = ActForm.Of(sheet.Facts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellation)
    {
        if (await ledgers.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        IsCorrecting = true;
        Input = Input with { Kind = sheet.Row.Kind };
        var (facts, fault) = Input.Read();
        if (fault is not null)
        {
            ModelState.AddModelError($"Input.{fault.Field}", fault.Message);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var taken = await desk.CorrectAsync(id, facts!, Why, HttpContext.Actor(), cancellation);
        if (taken.Refusal is not null)
        {
            ModelState.Refuse(taken);
            return Page();
        }

        TempData.Done("已更正，原来的内容留在经过里。");
        return Redirect(FormattableString.Invariant($"{IndexModel.Home}/{id}"));
    }

    public async Task<IActionResult> OnPostRevokeAsync(long id, DateOnly? on, string? why, CancellationToken cancellation) =>
        Answer(id, await desk.RevokeAsync(id, on, why, HttpContext.Actor(), cancellation), "已登记撤销。决定仍算作当年作出的决定。");

    public async Task<IActionResult> OnPostUnrevokeAsync(long id, string? why, CancellationToken cancellation) =>
        Answer(id, await desk.TakeRevocationBackAsync(id, why, HttpContext.Actor(), cancellation), "已取消撤销的登记。");

    public async Task<IActionResult> OnPostRetractAsync(long id, string? why, CancellationToken cancellation) =>
        Answer(id, await desk.RetractAsync(id, why, HttpContext.Actor(), cancellation), "已注明误录，不再统计。");

    private IActionResult Answer(long id, ActTaken taken, string done)
    {
        if (taken.Refusal == ActRefusal.NotFound)
        {
            return NotFound();
        }

        if (taken.Message is { } message)
        {
            TempData.Wrong(message);
        }
        else
        {
            TempData.Done(done);
        }

        return Redirect(FormattableString.Invariant($"{IndexModel.Home}/{id}"));
    }
}
