using System.Globalization;
using Gongkai.Law.Disputes;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Disputes;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Lists;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Disputes;

[Requires(Act.ViewRequests)]
public sealed class IndexModel(DisputeQueries disputes) : PageModel
{
    private static readonly string[] Titles = ["编号", "机关", "类型", "复议机关或法院", "案号", "申请人", "事项", "开始", "结果", "结果日期", "下一期限"];

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public DisputeKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? IsOpen { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<DisputeRow> Rows { get; private set; } = new([], null);

    public bool MayOpen => Gate.MayAnywhere(HttpContext.Actor(), Act.HandleRequests);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || Kind is not null || IsOpen is not null;

    private DisputeFilter Filter => new() { Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), Kind = Kind, IsOpen = IsOpen };

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await disputes.ListAsync(Filter, HttpContext.Actor(), After, cancellation);

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellation)
    {
        var rows = await disputes.ExportAsync(Filter, HttpContext.Actor(), cancellation);
        var output = new MemoryStream();
        ListWriter.WriteCsv(rows.Select(Line).Prepend(Titles), output);
        output.Position = 0;
        return File(output, "text/csv; charset=utf-8", "复议诉讼.csv");
    }

    public string Link(string? after, string? handler = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in ((string, string?)[])
                 [("handler", handler), ("text", Text), ("kind", Kind?.ToString()), ("isOpen", IsOpen is { } open ? open ? "true" : "false" : null), ("after", after)])
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return $"/work/disputes{query}";
    }

    private static string[] Line(DisputeRow row) =>
    [
        row.Number, row.AgencyName, DisputeWords.Of(row.Kind), row.Body, row.CaseNumber ?? "", row.ComplainantLabel, row.Subject, Day(row.BegunOn),
        row.Result is { } result ? DisputeWords.Of(result) : "尚未审结", Day(row.ResultOn), Day(row.NextDueOn),
    ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
