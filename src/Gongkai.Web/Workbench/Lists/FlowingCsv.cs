using System.Text;
using Gongkai.Reports.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Workbench.Lists;

/// <summary>A list as CSV that is written as it is read, so that its length is not bounded by memory.</summary>
internal sealed class FlowingCsv<TRow>(string title, IReadOnlyList<Column<TRow>> columns, IAsyncEnumerable<TRow> rows) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{title}.csv");
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = disposition.ToString();
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        await writer.WriteLineAsync(ListWriter.CsvLine(columns.Select(column => column.Title)));
        await foreach (var row in rows.WithCancellation(context.HttpContext.RequestAborted))
        {
            await writer.WriteLineAsync(ListWriter.CsvLine(columns.Select(column => column.Text(row))));
        }
    }
}
