using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Questionnaires;

/// <summary>Begins a questionnaire.</summary>
[Requires(Act.WriteDocuments)]
public sealed class NewModel(QuestionnaireDesk desk, TimeProvider time) : PageModel
{
    private const int UsualDays = 15;

    [BindProperty]
    public QuestionnaireForm Input { get; set; } = new();

    /// <summary>The agencies for which this person may write.</summary>
    public IReadOnlyList<HeldPost> Desks => [.. HttpContext.Actor().Posts.Where(post => Gate.May(HttpContext.Actor(), Act.WriteDocuments, post.Path)).DistinctBy(post => post.AgencyId)];

    public void OnGet()
    {
        var own = HttpContext.Actor().AgencyId;
        var first = time.Today().AddDays(1);
        Input = new QuestionnaireForm { Key = Guid.CreateVersion7(time.GetUtcNow()), AgencyId = Desks.Any(post => post.AgencyId == own) ? own : Desks[0].AgencyId, FirstDay = first, LastDay = first.AddDays(UsualDays) };
        Input.MakeRoom();
    }

    public async Task<IActionResult> OnPostAsync(bool more, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var begun = await desk.BeginAsync(Input.AgencyId, Input.Key, Input.ToText(), HttpContext.Actor(), cancellation);
        if (begun.Refusal is { } refusal)
        {
            ModelState.AddModelError(QuestionnaireForm.FieldOf(refusal), begun.Message!);
            return Page();
        }

        TempData.Done("已保存。写好以后提交审核发布。");
        return Redirect(more ? $"{IndexModel.Home}/{begun.Id}/edit" : $"{IndexModel.Home}/{begun.Id}");
    }
}
