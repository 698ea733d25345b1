using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Questionnaires;

/// <summary>What was written to a question: for the desk alone.</summary>
[Requires(Act.ViewDocuments)]
public sealed class TextsModel(QuestionnaireQueries questionnaires) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public QuestionnaireSheet Sheet { get; private set; } = null!;

    public Question Question { get; private set; } = null!;

    public Page<string> Rows { get; private set; } = new([], null);

    public async Task<IActionResult> OnGetAsync(long id, int question, CancellationToken cancellation)
    {
        if (await questionnaires.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet
            || question >= sheet.Questionnaire.Text.Questions.Count || await questionnaires.TextsAsync(id, question, HttpContext.Actor(), After, cancellation) is not { } rows)
        {
            return NotFound();
        }

        Sheet = sheet;
        Question = sheet.Questionnaire.Text.Questions[question];
        Rows = rows;
        return Page();
    }
}
