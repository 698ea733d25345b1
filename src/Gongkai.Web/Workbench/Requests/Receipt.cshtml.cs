using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>登记回执, to be printed while the applicant waits.</summary>
[Requires(Act.ViewApplicants)]
public sealed class ReceiptModel(RequestQueries requests, RequestFiles files) : RequestPage(requests)
{
    public RequestReceipt Receipt { get; private set; } = null!;

    public bool MayRegister => Gate.MayAnywhere(HttpContext.Actor(), Act.HandleRequests);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await files.ReceiptAsync(Row.Id, HttpContext.Actor(), cancellation) is not { } receipt)
        {
            return NotFound();
        }

        Receipt = receipt;
        return Page();
    }
}
