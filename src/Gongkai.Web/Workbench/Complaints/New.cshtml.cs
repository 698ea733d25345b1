using System.ComponentModel.DataAnnotations;
using Gongkai.Law.Requests;
using Gongkai.Law.Supervision;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Complaints;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Complaints;

/// <summary>登记投诉 at the desk of the authority.</summary>
[Requires(Act.HandleRequests)]
public sealed class NewModel(ComplaintIntake intake, ComplaintQueries complaints, AgencyQueries agencies, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The agencies for which this person may register.</summary>
    public IReadOnlyList<HeldPost> Desks => [.. HttpContext.Actor().Posts.Where(post => Gate.May(HttpContext.Actor(), Act.HandleRequests, post.Path)).DistinctBy(post => post.AgencyId)];

    public IReadOnlyList<string> Supervised { get; private set; } = [];

    public DateOnly Today => time.Today();

    public Task OnGetAsync(CancellationToken cancellation)
    {
        var own = HttpContext.Actor().AgencyId;
        Input = new Form { Key = Guid.CreateVersion7(time.GetUtcNow()), AgencyId = Desks.Any(post => post.AgencyId == own) ? own : Desks[0].AgencyId, ReceivedOn = Today };
        return LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var against = await agencies.NamedAsync(Input.Against!, cancellation);
        var taken = await intake.RegisterAsync(
            new(Input.Key, Input.AgencyId, against is [var only] ? only.Id : 0, Input.Kind!.Value, Input.RequestNumber, Input.Channel,
                new Applicant { Name = Input.Name?.Trim() ?? "", IdentityKind = "", IdentityNumber = "", Telephone = Input.Telephone?.Trim() ?? "", Address = Input.Address?.Trim() ?? "" },
                Input.IsPerson, Input.Content!, Input.ReceivedOn!.Value),
            HttpContext.Actor(), cancellation);
        if (taken.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal switch
            {
                ComplaintRefusal.NoSuchAgency => "Input.Against",
                ComplaintRefusal.NoSuchRequest => "Input.RequestNumber",
                ComplaintRefusal.DateInFuture or ComplaintRefusal.DateOutOfRange => "Input.ReceivedOn",
                ComplaintRefusal.TextMissing or ComplaintRefusal.TextTooLong => "Input.Content",
                _ => "",
            }, ComplaintWords.Sentence(refusal));
            return Page();
        }

        TempData.Done("投诉已登记，答复的期限已经算好。");
        return Redirect($"{IndexModel.Home}/{taken.ComplaintId}");
    }

    private async Task LoadAsync(CancellationToken cancellation) => Supervised = await complaints.SupervisedAsync(Desks[0].AgencyId, cancellation);

    public sealed record Form
    {
        /// <summary>Of this filling-in alone: sent twice, it makes one complaint.</summary>
        public Guid Key { get; init; }

        public int AgencyId { get; init; }

        [Required(ErrorMessage = "请填被投诉的机关。")]
        public string? Against { get; init; }

        [Required(ErrorMessage = "请选择投诉什么。")]
        public ComplaintKind? Kind { get; init; }

        public string? RequestNumber { get; init; }

        public IntakeChannel Channel { get; init; }

        [Required(ErrorMessage = "请填收到的日期。")]
        public DateOnly? ReceivedOn { get; init; }

        [Required(ErrorMessage = "请写投诉的内容。")]
        public string? Content { get; init; }

        public string? Name { get; init; }

        public bool IsPerson { get; init; } = true;

        public string? Telephone { get; init; }

        public string? Address { get; init; }
    }
}
