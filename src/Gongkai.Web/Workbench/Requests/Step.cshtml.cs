using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>One step of a request: the few fields that it needs, and why where it is refused.</summary>
[Requires(Act.ViewRequests)]
[RequestSizeLimit(Attachments.MostBytes + 1_000_000)]
[RequestFormLimits(MultipartBodyLengthLimit = Attachments.MostBytes + 1_000_000)]
public sealed class StepModel(RequestQueries requests, StepTaking steps, PassRequest pass, TimeProvider time) : RequestPage(requests)
{
    public RequestAction Action { get; private set; }

    public IReadOnlyList<Handler> Handlers { get; private set; } = [];

    /// <summary>The cases into which this one can be closed.</summary>
    public IReadOnlyList<RelatedRequest> MergeTargets { get; private set; } = [];

    /// <summary>The other agencies of the government.</summary>
    public IReadOnlyList<string> Agencies { get; private set; } = [];

    public DateOnly Today => time.Today();

    [BindProperty]
    public StepForm Input { get; set; } = new();

    /// <summary>Whether the fee is to be shown for the pages that were typed, and nothing done yet.</summary>
    [BindProperty]
    public bool Reckon { get; set; }

    public async Task<IActionResult> OnGetAsync(string step, CancellationToken cancellation)
    {
        if (RequestAddress.ActionOf(step) is not { } action || action is RequestAction.Draft or RequestAction.ReissueCode)
        {
            return NotFound();
        }

        if (!Sheet.Actions.Contains(action))
        {
            TempData.Wrong(RequestWords.Sentence(RequestRefusal.WrongState));
            return Redirect(RequestAddress.Of(Row.Id));
        }

        Input = StepForm.For(action, Sheet, Today);
        return await ShowAsync(action, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(string step, CancellationToken cancellation)
    {
        if (RequestAddress.ActionOf(step) is not { } action || action is RequestAction.Draft or RequestAction.ReissueCode)
        {
            return NotFound();
        }

        Check(action);
        if (!ModelState.IsValid || Reckon)
        {
            return await ShowAsync(action, cancellation);
        }

        var result = await steps.RunAsync(Row.Id, action, Input, HttpContext.Actor(), cancellation);
        switch (result.Refusal)
        {
            case null:
                TempData.Done(StepWords.Done(action));
                return Redirect(action == RequestAction.Pass ? RequestAddress.Home : RequestAddress.Of(Row.Id));
            case RequestRefusal.NotFound:
                return NotFound();
            case { } refusal:
                ModelState.AddModelError(refusal == RequestRefusal.ReportByWrong ? FieldOfDay(result.Limit) : StepWords.FieldOf(refusal, action, Input), result.Message!);
                return await ShowAsync(action, cancellation);
        }
    }

    /// <summary>Which of the days for the units is the wrong one.</summary>
    private string FieldOfDay(DateOnly? limit)
    {
        var wrong = Input.Assisting.FindIndex(unit => unit.ReportBy < Today || unit.ReportBy >= limit);
        return wrong >= 0 && !(Input.DueOn < Today || Input.DueOn >= limit) ? $"Input.Assisting[{wrong}].ReportBy" : "Input.DueOn";
    }

    private void Check(RequestAction action)
    {
        if (StepForm.NeedsDay(action) && Input.On is null && ModelState.GetFieldValidationState("Input.On") != ModelValidationState.Invalid)
        {
            ModelState.AddModelError("Input.On", "请填写日期。");
        }

        if (action == RequestAction.RecordOpinion && Input.Agrees is null)
        {
            ModelState.AddModelError("Input.Agrees", "请选择同意还是不同意公开。");
        }

        if (action == RequestAction.MakePaper && Input.Paper is null)
        {
            ModelState.AddModelError("Input.Paper", "请选择要制作的文书。");
        }

        if (action == RequestAction.AddFile && Input.File is not { Length: > 0 })
        {
            ModelState.AddModelError("Input.File", "请选择一个文件。");
        }
    }

    private async Task<IActionResult> ShowAsync(RequestAction action, CancellationToken cancellation)
    {
        Action = action;
        Handlers = action == RequestAction.Assign ? await Requests.HandlersAsync(Row.AgencyId, Today, cancellation) : [];
        MergeTargets = action == RequestAction.Merge ? await Requests.MergeTargetsAsync(Row.Id, cancellation) : [];
        Agencies = action is RequestAction.Pass or RequestAction.PointElsewhere ? await pass.TargetsAsync(Row.AgencyId, cancellation) : [];
        return Page();
    }
}
