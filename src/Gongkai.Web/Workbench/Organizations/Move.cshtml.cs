using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
public sealed class MoveModel(AgencyQueries agencies, MoveAgency moveAgency, TimeProvider time) : AgencyPage(agencies)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet()
    {
        Input = new Form { On = time.Today(), Version = Agency.Version };
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        var parent = await Agencies.NamedAsync(Input.Parent, ModelState, "Input.Parent", cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var refusal = await moveAgency.RunAsync(new MoveAgency.Command(id, Input.Version, parent!.Value, Input.On!.Value), actor, cancellation);
        if (refusal is null)
        {
            TempData.Done($"{Agency.Facts.Name} 已经调整到 {Input.Parent} 之下。");
            return Redirect($"{OrganizationForms.Home}/{id}");
        }

        var (field, sentence) = Explain(refusal.Value);
        ModelState.AddModelError(field, sentence);
        return Page();
    }

    private static (string Field, string Sentence) Explain(MoveAgency.Refusal refusal) => refusal switch
    {
        MoveAgency.Refusal.NotFound => ("Input.Parent", "找不到这个机关，请重新填写。"),
        MoveAgency.Refusal.NotAllowed => ("Input.Parent", "新的上级不在您管理的范围内，请换一个，或请上级的系统管理员来调整。"),
        MoveAgency.Refusal.ChangedMeanwhile => ("", "别人刚改动过这个机关，请重新打开这一页再办。"),
        MoveAgency.Refusal.InCircle => ("Input.Parent", "不能放到它自己或它的下级之下，请换一个上级。"),
        MoveAgency.Refusal.ParentEnded => ("Input.Parent", "这个上级已经撤销，请填它的承继机关。"),
        MoveAgency.Refusal.LevelAboveParent => ("Input.Parent", "它的层级比新的上级还高，请换一个上级。"),
        MoveAgency.Refusal.DateOutOfRange => ("Input.On", "日期要在它成立之后，并且不能晚于今天。"),
        MoveAgency.Refusal.NameTaken => ("Input.Parent", "新的上级之下已有同名的机关，请先核对是不是重复。"),
    };

    public sealed record Form
    {
        [Required(ErrorMessage = "请填新的上级机关。")]
        public string? Parent { get; init; }

        [Required(ErrorMessage = "请填生效日期。")]
        public DateOnly? On { get; init; }

        public uint Version { get; init; }
    }
}
