using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Platform.Operations;

namespace Gongkai.Platform.Channels.WeChat;

/// <summary>The interface of the platform for official accounts (素材管理, 草稿箱, 发布能力), as Tencent describes it.</summary>
public sealed class WeChatApi(ChannelHttp http, WeChatTokens tokens, ChannelSeal seal, InstallationSettings settings)
{
    private const int PageSize = 20;
    private const int Pages = 5;
    private const int LongestAnswer = 4_000_000;

    // The platform shows \u4f60 as it stands, so that Chinese goes as it is.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Uploads a picture of a text; it is good in texts alone.</summary>
    /// <returns>Its address on the platform.</returns>
    internal async Task<string> UploadPictureAsync(Channel account, WeChatPicture picture, CancellationToken cancellation) =>
        Text(await CallAsync(account, "media/uploadimg", "", () => Form(picture), cancellation), "url");

    /// <summary>Keeps a picture for good, as a cover must be.</summary>
    internal async Task<string> KeepPictureAsync(Channel account, WeChatPicture picture, CancellationToken cancellation) =>
        Text(await CallAsync(account, "material/add_material", "&type=image", () => Form(picture), cancellation), "media_id");

    /// <summary>Adds a draft of one article or of several, in their order.</summary>
    /// <returns>Its id.</returns>
    internal async Task<string> AddDraftAsync(Channel account, IReadOnlyList<WeChatArticle> articles, CancellationToken cancellation) => Text(
        await CallAsync(account, "draft/add", new
        {
            articles = articles.Select(article => new
            {
                article_type = "news", title = article.Title, author = article.Author, digest = article.Digest, content = article.Content, content_source_url = article.SourceAddress,
                thumb_media_id = article.CoverId, need_open_comment = 0, only_fans_can_comment = 0,
            }),
        }, cancellation), "media_id");

    /// <summary>The id of the draft that holds an article with one of these source addresses; null where there is none among the newest.</summary>
    internal async Task<string?> FindDraftAsync(Channel account, IReadOnlyCollection<string> sources, CancellationToken cancellation) =>
        (await FindAsync(account, "draft/batchget", sources, "media_id", cancellation)).Values.FirstOrDefault();

    /// <summary>Where the articles with these source addresses are published, by those addresses; none where none is among the newest.</summary>
    internal Task<Dictionary<string, string>> FindPublishedAsync(Channel account, IReadOnlyCollection<string> sources, CancellationToken cancellation) => FindAsync(account, "freepublish/batchget", sources, "url", cancellation);

    /// <summary>Hands a draft in for publication.</summary>
    /// <returns>The task, which takes its time.</returns>
    internal async Task<string> SubmitAsync(Channel account, string draftId, CancellationToken cancellation) =>
        Text(await CallAsync(account, "freepublish/submit", new { media_id = draftId }, cancellation), "publish_id");

    /// <summary>How far a publication is: its status by the platform's numbers, and where its articles stand once it is out.</summary>
    internal async Task<(int Status, IReadOnlyList<string?> Addresses)> StatusAsync(Channel account, string task, CancellationToken cancellation)
    {
        var answer = await CallAsync(account, "freepublish/get", new { publish_id = task }, cancellation);
        var addresses = answer.TryGetProperty("article_detail", out var detail) && detail.ValueKind == JsonValueKind.Object && detail.TryGetProperty("item", out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().OrderBy(item => item.TryGetProperty("idx", out var place) && place.TryGetInt32(out var index) ? index : 0).Select(item => (string?)Text(item, "article_url")) : [];
        return (answer.TryGetProperty("publish_status", out var status) && status.TryGetInt32(out var number) ? number : -1, [.. addresses]);
    }

    /// <summary>Whether id, secret, address and permission are right: fetches a token anew and counts the drafts.</summary>
    internal async Task TestAsync(Channel account, CancellationToken cancellation)
    {
        tokens.Drop(account);
        await CallAsync(account, "draft/batchget", new { offset = 0, count = 1, no_content = 1 }, cancellation);
    }

    /// <summary>Looks for articles by their source addresses. All of one publication stand together, so that the first page with one of them holds all.</summary>
    private async Task<Dictionary<string, string>> FindAsync(Channel account, string path, IReadOnlyCollection<string> sources, string name, CancellationToken cancellation)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var page = 0; page < Pages && known.Count == 0; page++)
        {
            var answer = await CallAsync(account, path, new { offset = page * PageSize, count = PageSize, no_content = 0 }, cancellation);
            var items = answer.TryGetProperty("item", out var found) && found.ValueKind == JsonValueKind.Array ? found.EnumerateArray().ToList() : [];
            foreach (var item in items)
            {
                if (item.TryGetProperty("content", out var content) && content.TryGetProperty("news_item", out var articles) && articles.ValueKind == JsonValueKind.Array)
                {
                    foreach (var article in articles.EnumerateArray().Where(article => !IsDeleted(article) && sources.Contains(Text(article, "content_source_url"))))
                    {
                        known.TryAdd(Text(article, "content_source_url"), Text(name == "media_id" ? item : article, name));
                    }
                }
            }

            if (items.Count < PageSize)
            {
                break;
            }
        }

