using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Normative;

/// <summary>清理: one decision over the documents of the agency worked in.</summary>
[Requires(Act.PublishDocuments)]
public sealed class ClearModel(NormativeQueries documents, ClearUp clear, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<NormativeRow> Documents { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Input = new Form { Key = Guid.CreateVersion7(time.GetUtcNow()), On = time.Today() };
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var actor = HttpContext.Actor();
        var chosen = Input.Items.Where(item => item.Value is not null).ToDictionary(item => item.Key, item => item.Value!.Value);
        var (id, refusal) = await clear.RunAsync(new(actor.AgencyId, Input.Name ?? "", Input.By ?? "", Input.On, chosen, Input.Key), actor, cancellation);
        if (refusal is { } why)
        {
            ModelState.AddModelError(why switch
            {
                ClearUp.Refusal.NameMissing => "Input.Name",
                ClearUp.Refusal.DecisionMissing => "Input.By",
                ClearUp.Refusal.DayWrong => "Input.On",
                _ => "",
            }, ClearingUpWords.Sentence(why));
            return Page();
        }

        TempData.Done("清理结果已保存，有效性和现行有效件数已经跟着变。");
        return Redirect(FormattableString.Invariant($"{IndexModel.Home}/clearings/{id}"));
    }

    private async Task LoadAsync(CancellationToken cancellation) => Documents = await documents.ClearableAsync(HttpContext.Actor().AgencyId, time.Today(), HttpContext.Actor(), cancellation);

    public sealed record Form
    {
        /// <summary>Of this filling-in alone: sent twice, it clears up once.</summary>
        public Guid Key { get; init; }

        public string? Name { get; init; }

        public string? By { get; init; }

        public DateOnly? On { get; init; }

        public Dictionary<long, ClearingUpOutcome?> Items { get; init; } = [];
    }
}
