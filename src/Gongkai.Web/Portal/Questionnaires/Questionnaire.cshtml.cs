using Gongkai.Platform.Participation.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Questionnaires;

/// <summary>A questionnaire as the public reads it, with its results once they are released. Never kept in memory.</summary>
public sealed class QuestionnaireModel(PublicQuestionnaireQueries questionnaires) : PageModel
{
    public PublicQuestionnaire Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long questionnaire, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        if (await questionnaires.FindAsync(questionnaire, cancellation) is not { } found)
        {
            return NotFound();
        }

        Shown = found;
        return Page();
    }
}
