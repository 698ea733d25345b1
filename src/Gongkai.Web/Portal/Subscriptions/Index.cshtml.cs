using Gongkai.Law.Publishing;
using Gongkai.Platform.Channels.Subscriptions;
using Gongkai.Platform.Organizations;
using Gongkai.Web.Hosting;
using Gongkai.Web.Portal.Applicants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Subscriptions;

/// <summary>订阅: to an agency, a category or a search, by e-mail.</summary>
[EnableRateLimiting(RequestLimit.Policy)]
public sealed class IndexModel(Subscribe subscribe, PublicAgencyQueries agencies, FloodGuard guard) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public CatalogCategory? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public SubscriptionPace Pace { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public Guid Key { get; set; }

    [BindProperty]
    public string? Ticket { get; set; }

    [BindProperty]
    public string? Work { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public bool IsPossible { get; private set; }

    public bool IsSent { get; private set; }

    public string? AgencyName { get; private set; }

    public Challenge Guarding { get; private set; } = null!;

    /// <summary>What is subscribed to; null as long as nothing is chosen.</summary>
    public SubscriptionSubject? Subject => AgencyName is not null ? SubscriptionSubject.Agency : Category is not null ? SubscriptionSubject.Category : string.IsNullOrWhiteSpace(Q) ? null : SubscriptionSubject.Search;

    public string Label => SubscriptionWords.Of(Subject!.Value, AgencyName, Category, Q?.Trim());

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Subject is not { } subject)
        {
            return Page();
        }

        if (!guard.Passes(Key, Ticket, Work, Answer))
        {
            ModelState.AddModelError(nameof(Answer), "请回答下面的小问题再提交。");
            return Renewed();
        }

        if (await subscribe.RunAsync(new Subscribe.Command(subject, Agency, Category, Q, Pace, Address ?? "", Key), cancellation) is { } refusal)
        {
            ModelState.AddModelError(nameof(Address), SubscriptionWords.Sentence(refusal));
            return Renewed();
        }

        IsSent = true;
        return Page();
    }

    private PageResult Renewed()
    {
        ModelState.Remove(nameof(Key));
        Key = guard.NewKey();
        Guarding = guard.Issue(Key);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        IsPossible = await subscribe.IsPossibleAsync(cancellation);
        AgencyName = Agency is { } id ? (await agencies.FindAsync(id, cancellation))?.Line.Name : null;
        if (HttpMethods.IsGet(Request.Method))
        {
            Key = guard.NewKey();
        }

        Guarding = guard.Issue(Key);
    }
}
