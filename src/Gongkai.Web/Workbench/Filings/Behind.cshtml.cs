using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Reports;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Filings;

/// <summary>The cases, documents or acts behind a figure of the report: what the ledger counts, one by one.</summary>
[Requires(Act.ViewRequests)]
public sealed class BehindModel(FilingQueries filings, LedgerFigures ledger, ProactiveFigures proactive) : PageModel
{
    private const int PageSize = 50;

    public FilingSheet Sheet { get; private set; } = null!;

    public FigureAddress Address { get; private set; }

    public decimal Kept { get; private set; }

    /// <summary>Whether the report adds up others, so that what the agency itself keeps is a part of its figure.</summary>
    public bool IsPart { get; private set; }

    /// <summary>What the report says; empty where the cell is.</summary>
    public string Said { get; private set; } = "";

    public IReadOnlyList<CaseBehind> Cases { get; private set; } = [];

    public IReadOnlyList<DisputeBehind> Disputes { get; private set; } = [];

    public IReadOnlyList<DocumentBehind> Documents { get; private set; } = [];

    public IReadOnlyList<ActBehind> Acts { get; private set; } = [];

    public string? Next { get; private set; }

    [BindProperty(SupportsGet = true)]
    public long After { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, string address, CancellationToken cancellation)
    {
        if (!FigureAddress.TryParse(address, CultureInfo.InvariantCulture, out var found)
            || await filings.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet
            || !await KeptAsync(sheet, found, cancellation))
        {
            return NotFound();
        }

        (Sheet, Address) = (sheet, found);
        Said = sheet.Fields.FirstOrDefault(field => field.Field == address)?.Text ?? "";
        if (await ledger.RequestsBehindAsync(sheet.AgencyId, sheet.Year, found, After, PageSize + 1, cancellation) is { } cases)
        {
            Cases = Shown(cases, one => one.RequestId);
        }
        else if (await proactive.DocumentsBehindAsync(sheet.AgencyId, sheet.Year, found, After, PageSize + 1, cancellation) is { } documents)
        {
            Documents = Shown(documents, one => one.DocumentId);
        }
        else if (await proactive.ActsBehindAsync(sheet.AgencyId, sheet.Year, found, After, PageSize + 1, cancellation) is { } acts)
        {
            Acts = Shown(acts, one => one.ActId);
        }
        else
        {
            Disputes = await ledger.DisputesBehindAsync(sheet.AgencyId, sheet.Year, found, cancellation) ?? [];
        }

        return Page();
    }

    private async Task<bool> KeptAsync(FilingSheet sheet, FigureAddress address, CancellationToken cancellation)
    {
        IsPart = sheet.Ledger is null;
        var kept = 0m;
        var isKept = sheet.Ledger is { } own
            ? own.TryGetValue(address.ToString(), out kept)
            : await ledger.AdoptedAsync(sheet.AgencyId, sheet.Year, cancellation) is { } adopted && adopted.TryGetValue(address, out kept);
        Kept = kept;
        return isKept;
    }

    private IReadOnlyList<T> Shown<T>(IReadOnlyList<T> found, Func<T, long> key)
    {
        Next = found.Count > PageSize ? FormattableString.Invariant($"/work/filings/{Sheet.Id}/behind/{Address}?after={key(found[PageSize - 1])}") : null;
        return [.. found.Take(PageSize)];
    }
}
