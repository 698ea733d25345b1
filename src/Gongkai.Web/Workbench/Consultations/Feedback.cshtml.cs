using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Consultations;

/// <summary>采纳情况: written by one person, released by another.</summary>
[Requires(Act.ViewDocuments)]
[RequestFormLimits(ValueLengthLimit = 8_000_000)]
public sealed class FeedbackModel(ConsultationQueries consultations, FeedbackDesk desk) : ReleasePage
{
    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public ConsultationSheet Sheet { get; private set; } = null!;

    public bool MayWrite => Sheet.IsOver && Sheet.MayWrite && (Sheet.Feedback is null || Sheet.FeedbackActions.Contains(ReleaseAction.Edit));

    public HtmlString Shown => new(Sheet.Feedback?.Body ?? "");

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!Sheet.IsOver && Sheet.Feedback is null)
        {
            TempData.Wrong("征集还没有结束，结束以后才能写采纳情况。");
            return Redirect($"{IndexModel.Home}/{id}");
        }

        Body = Sheet.Feedback?.Body ?? "";
        Revision = Sheet.Feedback?.Revision ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellation)
    {
        var saved = await desk.SaveAsync(id, Body ?? "", Revision, HttpContext.Actor(), cancellation);
        if (saved.IsDone)
        {
            TempData.Done("已保存。写好以后提交审核发布。");
            return Redirect(AddressOf(id));
        }

        ModelState.AddModelError("", saved.Message!);
        return await LoadAsync(id, cancellation) ? Page() : NotFound();
    }

    protected override Task<ParticipationResult> StepAsync(long id, ReleaseAction action, string? remark, CancellationToken cancellation) => desk.StepAsync(id, action, remark, HttpContext.Actor(), cancellation);

    protected override string AddressOf(long id) => FormattableString.Invariant($"{IndexModel.Home}/{id}/feedback");

    private async Task<bool> LoadAsync(long id, CancellationToken cancellation)
    {
        if (await consultations.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        return true;
    }
}
