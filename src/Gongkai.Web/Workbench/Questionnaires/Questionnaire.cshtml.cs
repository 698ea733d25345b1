using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Questionnaires;

/// <summary>A questionnaire: its questions, what was answered so far, and what can be done.</summary>
[Requires(Act.ViewDocuments)]
public sealed class QuestionnaireModel(QuestionnaireQueries questionnaires, QuestionnaireDesk desk, TimeProvider time) : ReleasePage
{
    public QuestionnaireSheet Sheet { get; private set; } = null!;

    public bool IsShown => Sheet.Questionnaire.Stage == ReleaseStage.Released && Sheet.Questionnaire.FirstDay <= time.Today();

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await questionnaires.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        return Page();
    }

    public async Task<IActionResult> OnPostResultsAsync(long id, string? note, CancellationToken cancellation)
    {
        var result = await desk.ReleaseResultsAsync(id, note ?? "", HttpContext.Actor(), cancellation);
        if (result.IsDone)
        {
            TempData.Done("结果已公布。");
        }
        else
        {
            TempData.Wrong(result.Message!);
        }

        return Redirect(AddressOf(id));
    }

    protected override Task<ParticipationResult> StepAsync(long id, ReleaseAction action, string? remark, CancellationToken cancellation) => desk.StepAsync(id, action, remark, HttpContext.Actor(), cancellation);

    protected override string AddressOf(long id) => FormattableString.Invariant($"{IndexModel.Home}/{id}");
}