        return known;
    }

    private Task<JsonElement> CallAsync(Channel account, string path, object body, CancellationToken cancellation) =>
        CallAsync(account, path, "", () => new StringContent(JsonSerializer.Serialize(body, Plain), Encoding.UTF8, "application/json"), cancellation);

    /// <summary>Calls the interface; where the token is not good any more, once again with a new one.</summary>
    private async Task<JsonElement> CallAsync(Channel account, string path, string query, Func<HttpContent> content, CancellationToken cancellation)
    {
        var rules = await settings.ReadAsync<ChannelRules>(ChannelRules.Setting, cancellation) ?? new ChannelRules();
        var token = tokens.Find(account) ?? await NewTokenAsync(account, rules, null, cancellation);
        var answer = await PostAsync(rules, $"{path}?access_token={Uri.EscapeDataString(token)}{query}", content(), cancellation);
        if (WeChatErrors.IsOfToken(CodeOf(answer)))
        {
            token = await NewTokenAsync(account, rules, token, cancellation);
            answer = await PostAsync(rules, $"{path}?access_token={Uri.EscapeDataString(token)}{query}", content(), cancellation);
        }

        return Checked(answer);
    }

    /// <summary>The platform gives the token that is good now; where that is the refused one, a new one is forced.</summary>
    private async Task<string> NewTokenAsync(Channel account, ChannelRules rules, string? refused, CancellationToken cancellation)
    {
        tokens.Drop(account);
        var token = await FetchAsync(isForced: false);
        return token == refused ? await FetchAsync(isForced: true) : token;

        async Task<string> FetchAsync(bool isForced)
        {
            var body = new { grant_type = "client_credential", appid = account.AppId, secret = seal.Open(account.SealedSecret), force_refresh = isForced };
            var answer = Checked(await PostAsync(rules, "stable_token", new StringContent(JsonSerializer.Serialize(body, Plain), Encoding.UTF8, "application/json"), cancellation));
            var given = Text(answer, "access_token");
            tokens.Keep(account, given, answer.TryGetProperty("expires_in", out var seconds) && seconds.TryGetInt32(out var length) ? length : 0);
            return given;
        }
    }

    private async Task<JsonElement> PostAsync(ChannelRules rules, string path, HttpContent content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{rules.WeChatAddress.TrimEnd('/')}/cgi-bin/{path}") { Content = content };
        using var response = await http.SendAsync(request, mayReachInside: true, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new DeliveryRefusedException($"微信的服务器出错（{(int)response.StatusCode}），过一会儿再试。", isFinal: false, isUnsure: true);
        }

        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        try
        {
            return bytes.Length <= LongestAnswer ? JsonSerializer.Deserialize<JsonElement>(bytes) : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new DeliveryRefusedException("微信的答复看不懂，可能被中间的设备改过。", isFinal: false, isUnsure: true);
        }
    }

    private static MultipartFormDataContent Form(WeChatPicture picture)
    {
        var part = new ByteArrayContent(picture.Content);
        part.Headers.ContentType = new MediaTypeHeaderValue(picture.ContentType);
        return new MultipartFormDataContent { { part, "media", picture.ContentType == "image/png" ? "picture.png" : "picture.jpg" } };
    }

    private static JsonElement Checked(JsonElement answer) =>
        CodeOf(answer) is not 0 and var code ? throw WeChatErrors.Of(code, Text(answer, "errmsg")) : answer;

    private static int CodeOf(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("errcode", out var code) && code.TryGetInt32(out var number) ? number : 0;

    private static bool IsDeleted(JsonElement article) => article.TryGetProperty("is_deleted", out var deleted) && deleted.ValueKind == JsonValueKind.True;

    /// <summary>A field as text; ids come as numbers and as strings.</summary>
    private static string Text(JsonElement answer, string name) => answer.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : "";
}

/// <summary>A picture on its way to the platform.</summary>
internal sealed record WeChatPicture(byte[] Content, string ContentType);

/// <summary>An article as the platform takes it.</summary>
internal sealed record WeChatArticle(string Title, string Author, string Digest, string Content, string SourceAddress, string CoverId);
