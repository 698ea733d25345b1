using System.ComponentModel.DataAnnotations;
using Gongkai.Law.Disputes;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Disputes;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Disputes;

[Requires(Act.HandleRequests)]
public sealed class NewModel(DisputeDesk desk, RequestQueries requests, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The agencies for which this person may register.</summary>
    public IReadOnlyList<HeldPost> Agencies => [.. HttpContext.Actor().Posts.Where(post => Gate.May(HttpContext.Actor(), Act.HandleRequests, post.Path)).DistinctBy(post => post.AgencyId)];

    public RequestSheet? About { get; private set; }

    public async Task OnGetAsync(long? request, CancellationToken cancellation)
    {
        About = request is { } id ? await requests.FindAsync(id, HttpContext.Actor(), cancellation) : null;
        Input = new Form
        {
            AgencyId = About?.Row.AgencyId ?? HttpContext.Actor().AgencyId, RequestId = About?.Row.Id, On = time.Today(),
            Subject = About is null ? null : $"不服对申请 {About.Row.Number} 的答复", Complainant = About?.Applicant?.Name,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        About = Input.RequestId is { } id ? await requests.FindAsync(id, HttpContext.Actor(), cancellation) : null;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var taken = await desk.OpenAsync(
            new(Input.AgencyId, Input.Kind!.Value, Input.RequestId, Input.Body!, Input.CaseNumber, Input.Complainant!, Input.IsPerson, Input.Subject!, new DisputeEvent(Input.Step!.Value, Input.On!.Value)),
            HttpContext.Actor(), cancellation);
        if (taken.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal switch
            {
                DisputeRefusal.WrongStep => "Input.Step",
                DisputeRefusal.DateInFuture or DisputeRefusal.DateOutOfRange => "Input.On",
                _ => "",
            }, DisputeWords.Sentence(refusal));
            return Page();
        }

        TempData.Done("案件已登记，期限已经算好。");
        return Redirect($"/work/disputes/{taken.DisputeId}");
    }

    public sealed record Form
    {
        public int AgencyId { get; init; }

        public long? RequestId { get; init; }

        [Required(ErrorMessage = "请选择案件类型。")]
        public DisputeKind? Kind { get; init; }

        [Required(ErrorMessage = "请填复议机关或者法院。")]
        public string? Body { get; init; }

        public string? CaseNumber { get; init; }

        [Required(ErrorMessage = "请填复议申请人或者原告。")]
        public string? Complainant { get; init; }

        public bool IsPerson { get; init; } = true;

        [Required(ErrorMessage = "请填争议的事项。")]
        public string? Subject { get; init; }

        [Required(ErrorMessage = "请选择收到的文书。")]
        public DisputeStep? Step { get; init; }

        [Required(ErrorMessage = "请填收到的日期。")]
        public DateOnly? On { get; init; }
    }
}
