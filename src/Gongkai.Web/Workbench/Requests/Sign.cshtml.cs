using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Papers;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>逐件签发: what waits for the head's signature, one case a screen, the nearest day first.</summary>
[Requires(Act.SignRequests)]
public sealed class SignModel(RequestQueries requests, PaperMaking papers, SignDecision sign, ReviewDecision reviews) : PageModel
{
    public RequestSheet? Sheet { get; private set; }

    public IReadOnlyList<RequestRow> Waiting { get; private set; } = [];

    /// <summary>Which of those that wait is shown, from 1.</summary>
    public int Place { get; private set; }

    public long? NextId { get; private set; }

    public IReadOnlyList<StepView> Opinions { get; private set; } = [];

    /// <summary>The paper as it will be served, line by line; empty where there is nothing to sign.</summary>
    public IReadOnlyList<PaperText> Paper { get; private set; } = [];

    public string? SendBackText { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "case")] long? id, CancellationToken cancellation) => await LoadAsync(id, cancellation);

    public async Task<IActionResult> OnPostSignAsync(long id, CancellationToken cancellation) =>
        await AfterAsync(id, await sign.RunAsync(id, HttpContext.Actor(), cancellation), "已签发", cancellation);

    public async Task<IActionResult> OnPostSendBackAsync(long id, string? text, CancellationToken cancellation)
    {
        SendBackText = text;
        return await AfterAsync(id, await reviews.SendBackAsync(id, text ?? "", HttpContext.Actor(), cancellation), "已退回修改", cancellation);
    }

    private async Task<IActionResult> AfterAsync(long id, RequestResult result, string done, CancellationToken cancellation)
    {
        await LoadAsync(id, cancellation);
        switch (result.Refusal)
        {
            case null:
                TempData.Done($"{Sheet?.Row.Number} {done}。{(Waiting.Count > 0 ? $"还有 {Waiting.Count} 件等您签发。" : "没有等您签发的了。")}");
                return Redirect($"{RequestAddress.Home}/sign");
            case RequestRefusal.NotFound:
                return NotFound();
            case RequestRefusal.TextMissing:
                ModelState.AddModelError("text", "请写明要改什么。");
                return Page();
            default:
                TempData.Wrong(result.Message!);
                return Redirect($"{RequestAddress.Home}/sign");
        }
    }

    private async Task LoadAsync(long? id, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        var waiting = new List<RequestRow>();
        foreach (var agency in Gate.ScopeOf(actor, Act.SignRequests).Agencies)
        {
            waiting.AddRange((await requests.ListAsync(new RequestFilter { AgencyId = agency, DeskStep = DeskStep.Reviewed }, actor, null, cancellation)).Items);
        }

        Waiting = [.. waiting.OrderBy(row => row.DueOn ?? DateOnly.MaxValue).ThenBy(row => row.Id)];
        var shown = id ?? (Waiting.Count > 0 ? Waiting[0].Id : null);
        Sheet = shown is { } found ? await requests.FindAsync(found, actor, cancellation) : null;
        if (Sheet is null)
        {
            return;
        }

        Paper = await papers.DecisionAsync(Sheet.Row.Id, actor, cancellation) is { } word ? PaperText.Of(word) : [];
        var index = Waiting.Select(row => row.Id).ToList().IndexOf(Sheet.Row.Id);
        Place = index + 1;
        NextId = Waiting.Count > 1 ? Waiting[(index + 1) % Waiting.Count].Id : null;
        Opinions = [.. Sheet.Steps.Reverse().TakeWhile(step => step.Step != RequestStepKind.Drafted)
            .Where(step => step.Step is RequestStepKind.LegalityApproved or RequestStepKind.SecrecyApproved or RequestStepKind.SentToReview).Reverse()];
    }
}
