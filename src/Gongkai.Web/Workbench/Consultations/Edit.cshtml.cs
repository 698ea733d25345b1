using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Consultations;

/// <summary>Writes a consultation that was begun.</summary>
[Requires(Act.WriteDocuments)]
[RequestFormLimits(ValueLengthLimit = 8_000_000)]
public sealed class EditModel(ConsultationQueries consultations, ConsultationDesk desk) : PageModel
{
    [BindProperty]
    public ConsultationForm Input { get; set; } = new();

    public ConsultationSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<(long Id, string Title)> Documents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!Sheet.Actions.Contains(ReleaseAction.Edit))
        {
            TempData.Wrong(ParticipationWords.Sentence(ParticipationRefusal.WrongState));
            return Redirect($"{IndexModel.Home}/{id}");
        }

        Input = ConsultationForm.Of(Sheet.Consultation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = await desk.SaveAsync(id, Input.ToText(), Input.Revision, HttpContext.Actor(), cancellation);
        if (saved.Refusal is { } refusal)
        {
            ModelState.AddModelError(ConsultationForm.FieldOf(refusal), saved.Message!);
            return Page();
        }

        TempData.Done("已保存。");
        return Redirect($"{IndexModel.Home}/{id}");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellation)
    {
        if (await consultations.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        Documents = await consultations.DocumentsAsync(sheet.Row.AgencyId, cancellation);
        return true;
    }
}
