using System.Text;
using System.Text.Json;
using Gongkai.Platform.Tokens;

namespace Gongkai.Web.Api;

/// <summary>Answers a request that carries a key: the same request with the same key gets the same answer and does nothing again.</summary>
internal static class KeptAnswering
{
    private const string KeyHeader = "Idempotency-Key";

    public static async Task<IResult> AnswerAsync(
        HttpContext context, KeptAnswers answers, string hash, JsonSerializerOptions json, Func<Task<(int Status, object Answer)>> work, CancellationToken cancellation)
    {
        var token = TokenFilter.ActorOf(context).AccountId;
        var key = context.Request.Headers[KeyHeader].ToString();
        if (key.Length is 0 or > KeptAnswers.LongestKey)
        {
            return TypedResults.Problem($"请带 {KeyHeader} 头：每次新的报送用一个新的键（例如 UUID），重发时用原来的键。", statusCode: StatusCodes.Status400BadRequest, title: "缺少幂等键");
        }

        if (await answers.BeginAsync(token, key, hash, cancellation) is { } known)
        {
            return known switch
            {
                { IsOfAnother: true } => TypedResults.Problem("这个键已经用于另一份内容，请换一个新的键。", statusCode: StatusCodes.Status422UnprocessableEntity, title: "幂等键重复"),
                { Status: { } status, Text: { } text } => Text(status, text),
                _ => TypedResults.Problem("同样的请求正在处理，请过一会儿再发。", statusCode: StatusCodes.Status409Conflict, title: "正在处理"),
            };
        }

        var (code, answer) = await work();
        var body = JsonSerializer.Serialize(answer, answer.GetType(), json);
        await answers.KeepAsync(token, key, code, body, CancellationToken.None);
        return Text(code, body);
    }

    private static IResult Text(int status, string text) => TypedResults.Text(text, status < 400 ? "application/json" : "application/problem+json", Encoding.UTF8, status);
}
