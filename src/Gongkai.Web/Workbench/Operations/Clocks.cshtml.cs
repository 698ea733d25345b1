using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Requests;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Operations;

/// <summary>How the regulation is read where it leaves a period open.</summary>
[Requires(Act.Operate)]
public sealed class ClocksModel(RequestRules rules, ChangeClockRules change) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What the reading that stands in the form would move.</summary>
    public Swept? Preview { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var reading = ChangeClockRules.Reading.Of(await rules.ReadAsync(cancellation));
        Input = new Form { Correction = reading.Correction, Confirmation = reading.Confirmation, LateClarificationStops = reading.LateClarificationStops, ReasonStops = reading.ReasonStops };
    }

    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellation) => SetAsync(isPreview: true, cancellation);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => SetAsync(isPreview: false, cancellation);

    private async Task<IActionResult> SetAsync(bool isPreview, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var reading = new ChangeClockRules.Reading(Input.Correction!.Value, Input.Confirmation!.Value, Input.LateClarificationStops, Input.ReasonStops);
        var result = await change.RunAsync(reading, isPreview, HttpContext.Actor(), cancellation);
        if (result.IsRefused)
        {
            return Forbid();
        }

        if (result.AreDaysWrong)
        {
            ModelState.AddModelError("Input.Correction", $"工作日数是 1 到 {ChangeClockRules.MostDays}。");
            return Page();
        }

        if (isPreview)
        {
            Preview = result.Swept;
            return Page();
        }

        TempData.Done($"已保存，{result.Swept!.MovedCount} 件办件的期限随之变动。");
        return RedirectToPage();
    }

    public sealed record Form
    {
        [Required(ErrorMessage = "请填工作日数。")]
        public int? Correction { get; init; }

        [Required(ErrorMessage = "请填工作日数。")]
        public int? Confirmation { get; init; }

        public bool LateClarificationStops { get; init; }

        public bool ReasonStops { get; init; }
    }
}
