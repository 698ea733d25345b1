using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>移交: all open cases of one person to another, seen before it is done.</summary>
[Requires(Act.ViewApplicants)]
public sealed class HandOverModel(HandOverRequests handOver, RequestQueries requests, TimeProvider time) : PageModel
{
    public IReadOnlyList<Handler> Handlers { get; private set; } = [];

    public IReadOnlyList<RequestRow> Rows { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public Guid? From { get; set; }

    [BindProperty]
    public Guid? To { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public long[] Cases { get; set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(chooseAll: true, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (To is null || To == From)
        {
            ModelState.AddModelError(nameof(To), "请选择另一位承办人。");
        }

        if (Cases.Length == 0)
        {
            ModelState.AddModelError(nameof(Cases), "请勾选要移交的申请。");
        }

        if (ModelState.IsValid && From is { } from && To is { } to)
        {
            var result = await handOver.RunAsync(new(HttpContext.Actor().AgencyId, from, to, Note, Cases), HttpContext.Actor(), cancellation);
            if (result.Refused.Count == 0)
            {
                TempData.Done($"已移交 {result.Done} 件。");
                return Redirect(RequestAddress.Home);
            }

            foreach (var refused in result.Refused)
            {
                ModelState.AddModelError(nameof(Cases), $"{refused.Number} 没有移交：{refused.Message}");
            }
        }

        await LoadAsync(chooseAll: false, cancellation);
        return Page();
    }

    private async Task LoadAsync(bool chooseAll, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        Handlers = await requests.HandlersAsync(actor.AgencyId, time.Today(), cancellation);
        Rows = From is { } from ? await handOver.PreviewAsync(actor.AgencyId, from, actor, cancellation) : [];
        Cases = chooseAll ? [.. Rows.Select(row => row.Id)] : Cases;
    }
}
