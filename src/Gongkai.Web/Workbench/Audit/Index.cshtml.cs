using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Audit;

[Requires(Platform.Accounts.Act.ReadAudit)]
public sealed class IndexModel(AuditQueries audit) : PageModel
{
    private static readonly Column<AuditRow>[] All =
    [
        new("at", "时间", row => row.At.InBeijing().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)) { IsName = true, Kind = ColumnKind.Line, Width = 20 },
        new("agency", "机关", row => row.Agency ?? "整个系统") { Width = 26 },
        new("actor", "操作人", row => row.Actor) { Kind = ColumnKind.Line },
        new("from", "地址", row => row.Address ?? "") { Kind = ColumnKind.Line, Width = 16 },
        new("act", "操作", row => AuditLabels.Action(row.Action)) { Width = 20 },
        new("subject", "对象", row => AuditLabels.Subject(row.Subject)) { Width = 24 },
        new("changes", "变化", row => string.Join("；", row.Changes.Select(ChangeLine))) { Width = 60 },
        new("before", "改之前", row => row.Before ?? "") { IsUsual = false, Width = 40 },
        new("after", "改之后", row => row.After ?? "") { IsUsual = false, Width = 40 },
        new("number", "链内序号", row => row.Number.ToString(CultureInfo.InvariantCulture)) { IsUsual = false, Kind = ColumnKind.Number, Width = 10 },
    ];

    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>Not named <c>action</c>, which routing keeps for itself.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Listing<AuditRow> List => new(
        "audit", "/work/audit", All, Columns,
        ("agency", Agency?.ToString(CultureInfo.InvariantCulture)), ("person", Person?.Trim()), ("act", Act), ("subject", Subject?.Trim()),
        ("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    public AuditFilter Filter => new() { AgencyId = Agency, Person = Person, Action = Act, Subject = Subject, From = From, To = To };

    public Page<AuditRow> Rows { get; private set; } = new([], null);

    public IReadOnlyList<AgencyChoice> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Agencies = await audit.AgenciesAsync(HttpContext.Actor(), cancellation);
        Rows = await audit.ListAsync(Filter, After, HttpContext.Actor(), cancellation);
    }

    /// <summary>CSV is written as it is read, so that its length is not bounded by memory; a workbook holds as much as one can be opened with.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation)
    {
        if (ListDownload.FormatOf(format) is not { } kind)
        {
            return NotFound();
        }

        var rows = await audit.ExportAsync(Filter, HttpContext.Actor(), cancellation);
        return kind == ListFormat.Csv ? List.Flowing("审计日志", rows) : List.File("审计日志", kind, await rows.Take(ListDownload.MostOfAWorkbook).ToListAsync(cancellation));
    }

    public string SubjectLink(string subject) => "/work/audit" + new QueryBuilder { { "subject", subject } };

    private static string ChangeLine(AuditChangeLine change) => (change.Before, change.After) switch
    {
        (null, { } after) => $"{AuditLabels.Field(change.Field)}：{after}",
        ({ } before, null) => $"{AuditLabels.Field(change.Field)}：{before} → 无",
        var (before, after) => $"{AuditLabels.Field(change.Field)}：{before} → {after}",
    };
}
