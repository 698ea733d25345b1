using System.Globalization;
using System.Net;
using System.Text;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Platform.Publishing.Writing;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Normative;

/// <summary>The result of a clearing-up: on the page, as a workbook, and as the draft of its announcement.</summary>
[Requires(Act.ViewDocuments)]
public sealed class ClearingModel(NormativeQueries documents, BeginDocument begin) : PageModel
{
    private static readonly string[] Headings = ["文号", "标题", "成文日期", "清理结果"];
    private static readonly int[] Widths = [24, 60, 14, 14];

    public ClearingUpSheet Sheet { get; private set; } = null!;

    public bool MayPublish => HttpContext.Actor().Posts.Any(post => post.AgencyId == Sheet.Row.AgencyId && Gate.May(HttpContext.Actor(), Act.WriteDocuments, post.Path));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation) => await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnGetExportAsync(long id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? ListDownload.Of(Sheet.Row.Name, ListFormat.Xlsx, Widths, Sheet.Documents.Select(Cells).Prepend(Headings)) : NotFound();

    public async Task<IActionResult> OnPostDraftAsync(long id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        var row = Sheet.Row;
        var content = new DocumentContent
        {
            Kind = DocumentKind.Notice, Attribute = DisclosureAttribute.Proactive, Category = CatalogCategory.Regulations, Title = $"{row.Name}结果", MadeOn = row.DecidedOn, Body = Body(),
            Summary = $"{row.AgencyName}清理规范性文件 {Sheet.Documents.Count} 件的结果。",
        };
        var begun = await begin.RunAsync(new(row.AgencyId, content, row.DraftKey), HttpContext.Actor(), cancellation);
        if (begun.Message is { } message)
        {
            TempData.Wrong(message);
            return Redirect(FormattableString.Invariant($"{IndexModel.Home}/clearings/{id}"));
        }

        return Redirect(FormattableString.Invariant($"/work/documents/{begun.DocumentId}"));
    }

    private static IReadOnlyList<string> Cells(ClearedDocument document) =>
        [document.Number, document.Title, document.MadeOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", ClearingUpWords.Of(document.Outcome)];

    private string Body()
    {
        var html = new StringBuilder($"<p>根据{WebUtility.HtmlEncode(Sheet.Row.DecidedBy)}，对规范性文件进行了清理，结果公布如下：</p><table><thead><tr>");
        html.AppendJoin("", Headings.Select(heading => $"<th>{heading}</th>")).Append("</tr></thead><tbody>");
        foreach (var document in Sheet.Documents.Where(document => document.Problem is null))
        {
            html.Append("<tr>").AppendJoin("", Cells(document).Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>")).Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    private async Task<bool> FindAsync(long id, CancellationToken cancellation)
    {
        if (await documents.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        return true;
    }
}
