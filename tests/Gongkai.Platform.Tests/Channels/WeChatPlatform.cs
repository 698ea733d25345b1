using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Tests.Channels;

/// <summary>The interface of official accounts as Tencent describes it, spoken by a server of this test process.</summary>
internal sealed class WeChatPlatform : IAsyncDisposable
{
    public const string AppId = "wx0123456789abcdef";
    public const string Secret = "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, int> refusals = [];
    private readonly ConcurrentDictionary<string, bool> lost = [];
    private readonly HashSet<string> materials = [];
    private string token = "";
    private readonly Dictionary<string, int> tasks = [];
    private int number;

    private WeChatPlatform(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    /// <summary>The calls that came, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>The drafts by their ids, each with its articles.</summary>
    public Dictionary<string, JsonArray> Drafts { get; } = [];

    public Dictionary<string, JsonArray> Published { get; } = [];

    /// <summary>What <c>freepublish/get</c> says of a task; 0 is out, 1 on its way.</summary>
    public int PublishStatus { get; set; }

    public static async Task<WeChatPlatform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var platform = new WeChatPlatform(app);
        app.MapPost("/cgi-bin/{**path}", platform.AnswerAsync);
        await app.StartAsync();
        return platform;
    }

    /// <summary>The next call of this path is refused with this number.</summary>
    public void Refuse(string path, int code) => refusals[path] = code;

    /// <summary>The next call of this path is done, and its answer is lost on the way.</summary>
    public void LoseAnswer(string path) => lost[path] = true;

    /// <summary>The token that was given is good no more.</summary>
    public void ForgetToken() => token = "gone";

    public int Count(string path) => Calls.Count(call => call == path);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, string path)
    {
        Calls.Enqueue(path);
        var answer = await WorkAsync(context.Request, path);
        if (lost.TryRemove(path, out _))
        {
            context.Abort();
            return;
        }

        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private async Task<JsonObject> WorkAsync(HttpRequest request, string path)
    {
        if (refusals.TryRemove(path, out var code))
        {
            return new JsonObject { ["errcode"] = code, ["errmsg"] = "refused" };
        }

        var body = request.HasFormContentType ? [] : (await JsonSerializer.DeserializeAsync<JsonObject>(request.Body))!;
        if (path == "stable_token")
        {
            return (string?)body["appid"] != AppId ? Error(40013) : (string?)body["secret"] != Secret ? Error(40125) : new JsonObject { ["access_token"] = token = $"token-{++number}", ["expires_in"] = 7200 };
        }

        if ((string?)request.Query["access_token"] != token)
        {
            return Error(42001);
        }

        return path switch
        {
            "media/uploadimg" => new JsonObject { ["url"] = $"http://mmbiz.qpic.cn/picture/{(await request.ReadFormAsync()).Files.Single().Length}" },
            "material/add_material" => Keep(),
            "draft/add" => Add(body["articles"]!.AsArray()),
            "draft/batchget" => Listed(Drafts, "media_id", body),
            "freepublish/batchget" => Listed(Published, "article_id", body),
            "freepublish/submit" => Submit((string)body["media_id"]!),
            "freepublish/get" => new JsonObject
            {
                ["publish_id"] = (string)body["publish_id"]!, ["publish_status"] = PublishStatus,
                ["article_detail"] = PublishStatus == 0 ? Details((string)body["publish_id"]!) : null,
            },
            _ => Error(404),
        };
    }

    private JsonObject Keep()
    {
        var id = $"cover-{++number}";
        materials.Add(id);
        return new JsonObject { ["media_id"] = id, ["url"] = "http://mmbiz.qpic.cn/cover" };
    }

    private JsonObject Add(JsonArray articles)
    {
        if (articles.Count is 0 or > 8)
        {
            return Error(45008);
        }

        if (articles.Any(article => !materials.Contains((string)article!["thumb_media_id"]!)))
        {
            return Error(40007);
        }

        if (articles.Any(article => ((string)article!["title"]!).Length > 32))
        {
            return Error(45003);
        }

        var id = $"draft-{++number}";
        Drafts[id] = articles.DeepClone().AsArray();
        return new JsonObject { ["media_id"] = id };
    }

    private JsonObject Submit(string draft)
    {
        if (!Drafts.Remove(draft, out var articles))
        {
            return Error(40007);
        }

        foreach (var (index, article) in articles.Index())
        {
            article!["url"] = $"http://mp.weixin.qq.com/s/{draft}/{index + 1}";
        }

        Published[$"article-{draft}"] = articles;
        var task = 2247483000 + ++number;
        tasks[task.ToString(null, null)] = articles.Count;
        return new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok", ["publish_id"] = task };
    }

    private JsonObject Details(string task)
    {
        var items = Enumerable.Range(1, tasks[task]).Reverse().Select(place => (JsonNode)new JsonObject { ["idx"] = place, ["article_url"] = $"http://mp.weixin.qq.com/s/{task}/{place}" }).ToArray();
        return new JsonObject { ["count"] = items.Length, ["item"] = new JsonArray(items) };
    }

    private static JsonObject Listed(Dictionary<string, JsonArray> all, string id, JsonObject body)
    {
        var items = all.Skip((int)body["offset"]!).Take((int)body["count"]!).Select(pair => (JsonNode)new JsonObject { [id] = pair.Key, ["content"] = new JsonObject { ["news_item"] = pair.Value.DeepClone() } }).ToArray();
        return new JsonObject { ["total_count"] = all.Count, ["item_count"] = items.Length, ["item"] = new JsonArray(items) };
    }

    private static JsonObject Error(int code) => new() { ["errcode"] = code, ["errmsg"] = "error" };
}
