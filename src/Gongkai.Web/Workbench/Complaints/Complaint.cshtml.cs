using System.ComponentModel.DataAnnotations;
using Gongkai.Law.Supervision;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Complaints;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Complaints;

/// <summary>A complaint: what it says, its period, and what can be done.</summary>
[Requires(Act.ViewRequests)]
public sealed class ComplaintModel(ComplaintQueries complaints, ComplaintDesk desk, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid? Handler { get; set; }

    public ComplaintSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<Handler> Handlers { get; private set; } = [];

    /// <summary>What can be recorded now.</summary>
    public IReadOnlyList<ComplaintStep> Steps => Sheet.Row.IsClosed
        ? [ComplaintStep.Corrected]
        : [ComplaintStep.AgencyAsked, ComplaintStep.AgencyExplained, ComplaintStep.Answered, ComplaintStep.Withdrawn];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        Input = new Form { On = time.Today() };
        return await ShowAsync(id, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(id, cancellation);
        }

        var isAnswer = Input.Step == ComplaintStep.Answered;
        var taken = await desk.RecordAsync(
            id, new ComplaintEvent(Input.Step!.Value, Input.On!.Value, isAnswer ? Input.Finding : null, isAnswer ? Input.Measure : null), Input.Note ?? "", HttpContext.Actor(), cancellation);
        return await AnswerAsync(id, taken, "已记录。", refusal => refusal switch
        {
            ComplaintRefusal.TextMissing or ComplaintRefusal.TextTooLong => "Input.Note",
            ComplaintRefusal.DateInFuture or ComplaintRefusal.DateOutOfRange => "Input.On",
            ComplaintRefusal.FindingMissing => "Input.Finding",
            ComplaintRefusal.MeasureMissing => "Input.Measure",
            _ => "Input.Step",
        }, cancellation);
    }

    public async Task<IActionResult> OnPostAssignAsync(long id, string? note, CancellationToken cancellation)
    {
        ModelState.Clear();
        Input = new Form { On = time.Today() };
        return await AnswerAsync(id, await desk.AssignAsync(id, Handler ?? Guid.Empty, note, HttpContext.Actor(), cancellation), "已交办。", _ => nameof(Handler), cancellation);
    }

    public async Task<IActionResult> OnPostRetractAsync(long id, long happened, string? why, CancellationToken cancellation)
    {
        var taken = await desk.RetractAsync(id, happened, why ?? "", HttpContext.Actor(), cancellation);
        if (taken.Refusal is { } refusal)
        {
            TempData.Wrong(ComplaintWords.Sentence(refusal));
        }
        else
        {
            TempData.Done("已更正，原来的记录仍可查看。");
        }

        return Redirect($"{IndexModel.Home}/{id}");
    }

    private async Task<IActionResult> AnswerAsync(long id, ComplaintTaken taken, string done, Func<ComplaintRefusal, string> fieldOf, CancellationToken cancellation)
    {
        if (taken.Refusal is not { } refusal)
        {
            TempData.Done(done);
            return Redirect($"{IndexModel.Home}/{id}");
        }

        ModelState.AddModelError(fieldOf(refusal), ComplaintWords.Sentence(refusal));
        return await ShowAsync(id, cancellation);
    }

    private async Task<IActionResult> ShowAsync(long id, CancellationToken cancellation)
    {
        if (await complaints.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Handler ??= sheet.HandlerId;
        Handlers = sheet is { MayChange: true, Row.IsClosed: false } ? await complaints.HandlersAsync(sheet.Row.AgencyId, cancellation) : [];
        return Page();
    }

    public sealed record Form
    {
        [Required(ErrorMessage = "请选择发生了什么。")]
        public ComplaintStep? Step { get; init; }

        [Required(ErrorMessage = "请填发生的日期。")]
        public DateOnly? On { get; init; }

        public ComplaintFinding? Finding { get; init; }

        public ComplaintMeasure? Measure { get; init; }

        public string? Note { get; init; }
    }
}
