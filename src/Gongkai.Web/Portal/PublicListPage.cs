using Gongkai.Platform.Organizations;
using Gongkai.Web.Portal.Applicants;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal;

/// <summary>A list for the public that is filtered by agency and text. Never kept in memory: what it shows changes with the day.</summary>
public abstract class PublicListPage(PublicAgencyQueries agencies) : PageModel
{
    private const int LongestText = 60;

    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<PublicAgencyLine> Agencies { get; private set; } = [];

    public virtual bool IsFiltered => Agency is not null || Sought is not null;

    protected string? Sought => string.IsNullOrEmpty(Text) ? null : Text;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        var text = RequestInput.Text(Text);
        Text = text[..Math.Min(text.Length, LongestText)];
        Agencies = (await agencies.ListAsync(null, null, cancellation)).Items;
        await ShowAsync(cancellation);
    }

    /// <summary>The same list after a key.</summary>
    public string Link(string? after)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in ((string, string?)[])[("agency", Agency?.ToString(null, null)), ("text", Text), .. Filter, ("after", after)])
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return $"{Request.Path}{query}";
    }

    /// <summary>What is filtered besides.</summary>
    protected abstract IEnumerable<(string Name, string? Value)> Filter { get; }

    protected abstract Task ShowAsync(CancellationToken cancellation);
}
