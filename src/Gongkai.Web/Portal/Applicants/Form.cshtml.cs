using Gongkai.Platform.Organizations;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Applicants;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Search;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Applicants;

[EnableRateLimiting(RequestLimit.Policy)]
public sealed class FormModel(PublicAgencyQueries agencies, SubmitRequest submit, FloodGuard guard, CaseCookie cookie, RequestReckoning reckoning) : PageModel
{
    [BindProperty]
    public RequestInput Input { get; set; } = new();

    [BindProperty]
    public string? Ticket { get; set; }

    [BindProperty]
    public string? Work { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    public FormStep Step { get; private set; } = FormStep.ChooseAgency;

    public PublicAgency? Agency { get; private set; }

    public IReadOnlyList<PublicAgencyLine> Choices { get; private set; } = [];

    /// <summary>Whether there are more agencies than the page shows.</summary>
    public bool HasMore { get; private set; }

    public Reckoning? Reckoning { get; private set; }

    public PublishedHints Hints { get; private set; } = PublishedHints.None;

    public Challenge? Guarding { get; private set; }

    public async Task OnGetAsync(int? agency, RequestKind? kind, [FromServices] RequestHints hints, CancellationToken cancellation)
    {
        if (agency is { } id && await LoadAsync(id, cancellation))
        {
            Input.Agency = id;
            Input.Key = guard.NewKey();
            Input.Kind = kind is RequestKind.Correction ? RequestKind.Correction : RequestKind.Disclosure;
            Input.Wanted = Q is { Length: > 0 } ? RequestInput.Text(Q[..Math.Min(Q.Length, SearchWords.LongestQuery)]) : null;
            Hints = await hints.ForAsync(Q, cancellation);
            Step = FormStep.Fill;
            return;
        }

        await ListAsync(cancellation);
    }

    public async Task<IActionResult> OnPostBackAsync(CancellationToken cancellation)
    {
        await StartAsync(FormStep.Fill, cancellation);
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync([FromServices] RequestHints hints, CancellationToken cancellation)
    {
        if (!await StartAsync(FormStep.Fill, cancellation))
        {
            return Page();
        }

        Tell(Input.ToForm().Faults(isLetter: false));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await SumUpAsync(hints, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync([FromServices] RequestHints hints, [FromServices] OpenCase open, CancellationToken cancellation)
    {
        if (!guard.Passes(Input.Key, Ticket, Work, Answer))
        {
            if (!await StartAsync(FormStep.Fill, cancellation))
            {
                return Page();
            }

            await SumUpAsync(hints, cancellation);
            ModelState.AddModelError(nameof(Answer), "小问题没有答对，或者页面打开得太久。请回答下面的新问题，再提交一次。");
            return Page();
        }

        var files = Files.Where(file => file.Length > 0).Select(file => new SentFile(file.FileName, file.OpenReadStream)).ToList();
        var sent = await submit.RunAsync(new SubmitRequest.Command(Input.ToForm(), HttpContext.Connection.RemoteIpAddress?.ToString()) { Files = files }, cancellation);
        if (sent.Registered is not { } registered)
        {
            if (!await StartAsync(FormStep.Fill, cancellation))
            {
                return Page();
            }

            if (sent.Faults.All(fault => fault is RequestFault.FileRefused or RequestFault.ProofMissing))
            {
                await SumUpAsync(hints, cancellation);
            }

            Tell(sent.Faults);
            return Page();
        }

        // What was sent before may have been given another code since.
        if ((registered.IsNew ? CaseKey.Of(registered) : await open.RunAsync(registered.Number, registered.Code, cancellation)) is not { } key)
        {
            return Redirect("/request/track");
        }

        cookie.Write(HttpContext, key);
        return Redirect(registered.IsNew ? "/request/receipt" : "/request/receipt?again=true");
    }

    /// <summary>Files are looked at on the last page only; on the way there, what the browser sends of them is no fault of the form.</summary>
    private void Tell(IEnumerable<RequestFault> faults)
    {
        foreach (var fault in faults)
        {
            var (field, sentence) = Input.PlaceOf(fault);
            ModelState.AddModelError(field is "" or nameof(Files) ? field : $"{nameof(Input)}.{field}", sentence);
        }
    }

    private async Task<bool> StartAsync(FormStep step, CancellationToken cancellation)
    {
        if (Input.Key != Guid.Empty && await LoadAsync(Input.Agency, cancellation))
        {
            Step = step;
            return true;
        }

        await ListAsync(cancellation);
        return false;
    }

    private async Task SumUpAsync(RequestHints hints, CancellationToken cancellation)
    {
        Step = FormStep.Sum;
        Hints = await hints.ForAsync(Input.Wanted, cancellation);
        Guarding = guard.Issue(Input.Key);
        foreach (var name in (string[])[nameof(Ticket), nameof(Work), nameof(Answer)])
        {
            ModelState.Remove(name);
        }
    }

    private async Task<bool> LoadAsync(int id, CancellationToken cancellation)
    {
        var found = await agencies.FindAsync(id, cancellation);
        if (found is null || !KindDefaults.Of(found.Line.Kind).TakesRequests)
        {
            return false;
        }

        Reckoning = await reckoning.OfAsync(id, cancellation);
        Agency = found.Line.ValidTo < Reckoning.FirstConfirmation ? null : found;
        return Agency is not null;
    }

    private async Task ListAsync(CancellationToken cancellation)
    {
        Step = FormStep.ChooseAgency;
        var listed = await agencies.ListAsync(RequestInput.Text(Find), null, cancellation);
        Choices = [.. listed.Items.Where(agency => KindDefaults.Of(agency.Kind).TakesRequests && agency.ValidTo is null)];
        HasMore = listed.Next is not null;
    }
}

/// <summary>How far one is with the form.</summary>
public enum FormStep
{
    ChooseAgency,
    Fill,
    Sum,
}
