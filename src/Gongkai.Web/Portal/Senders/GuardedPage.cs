using Gongkai.Web.Portal.Applicants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Senders;

/// <summary>A page on which anybody sends something: the browser does a little work, or the person answers a question.</summary>
public abstract class GuardedPage(FloodGuard guard) : PageModel
{
    private bool hasFailed;

    [BindProperty]
    public string? Ticket { get; set; }

    [BindProperty]
    public string? Work { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>What the form has to show.</summary>
    public Challenge Guarding { get; private set; } = null!;

    /// <summary>The key of a form that is filled in anew.</summary>
    protected Guid NewKey() => guard.NewKey();

    protected bool Passes(Guid key)
    {
        hasFailed = !guard.Passes(key, Ticket, Work, Answer);
        return !hasFailed;
    }

    /// <summary>Shows the form with a question of its own.</summary>
    protected PageResult Ask(Guid key)
    {
        Guarding = guard.Issue(key);
        foreach (var name in (string[])[nameof(Ticket), nameof(Work), nameof(Answer)])
        {
            ModelState.Remove(name);
        }

        if (hasFailed)
        {
            ModelState.AddModelError(nameof(Answer), "小问题没有答对，或者页面打开得太久。请回答下面的新问题，再提交一次。");
        }

        return Page();
    }

    /// <summary>What was typed without letters that nobody types.</summary>
    protected static string Text(string? typed) => RequestInput.Text(typed);
}
