using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Platform.Tokens;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Api;

/// <summary>How an agency's own system files its report: the same use cases as a clerk at the page, bounded to the agency of the token.</summary>
public static class FilingEndpoints
{
    public static void MapFilingApi(this IEndpointRouteBuilder routes)
    {
        var filings = routes.MapGroup("/api/v1/filings").AllowAnonymous().RequireRateLimiting(ApiLimit.Filing).WithTags("报送").AddEndpointFilter<TokenFilter>().WithMetadata(new NeedsToken());
        filings.MapPost("", FileAsync).WithName("file").WithSummary("报送一份年度报告的内容（JSON 或文件），写入本机关的草稿")
            .WithDescription("用 gongkai.report/1 的 JSON，或用表单字段 file 上传 Word、Excel、PDF、网页等文件。须带 Idempotency-Key 头：同一个键重发同样的内容，得到同样的答复，不会重复写入。写入的是草稿，审核、签发、报送仍由本机关人员在工作台完成。已有内容时须加 confirmed=true，原内容保留在历史版本里。")
            .Accepts<object>("application/json", "multipart/form-data")
            .Produces<ApiFiling>().Produces<ApiFiling>(StatusCodes.Status201Created)
            .Produces<ApiRefusal>(StatusCodes.Status400BadRequest, "application/problem+json").Produces<ApiRefusal>(StatusCodes.Status401Unauthorized, "application/problem+json")
            .Produces<ApiRefusal>(StatusCodes.Status409Conflict, "application/problem+json").Produces<ApiRefusal>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");
        filings.MapGet("/{year:int}", ShowAsync).WithName("filing").WithSummary("本机关一年的年度报告现在的状态和检查结果")
            .Produces<ApiFiling>().Produces<ApiRefusal>(StatusCodes.Status404NotFound, "application/problem+json");
    }

    private static async Task<IResult> ShowAsync(FileReport file, HttpContext context, int year, CancellationToken cancellation) =>
        await file.FindAsync(year, TokenFilter.ActorOf(context), cancellation) is { } filing
            ? TypedResults.Ok(filing)
            : TypedResults.Problem("这一年的年度报告还没有开始编写。", statusCode: StatusCodes.Status404NotFound, title: "没有找到");

    private static async Task<IResult> FileAsync(
        FileReport file, KeptAnswers answers, IOptions<JsonOptions> json, HttpContext context, int? year, bool? confirmed, CancellationToken cancellation)
    {
        if (await SentReport.ReadAsync(context.Request, year, confirmed ?? false, cancellation) is not { } sent)
        {
            return TypedResults.Problem("请求体应是 gongkai.report/1 的 JSON（application/json），或带 file 字段的表单（multipart/form-data）。", statusCode: StatusCodes.Status415UnsupportedMediaType, title: "内容类型不对");
        }

        return await KeptAnswering.AnswerAsync(context, answers, sent.Hash, json.Value.SerializerOptions, () => file.RunAsync(sent, TokenFilter.ActorOf(context), cancellation), cancellation);
    }
}

/// <summary>Marks an endpoint that asks for a token, for the description.</summary>
internal sealed class NeedsToken;

/// <summary>A report as it came in.</summary>
internal sealed record SentReport(string Name, byte[] Bytes, int? Year, bool IsConfirmed, string Hash)
{
    public static async Task<SentReport?> ReadAsync(HttpRequest request, int? year, bool isConfirmed, CancellationToken cancellation)
    {
        if (request.HasJsonContentType())
        {
            return await OfAsync("接口报送.json", request.Body, year, isConfirmed, cancellation);
        }

        if (!request.HasFormContentType || (await request.ReadFormAsync(cancellation)).Files["file"] is not { } file)
        {
            return null;
        }

        await using var content = file.OpenReadStream();
        return await OfAsync(Path.GetFileName(file.FileName), content, year, isConfirmed, cancellation);
    }

    private static async Task<SentReport> OfAsync(string name, Stream content, int? year, bool isConfirmed, CancellationToken cancellation)
    {
        using var output = new MemoryStream();
        await content.CopyToAsync(output, cancellation);
        var bytes = output.ToArray();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{year}/{isConfirmed}/{name}\n")));
        hash.AppendData(bytes);
        return new SentReport(name, bytes, year, isConfirmed, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
