using System.Globalization;
using System.Text;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Audit;

/// <summary>The trail as CSV, written as it is read, so that its length is not bounded by memory.</summary>
[Requires(Platform.Accounts.Act.ReadAudit)]
public sealed class ExportModel(AuditQueries audit) : PageModel
{
    private const string FormulaStarts = "=+-@\t\r";

    public async Task<IActionResult> OnGetAsync(int? agency, string? person, string? act, string? subject, DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        var filter = new AuditFilter { AgencyId = agency, Person = person, Action = act, Subject = subject, From = from, To = to };
        var rows = await audit.ExportAsync(filter, HttpContext.Actor(), cancellation);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"audit.csv\"";
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(Line("时间", "机关", "操作人", "地址", "操作", "对象", "改之前", "改之后", "链内序号"));
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await writer.WriteAsync(Line(
                row.At.InBeijing().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), row.Agency ?? "整个系统", row.Actor, row.Address, AuditLabels.Action(row.Action), row.Subject,
                row.Before, row.After, row.Number.ToString(CultureInfo.InvariantCulture)));
        }

        return new EmptyResult();
    }

    private static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    private static string Cell(string? text)
    {
        var safe = text is { Length: > 0 } && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text ?? "";
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
