using Gongkai.Platform.Channels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Channels;

/// <summary>A page with the fields of a channel.</summary>
public abstract class ChannelFields : PageModel
{
    [Microsoft.AspNetCore.Mvc.BindProperty]
    public ChannelForm Input { get; set; } = new();

    [Microsoft.AspNetCore.Mvc.BindProperty]
    public IFormFile? Cover { get; set; }

    public abstract ChannelKind Kind { get; set; }

    public abstract bool IsNew { get; }

    protected void Refuse(ChannelRefusal refusal) => ModelState.AddModelError(ChannelForm.FieldOf(refusal), ChannelWords.Sentence(refusal));
}
