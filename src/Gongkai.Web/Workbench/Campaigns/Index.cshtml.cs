using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Campaigns;

[Requires(Act.SuperviseFilings)]
public sealed class IndexModel(CampaignQueries campaigns, OpenCampaign openCampaign, TimeProvider time) : PageModel
{
    public IReadOnlyList<CampaignLine> Campaigns { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Campaigns = await campaigns.ListAsync(HttpContext.Actor(), cancellation);
        Input = new Form { Year = time.Today().Year - 1, OpensOn = time.Today() };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        if (ModelState.IsValid)
        {
            var result = await openCampaign.RunAsync(new OpenCampaign.Command(actor.AgencyId, Input.Year!.Value, Input.OpensOn!.Value, Input.InternalDueOn), actor, cancellation);
            if (result.CampaignId is { } id)
            {
                TempData.Done($"{Input.Year} 年度的报送已经开启，各单位现在可以编写报告。");
                return Redirect($"/work/campaigns/{id}");
            }

            var (field, sentence) = Explain(result.Refusal!.Value);
            ModelState.AddModelError(field, sentence);
        }

        Campaigns = await campaigns.ListAsync(actor, cancellation);
        return Page();
    }

    private static (string Field, string Sentence) Explain(OpenCampaign.Refusal refusal) => refusal switch
    {
        OpenCampaign.Refusal.NotAllowed => ("Input.Year", "您在这个机关没有主管部门的岗位，不能开启报送。请在页面上方切换到主管的机关。"),
        OpenCampaign.Refusal.NoAuthority => ("Input.Year", "只有一级政府能开启报送。请在页面上方切换到县政府。"),
        OpenCampaign.Refusal.AlreadyOpen => ("Input.Year", "这个年度已经开启过了，见上面的列表。"),
        OpenCampaign.Refusal.YearNotOver => ("Input.Year", "这一年还没有过完，最早可以从当年 12 月开启。"),
        OpenCampaign.Refusal.DueOutsideCampaign => ("Input.InternalDueOn", "内部截止日期要在开启日期之后、法定的 3 月 31 日之前。"),
    };

    public sealed record Form
    {
        [Required(ErrorMessage = "请填报告年度。")]
        [Range(2008, 2100, ErrorMessage = "报告年度填四位数字，如 2026。")]
        public int? Year { get; init; }

        [Required(ErrorMessage = "请填开启日期。")]
        public DateOnly? OpensOn { get; init; }

        public DateOnly? InternalDueOn { get; init; }
    }
}
