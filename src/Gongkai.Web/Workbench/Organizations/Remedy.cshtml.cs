using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Requests.Papers;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
public sealed class RemedyModel(AgencyQueries agencies, ChangeRemedy change, RemedyQueries remedies) : AgencyPage(agencies)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What the papers say now.</summary>
    public RemedyBodies Bodies { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var kept = await change.ReadAsync(Agency.Id, cancellation);
        Input = new Form { ReviewBody = kept.ReviewBody, Court = kept.Court, OnlineChannel = kept.OnlineChannel, NumberWord = kept.NumberWord };
        Bodies = await remedies.OfAsync(Agency.Id, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        var refusal = await change.RunAsync(new(id, Input.ReviewBody, Input.Court, Input.OnlineChannel, Input.NumberWord), HttpContext.Actor(), cancellation);
        if (refusal is null)
        {
            TempData.Done("已保存，以后制作的文书都按这里写。");
            return Redirect($"/work/organizations/{id}");
        }

        ModelState.AddModelError("", refusal switch
        {
            ChangeRemedy.Refusal.NotAllowed => "您不能修改这个机关的设置。",
            ChangeRemedy.Refusal.TextTooLong => "内容太长，每一项不超过200个字。",
        });
        Bodies = await remedies.OfAsync(Agency.Id, cancellation);
        return Page();
    }

    public sealed record Form
    {
        public string? ReviewBody { get; init; }

        public string? Court { get; init; }

        public string? OnlineChannel { get; init; }

        public string? NumberWord { get; init; }
    }
}
