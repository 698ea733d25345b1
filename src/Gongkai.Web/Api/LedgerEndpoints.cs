using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Platform.Ledgers;
using Gongkai.Platform.Tokens;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Api;

/// <summary>How an agency's own system sends its licences, penalties, coercion and charges, bounded to the agency of the token.</summary>
public static class LedgerEndpoints
{
    private const int MostBytes = 20_000_000;

    public static void MapLedgerApi(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1").AllowAnonymous().RequireRateLimiting(ApiLimit.Filing).WithTags("台账").AddEndpointFilter<TokenFilter>().WithMetadata(new NeedsToken())
            .MapPost("/ledgers", SendAsync).WithName("sendLedger").WithSummary("报送本机关的行政许可、行政处罚、行政强制和行政事业性收费，进入年度报告表二的台账")
            .WithDescription("一次最多 20000 件，要么全部收下，要么一件不收。同一机关、同一类别、同一决定书文号只统计一次，重发不会重复；已经有的算在 known 里，内容不改动。须带 Idempotency-Key 头：同一个键重发同样的内容，得到同样的答复。自然人的姓名只保存姓。金额的单位是万元；收费可以用 period 按月、按季度报送，例如 2025-03、2025Q1。")
            .Accepts<ApiLedger>("application/json")
            .Produces<ApiLedgerTaken>()
            .Produces<ApiRefusal>(StatusCodes.Status400BadRequest, "application/problem+json").Produces<ApiRefusal>(StatusCodes.Status401Unauthorized, "application/problem+json")
            .Produces<ApiRefusal>(StatusCodes.Status409Conflict, "application/problem+json").Produces<ApiLedgerRefusal>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");

    private static async Task<IResult> SendAsync(LedgerIntake intake, KeptAnswers answers, IOptions<JsonOptions> json, HttpContext context, CancellationToken cancellation)
    {
        var actor = TokenFilter.ActorOf(context);
        var options = json.Value.SerializerOptions;
        if (await ReadAsync(context.Request, cancellation) is not { } bytes || Parse(bytes, options) is not { Entries: { } entries } || entries.Contains(null!))
        {
            return TypedResults.Problem("请求体应是 JSON：{\"entries\": [{\"kind\": \"penalty\", \"number\": \"…\", \"item\": \"…\", \"decidedOn\": \"2025-03-17\"}]}，不超过 20 MB。", statusCode: StatusCodes.Status400BadRequest, title: "内容不对");
        }

        return await KeptAnswering.AnswerAsync(context, answers, Convert.ToHexStringLower(SHA256.HashData(bytes)), options, async () =>
        {
            var read = entries.Select((entry, index) => (Row: index + 1, Read: entry.Facts())).ToList();
            var faults = read.Where(row => row.Read.Fault is not null).Select(row => new ApiRowFault(row.Row, row.Read.Fault!)).ToList();
            if (entries.Count > LedgerIntake.MostRows || faults.Count > 0)
            {
                return (StatusCodes.Status422UnprocessableEntity, new ApiLedgerRefusal("没有收下", StatusCodes.Status422UnprocessableEntity, faults.Count > 0 ? "有几件要改，一件也没有收下。" : "一次最多 20000 件，请分批报送。", faults));
            }

            var plan = await intake.SendAsync(actor.AgencyId, [.. read.Select(row => (row.Row, row.Read.Facts!))], actor.Name, actor, cancellation);
            return plan switch
            {
                null => (StatusCodes.Status403Forbidden, (object)new ApiRefusal("没有收下", StatusCodes.Status403Forbidden, "这个令牌不能登记台账。")),
                { Faults.Count: > 0 } => (StatusCodes.Status422UnprocessableEntity, new ApiLedgerRefusal("没有收下", StatusCodes.Status422UnprocessableEntity, "有几件要改，一件也没有收下。", [.. plan.Faults.Select(fault => new ApiRowFault(fault.Row, fault.Fault))])),
                _ => (StatusCodes.Status200OK, new ApiLedgerTaken(plan.Added.Count, plan.Known.Count, [.. plan.Known.Where(known => known.Differences.Length > 0).Select(known => new ApiRowFault(known.Row, known.Differences))])),
            };
        }, cancellation);
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType() || request.ContentLength > MostBytes)
        {
            return null;
        }

        using var output = new MemoryStream();
        await request.Body.CopyToAsync(output, cancellation);
        return output.Length > MostBytes ? null : output.ToArray();
    }

    private static ApiLedger? Parse(byte[] bytes, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<ApiLedger>(bytes, options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What an agency's system sends.</summary>
public sealed record ApiLedger(IReadOnlyList<ApiAct>? Entries);

/// <summary>An act: kind is licence, penalty, coercion or charge, or its Chinese name; amounts in 万元.</summary>
public sealed record ApiAct
{
    public string? Kind { get; init; }

    public string? Number { get; init; }

    public string? Item { get; init; }

    public string? Counterpart { get; init; }

    /// <summary>Whether the counterpart is a natural person.</summary>
    public bool? IsPerson { get; init; }

    public string? DecidedOn { get; init; }

    /// <summary>Of a charge: 2025-03, 2025Q1.</summary>
    public string? Period { get; init; }

    public decimal? Amount { get; init; }

    public bool? NeedsPublicity { get; init; }

    public string? PublicizedOn { get; init; }

    internal (ActFacts? Facts, string? Fault) Facts()
    {
        var span = string.IsNullOrEmpty(Period) ? null : ActTable.PeriodOf(Period);
        var fault = ActTable.KindOf(Kind ?? "") is null ? "kind 要写 licence、penalty、coercion 或者 charge。"
            : !string.IsNullOrEmpty(Period) && span is null ? "period 照 2025-03 或者 2025Q1 这样写。"
            : Unreadable(DecidedOn) || Unreadable(PublicizedOn) ? "日期照 2025-03-17 这样写。"
            : null;
        return fault is not null ? (null, fault) : (new ActFacts
        {
            Kind = ActTable.KindOf(Kind!)!.Value, Number = Number ?? "", Item = Item ?? "", Counterpart = Counterpart ?? "", IsPerson = IsPerson, FromOn = span?.From,
            DecidedOn = span?.To ?? (DecidedOn is null ? null : ActTable.DayOf(DecidedOn)), Amount = Amount, NeedsPublicity = NeedsPublicity ?? !string.IsNullOrEmpty(PublicizedOn),
            PublicizedOn = PublicizedOn is null ? null : ActTable.DayOf(PublicizedOn),
        }, null);
    }

    private static bool Unreadable(string? day) => !string.IsNullOrEmpty(day) && ActTable.DayOf(day) is null;
}

/// <summary>How many were added and how many were there already; of those, what was sent otherwise than it is kept.</summary>
public sealed record ApiLedgerTaken(int Added, int Known, IReadOnlyList<ApiRowFault> Differing);

/// <summary>Why nothing was taken: the entries by their place, from 1.</summary>
public sealed record ApiLedgerRefusal(string Title, int Status, string Detail, IReadOnlyList<ApiRowFault> Faults);

/// <summary>What is said of an entry, by its place from 1.</summary>
public sealed record ApiRowFault(int Entry, string Message);
