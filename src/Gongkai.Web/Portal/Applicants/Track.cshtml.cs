using Gongkai.Law.Requests;
using Gongkai.Law.Supervision;
using Gongkai.Platform.Complaints;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Applicants;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Applicants;

[EnableRateLimiting(RequestLimit.Policy)]
public sealed class TrackModel(OwnRequestQueries requests, ComplaintQueries complaints, CaseCookie cookie, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What is written to the agency: a clarification or reasons.</summary>
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public string? WhyWithdrawn { get; set; }

    [BindProperty]
    public bool IsSure { get; set; }

    [BindProperty]
    public Guid ComplaintKey { get; set; }

    [BindProperty]
    public ComplaintKind? ComplaintKind { get; set; }

    [BindProperty]
    public string? Complaint { get; set; }

    public IReadOnlyList<OwnComplaint> Complaints { get; private set; } = [];

    public OwnRequest? Own { get; private set; }

    public ClockFace? Answer { get; private set; }

    /// <summary>The periods in which the applicant has to act.</summary>
    public IReadOnlyList<ClockFace> Mine { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync([FromServices] OpenCase open, CancellationToken cancellation)
    {
        if (await open.RunAsync(Number ?? "", Code ?? "", cancellation) is { } key)
        {
            cookie.Write(HttpContext, key);
            return Redirect("/request/track");
        }

        ModelState.AddModelError(nameof(Number), "没有查到。登记号和查询码要与回执上的完全一致，请核对后再试。");
        return Page();
    }

    public IActionResult OnPostLeave()
    {
        cookie.Forget(HttpContext);
        return Redirect("/request/track");
    }

    public async Task<IActionResult> OnPostClarifyAsync([FromServices] SupplyClarification supply, CancellationToken cancellation)
    {
        var files = Files.Where(file => file.Length > 0).Select(file => new SentFile(file.FileName, file.OpenReadStream)).ToList();
        return await DoAsync(key => supply.RunAsync(new SupplyClarification.Command(key, RequestInput.Text(Text), files, Address), cancellation), nameof(Text), "补正已经送到受理机关，答复期限从今天起重新计算。", cancellation);
    }

    public Task<IActionResult> OnPostReasonAsync([FromServices] GiveReason give, CancellationToken cancellation) =>
        DoAsync(key => give.RunAsync(new GiveReason.Command(key, RequestInput.Text(Text), Address), cancellation), nameof(Text), "理由已经送到受理机关。", cancellation);

    public async Task<IActionResult> OnPostWithdrawAsync([FromServices] WithdrawOwnRequest withdraw, CancellationToken cancellation)
    {
        if (IsSure)
        {
            return await DoAsync(key => withdraw.RunAsync(new WithdrawOwnRequest.Command(key, RequestInput.Text(WhyWithdrawn), Address), cancellation), nameof(WhyWithdrawn), "申请已经撤回，办理结束。", cancellation);
        }

        await LoadAsync(cancellation);
        ModelState.AddModelError(nameof(IsSure), "确定要撤回的，请先勾选“我确定撤回”。");
        return Page();
    }

    public async Task<IActionResult> OnPostComplainAsync([FromServices] ComplaintIntake intake, CancellationToken cancellation)
    {
        if (cookie.Read(HttpContext) is not { } key)
        {
            ModelState.AddModelError(nameof(Number), "查看的时间已过，请重新输入登记号和查询码。您写的内容还在下面。");
            return Page();
        }

        if (ComplaintKind is not { } kind)
        {
            await LoadAsync(cancellation);
            ModelState.AddModelError(nameof(ComplaintKind), "请选择投诉什么。");
            return Page();
        }

        var taken = await intake.SendAsync(new ComplaintIntake.Own(key, ComplaintKey, kind, RequestInput.Text(Complaint), Address), cancellation);
        if (taken.Refusal is not { } refusal)
        {
            TempData.Done("投诉已经送到主管部门，办理情况和答复在本页查看。");
            return Redirect("/request/track");
        }

        await LoadAsync(cancellation);
        ModelState.AddModelError(nameof(Complaint), ComplaintWords.Sentence(refusal));
        return Page();
    }

    public string TurnWords => Own!.Timeline.Turn switch
    {
        Turn.Agency when Own.Timeline.Stage == RequestStage.AwaitingConfirmation => "等受理机关与您确认收到",
        Turn.Agency => "等受理机关办理",
        Turn.Applicant => "等您办理，见下面",
        Turn.ThirdParty => "等第三方提出意见",
        Turn.OtherAgency => "等其他机关提出意见",
        Turn.Nobody => "已经办结，没有要等的",
    };

    private string? Address => HttpContext.Connection.RemoteIpAddress?.ToString();

    private async Task<IActionResult> DoAsync(Func<CaseKey, Task<RequestResult>> act, string field, string done, CancellationToken cancellation)
    {
        if (cookie.Read(HttpContext) is not { } key)
        {
            ModelState.AddModelError(nameof(Number), "查看的时间已过，请重新输入登记号和查询码。您写的内容还在下面。");
            return Page();
        }

        var result = await act(key);
        if (result.IsDone)
        {
            TempData.Done(done);
            return Redirect("/request/track");
        }

        await LoadAsync(cancellation);
        ModelState.AddModelError(field, result.Message!);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        if (cookie.Read(HttpContext) is not { } key || await requests.FindAsync(key, cancellation) is not { } own)
        {
            return;
        }

        cookie.Write(HttpContext, key);
        Own = own;
        Complaints = await complaints.OwnAsync(key, cancellation);
        if (ComplaintKey == Guid.Empty)
        {
            ComplaintKey = Guid.CreateVersion7(time.GetUtcNow());
        }

        Answer = own.Timeline.Answer is { } answer ? ClockFace.Of(answer, own.Timeline, own.Calendar) : null;
        Mine =
        [
            .. own.Timeline.Clocks.Where(clock => clock.EndedOn is null && clock.Id is ClockId.Clarification or ClockId.Payment or ClockId.Reason or ClockId.Confirmation)
                .Select(clock => ClockFace.Of(clock, own.Timeline, own.Calendar)),
        ];
    }
}
