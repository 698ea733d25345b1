using Gongkai.Law.Calendar;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Lists;

/// <summary>A list of what is answered within working days, each with its light: letters, complaints.</summary>
public abstract class DueListPage<TRow>(Calendars calendars, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? IsOpen { get; set; }

    /// <summary>Only what the person who looks is in charge of.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Page<Listed<TRow>> Rows { get; private set; } = new([], null);

    public virtual bool IsFiltered => Sought is not null || IsOpen is not null || Mine;

    public abstract Listing<Listed<TRow>> List { get; }

    protected string? Sought => string.IsNullOrWhiteSpace(Text) ? null : Text.Trim();

    protected Guid? Handler => Mine ? HttpContext.Actor().AccountId : null;

    protected IEnumerable<(string Name, string? Value)> Kept => [("text", Sought), ("isOpen", IsOpen is { } open ? open ? "true" : "false" : null), ("mine", Mine ? "true" : null)];

    protected async Task ShowAsync(Page<TRow> found, CancellationToken cancellation) => Rows = new Page<Listed<TRow>>(await ListedAsync(found.Items, cancellation), found.Next);

    protected async Task<List<Listed<TRow>>> ListedAsync(IReadOnlyList<TRow> rows, CancellationToken cancellation)
    {
        var listed = new List<Listed<TRow>>(rows.Count);
        foreach (var row in rows)
        {
            var (light, words) = LookOf(row, await calendars.OfAsync(AgencyOf(row), cancellation), time.Today());
            listed.Add(new Listed<TRow>(row, light, words));
        }

        return listed;
    }

    protected abstract int AgencyOf(TRow row);

    protected abstract (Light Light, string Words) LookOf(TRow row, WorkingCalendar calendar, DateOnly today);
}

/// <summary>A row of a list, with how much time is left.</summary>
public sealed record Listed<TRow>(TRow Row, Light Light, string Words);
