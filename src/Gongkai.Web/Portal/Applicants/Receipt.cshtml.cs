using Gongkai.Platform.Requests.Applicants;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Applicants;

public sealed class ReceiptModel(OwnRequestQueries requests, CaseCookie cookie) : PageModel
{
    /// <summary>Whether the form had been sent before.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    public OwnReceipt Receipt { get; private set; } = null!;

    /// <summary>Leads to the page that follows the case; the code stands behind the sign that a browser keeps to itself.</summary>
    public HtmlString QrCode => QrDrawing.Of(
        $"{Request.Scheme}://{Request.Host}/request/track?number={Receipt.Number}#{Receipt.Code}", "二维码，用手机扫描后查询办理进度");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (cookie.Read(HttpContext) is not { } key || await requests.ReceiptAsync(key, cancellation) is not { } receipt)
        {
            return Redirect("/request/track");
        }

        Receipt = receipt;
        return Page();
    }
}
