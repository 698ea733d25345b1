using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Consultations;

/// <summary>Begins a consultation.</summary>
[Requires(Act.WriteDocuments)]
[RequestFormLimits(ValueLengthLimit = 8_000_000)]
public sealed class NewModel(ConsultationQueries consultations, ConsultationDesk desk, TimeProvider time) : PageModel
{
    private const int UsualDays = 30;

    [BindProperty]
    public ConsultationForm Input { get; set; } = new();

    /// <summary>The agencies for which this person may write.</summary>
    public IReadOnlyList<HeldPost> Desks => [.. HttpContext.Actor().Posts.Where(post => Gate.May(HttpContext.Actor(), Act.WriteDocuments, post.Path)).DistinctBy(post => post.AgencyId)];

    public IReadOnlyList<(long Id, string Title)> Documents { get; private set; } = [];

    /// <param name="document">The document of which the public is asked.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task OnGetAsync(long? document, CancellationToken cancellation)
    {
        var own = HttpContext.Actor().AgencyId;
        var first = time.Today().AddDays(1);
        Input = new ConsultationForm
        {
            Key = Guid.CreateVersion7(time.GetUtcNow()), AgencyId = Desks.Any(post => post.AgencyId == own) ? own : Desks[0].AgencyId, FirstDay = first, LastDay = first.AddDays(UsualDays), DocumentId = document,
        };
        Documents = await consultations.DocumentsAsync(Input.AgencyId, cancellation);
        if (Documents.FirstOrDefault(found => found.Id == document) is { Title: { } title })
        {
            Input = Input with { Title = title };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Documents = await consultations.DocumentsAsync(Input.AgencyId, cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var begun = await desk.BeginAsync(Input.AgencyId, Input.Key, Input.ToText(), HttpContext.Actor(), cancellation);
        if (begun.Refusal is { } refusal)
        {
            ModelState.AddModelError(ConsultationForm.FieldOf(refusal), begun.Message!);
            return Page();
        }

        TempData.Done("已保存。可以添加附件，再提交审核发布。");
        return Redirect($"{IndexModel.Home}/{begun.Id}");
    }
}
