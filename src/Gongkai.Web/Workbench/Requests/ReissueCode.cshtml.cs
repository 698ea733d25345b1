using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>补发查询码. The new code stands in the answer to the form itself, and nowhere else.</summary>
[Requires(Act.HandleRequests)]
public sealed class ReissueCodeModel(RequestQueries requests, ReissueCode reissue, TimeProvider time) : RequestPage(requests)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string? Code { get; private set; }

    public DateOnly Today => time.Today();

    public IActionResult OnGet()
    {
        if (Sheet.Actions.Contains(RequestAction.ReissueCode))
        {
            return Page();
        }

        TempData.Wrong(RequestWords.Sentence(RequestRefusal.NotAllowed));
        return Redirect(RequestAddress.Of(Row.Id));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var result = await reissue.RunAsync(new(Row.Id, Input.Document ?? "", Input.LastLetters ?? "", Input.HasSeenDocument), HttpContext.Actor(), cancellation);
        if (result.Taken.Refusal == RequestRefusal.NotFound)
        {
            return NotFound();
        }

        if (result.Taken.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal == RequestRefusal.IdentityDiffers ? "Input.LastLetters" : "Input.HasSeenDocument", result.Taken.Message!);
        }

        Code = result.Code;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public sealed record Form
    {
        public string? Document { get; init; }

        public string? LastLetters { get; init; }

        public bool HasSeenDocument { get; init; }
    }
}
