using System.Globalization;
using System.Text;
using Gongkai.Law.Requests;
using Gongkai.Platform.Requests.Public;
using Gongkai.Web.Api;

namespace Gongkai.Web.Portal.Requests;

/// <summary>The public ledger as open data.</summary>
public static class LedgerFiles
{
    private const string Header = "机关编号,机关,登记号,内容,收到,应答复,答复,是否逾期,结果分类,结果\r\n";

    public static void MapLedger(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/data/requests/{year:int}.csv", YearAsync).AllowAnonymous().RequireRateLimiting(ApiEndpoints.RateLimit).ExcludeFromDescription();

    private static async Task YearAsync(PublicRequestQueries requests, HttpContext context, int year, int? agency, CancellationToken cancellation)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"requests-{year}.csv\"");
        await context.Response.WriteAsync("\uFEFF" + Header, Encoding.UTF8, cancellation);
        var piece = new StringBuilder();
        await foreach (var request in requests.StreamAsync(new PublicRequestFilter { Year = year, AgencyId = agency }, cancellation))
        {
            piece.AppendJoin(',', ((string[])
            [
                request.AgencyId.ToString(CultureInfo.InvariantCulture), request.AgencyName, request.Number, request.Wanted ?? "", Day(request.ReceivedOn), Day(request.DueOn), Day(request.ConcludedOn),
                request.IsLate ? "是" : "否", OutcomeGroups.Of(request.Outcome).Label(), OutcomeRule.Of(request.Outcome).Label,
            ]).Select(Quoted)).Append("\r\n");
            const int enough = 32 * 1024;
            if (piece.Length > enough)
            {
                await context.Response.WriteAsync(piece.ToString(), Encoding.UTF8, cancellation);
                piece.Clear();
            }
        }

        await context.Response.WriteAsync(piece.ToString(), Encoding.UTF8, cancellation);
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A field of CSV; what a spreadsheet would take for a formula is marked as text.</summary>
    private static string Quoted(string field)
    {
        var plain = field.Length > 0 && field[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + field : field;
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
