using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>登记: what was handed in at the window, came by post or was told.</summary>
[Requires(Act.HandleRequests)]
[RequestSizeLimit(Attachments.MostBytes + 1_000_000)]
[RequestFormLimits(MultipartBodyLengthLimit = Attachments.MostBytes + 1_000_000)]
public sealed class NewModel(RegisterRequest register, AddRequestFile addFile, TimeProvider time) : PageModel
{
    [BindProperty]
    public IntakeForm Input { get; set; } = new();

    /// <summary>The agencies for which this person registers; one, mostly.</summary>
    public IReadOnlyList<HeldPost> Agencies =>
        [.. HttpContext.Actor().Posts.Where(post => Gate.May(HttpContext.Actor(), Act.HandleRequests, post.Path)).DistinctBy(post => post.AgencyId)];

    public DateOnly Today => time.Today();

    public void OnGet()
    {
        var own = HttpContext.Actor().AgencyId;
        Input = new IntakeForm
        {
            Key = Guid.CreateVersion7(time.GetUtcNow()), ArrivedOn = Today,
            Agency = Agencies.Any(post => post.AgencyId == own) ? own : Agencies[0].AgencyId,
        };
    }

    public async Task<IActionResult> OnPostAsync([FromServices] Attachments attachments, CancellationToken cancellation)
    {
        var scan = Input.Scan is { Length: > 0 } file ? new SentFile(file.FileName, file.OpenReadStream) : null;
        if (scan is not null && await attachments.TakeAsync([scan], cancellation) is null)
        {
            Add(RequestFault.FileRefused);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var actor = HttpContext.Actor();
        var result = await register.RunAsync(Input.ToCommand(), actor, cancellation);
        if (result.IsRefused)
        {
            Add(RequestFault.AgencyUnknown);
        }

        foreach (var fault in result.Faults)
        {
            Add(fault);
        }

        if (result.Registered is not { } registered)
        {
            return Page();
        }

        if (registered.IsNew && scan is not null)
        {
            await addFile.RunAsync(new(registered.RequestId, FilePurpose.Application, scan), actor, cancellation);
        }

        TempData.Done($"已登记为 {registered.Number}。打印回执交给申请人。");
        return Redirect($"{RequestAddress.Of(registered.RequestId)}/receipt");
    }

    private void Add(RequestFault fault)
    {
        var (field, sentence) = IntakeForm.Explain(fault);
        ModelState.AddModelError(field, sentence);
    }
}
