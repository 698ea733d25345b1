using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>批量延期: the cases whose day comes near, with the day that the extension would give.</summary>
[Requires(Act.SignRequests)]
public sealed class ExtendModel(ExtendMany extend) : PageModel
{
    public IReadOnlyList<ExtensionPreview> Rows { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = ClockRules.Default.Extension;

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public long[] Cases { get; set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "请写延长的理由，会写进告知书。");
        }

        if (Cases.Length == 0)
        {
            ModelState.AddModelError(nameof(Cases), "请勾选要延长的申请。");
        }

        if (ModelState.IsValid)
        {
            var result = await extend.RunAsync(new(HttpContext.Actor().AgencyId, Days, Reason!, Cases), HttpContext.Actor(), cancellation);
            if (result.Refused.Count == 0)
            {
                TempData.Done($"已延长 {result.Done} 件，每件的延长答复期限告知书都已经生成，在各件的“文书”里打印，今天发给申请人。");
                return Redirect(RequestAddress.Home);
            }

            foreach (var refused in result.Refused)
            {
                ModelState.AddModelError(nameof(Cases), $"{refused.Number} 没有延长：{refused.Message}");
            }
        }

        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Days = Math.Clamp(Days, 1, ClockRules.Default.Extension);
        Rows = await extend.PreviewAsync(HttpContext.Actor().AgencyId, Days, HttpContext.Actor(), cancellation);
    }
}
