using Gongkai.Platform.Accounts;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Letters;

/// <summary>A letter: read, given to somebody, answered, handed on.</summary>
[Requires(Act.ViewRequests)]
public sealed class LetterModel(LetterQueries letters, LetterDesk desk, AgencyQueries agencies, Calendars calendars, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public Guid? Handler { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public LetterSheet Sheet { get; private set; } = null!;

    public (Light Light, string Words) Standing { get; private set; }

    public IReadOnlyList<string> Receivers { get; private set; } = [];

    public IReadOnlyList<Handler> Handlers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        var page = await ShowAsync(id, cancellation);
        Answer = Sheet?.Answer;
        return page;
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellation) =>
        await AnswerAsync(id, await desk.AnswerAsync(id, Answer ?? "", HttpContext.Actor(), cancellation), nameof(Answer), "已答复，来信人凭编号和查询码能看到。", $"{IndexModel.Home}/{id}", cancellation);

    public async Task<IActionResult> OnPostAssignAsync(long id, CancellationToken cancellation)
    {
        var result = await desk.AssignAsync(id, Handler ?? Guid.Empty, Note, HttpContext.Actor(), cancellation);
        return await AnswerAsync(id, result, result.Refusal == ParticipationRefusal.TextTooLong ? nameof(Note) : nameof(Handler), "已交办。", $"{IndexModel.Home}/{id}", cancellation);
    }

    public async Task<IActionResult> OnPostTransferAsync(long id, CancellationToken cancellation)
    {
        var found = string.IsNullOrWhiteSpace(To) ? [] : await agencies.NamedAsync(To.Trim(), cancellation);
        var result = await desk.TransferAsync(id, found is [var only] ? only.Id : 0, Why ?? "", HttpContext.Actor(), cancellation);
        return await AnswerAsync(id, result, result.Refusal == ParticipationRefusal.ReasonMissing ? nameof(Why) : nameof(To), "已转交，对方已收到通知。", IndexModel.Home, cancellation);
    }

    private async Task<IActionResult> AnswerAsync(long id, ParticipationResult result, string field, string done, string next, CancellationToken cancellation)
    {
        if (result.IsDone)
        {
            TempData.Done(done);
            return Redirect(next);
        }

        ModelState.AddModelError(field, result.Message!);
        return await ShowAsync(id, cancellation);
    }

    private async Task<IActionResult> ShowAsync(long id, CancellationToken cancellation)
    {
        if (await letters.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Standing = IndexModel.StandingOf(sheet.Row, await calendars.OfAsync(sheet.Row.AgencyId, cancellation), time.Today());
        if (sheet is { MayAnswer: true, Row.AnsweredOn: null })
        {
            Receivers = await letters.ReceiversAsync(sheet.Row.AgencyId, cancellation);
            Handlers = await letters.HandlersAsync(sheet.Row.AgencyId, cancellation);
            Handler ??= sheet.Row.HandlerId;
        }

        return Page();
    }
}
