using System.ComponentModel.DataAnnotations;
using Gongkai.Law.Disputes;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Disputes;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Disputes;

[Requires(Act.ViewRequests)]
public sealed class DisputeModel(DisputeQueries disputes, DisputeDesk desk, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public DisputeSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        Input = new Form { On = time.Today() };
        return await ShowAsync(id, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var taken = await desk.RecordAsync(id, new DisputeEvent(Input.Step!.Value, Input.On!.Value, Input.Result), Input.Note, HttpContext.Actor(), cancellation);
            if (taken.Refusal is null)
            {
                TempData.Done("已记录，期限已经重新计算。");
                return Redirect($"/work/disputes/{id}");
            }

            ModelState.AddModelError(taken.Refusal == DisputeRefusal.ResultMissing ? "Input.Result" : "Input.On", DisputeWords.Sentence(taken.Refusal.Value));
        }

        return await ShowAsync(id, cancellation);
    }

    public async Task<IActionResult> OnPostRetractAsync(long id, long happened, string? why, CancellationToken cancellation)
    {
        var taken = await desk.RetractAsync(id, happened, why ?? "", HttpContext.Actor(), cancellation);
        if (taken.Refusal is { } refusal)
        {
            TempData.Wrong(DisputeWords.Sentence(refusal));
        }
        else
        {
            TempData.Done("已更正，原来的记录仍可查看。");
        }

        return Redirect($"/work/disputes/{id}");
    }

    private async Task<IActionResult> ShowAsync(long id, CancellationToken cancellation)
    {
        if (await disputes.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        return Page();
    }

    public sealed record Form
    {
        [Required(ErrorMessage = "请选择发生了什么。")]
        public DisputeStep? Step { get; init; }

        [Required(ErrorMessage = "请填发生的日期。")]
        public DateOnly? On { get; init; }

        public DisputeResult? Result { get; init; }

        public string? Note { get; init; }
    }
}
