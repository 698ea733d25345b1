using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Questionnaires;

/// <summary>Writes a questionnaire that was begun.</summary>
[Requires(Act.WriteDocuments)]
public sealed class EditModel(QuestionnaireQueries questionnaires, QuestionnaireDesk desk) : PageModel
{
    [BindProperty]
    public QuestionnaireForm Input { get; set; } = new();

    public QuestionnaireSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await questionnaires.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return NotFound();
        }

        if (!sheet.Actions.Contains(ReleaseAction.Edit))
        {
            TempData.Wrong(ParticipationWords.Sentence(ParticipationRefusal.WrongState));
            return Redirect($"{IndexModel.Home}/{id}");
        }

        Sheet = sheet;
        Input = QuestionnaireForm.Of(sheet.Questionnaire);
        Input.MakeRoom();
        return Page();
    }

    /// <param name="id">The questionnaire.</param>
    /// <param name="more">Whether room for more questions is wanted.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<IActionResult> OnPostAsync(long id, bool more, CancellationToken cancellation)
    {
        if (await questionnaires.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = await desk.SaveAsync(id, Input.ToText(), Input.Revision, HttpContext.Actor(), cancellation);
        if (saved.Refusal is { } refusal)
        {
            ModelState.AddModelError(QuestionnaireForm.FieldOf(refusal), saved.Message!);
            return Page();
        }

        TempData.Done("已保存。");
        return Redirect(more ? $"{IndexModel.Home}/{id}/edit" : $"{IndexModel.Home}/{id}");
    }
}
