using System.Net;
using System.Net.Sockets;
using AngleSharp;
using AngleSharp.Html.Dom;

namespace Gongkai.Testing.Web;

/// <summary>Someone at the other end of the wire: keeps cookies, follows redirects, fills in the forms of the page that it has before it.</summary>
/// <param name="address">Where the web listens.</param>
/// <param name="from">The address of this machine from which the visitor comes; null for the usual one.</param>
public sealed class Visitor(Uri address, IPAddress? from = null) : IDisposable
{
    private const int MostRedirects = 10;

    private readonly HttpClient client = new(Handler(from)) { BaseAddress = address };

    /// <summary>For requests that no form makes.</summary>
    public HttpClient Client => client;

    /// <summary>What the last page answered.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last page stands, after redirects: path and query.</summary>
    public string At { get; private set; } = "";

    /// <summary>The last page, empty where the answer was no page.</summary>
    public IHtmlDocument Page { get; private set; } = Parse("");

    /// <summary>The text of the main part of the last page.</summary>
    public string Text => (Page.QuerySelector("main") ?? Page.Body!).TextContent;

    /// <summary>Opens a page and follows redirects.</summary>
    public async Task<Visitor> OpenAsync(string path)
    {
        await TakeAsync(new HttpRequestMessage(HttpMethod.Get, path));
        return this;
    }

    /// <summary>Sends a form of the page, with what stands in it and the changes.</summary>
    /// <param name="selector">Which form, or an element in it.</param>
    /// <param name="changes">What is typed, by name; null takes a field out.</param>
    public async Task<Visitor> SubmitAsync(string selector, Dictionary<string, string?>? changes = null)
    {
        var element = Page.QuerySelector(selector) ?? throw new InvalidOperationException($"{At} has no {selector}.");
        var form = element as IHtmlFormElement ?? element.Closest("form") as IHtmlFormElement ?? throw new InvalidOperationException($"{selector} is in no form.");
        var values = Values(form);
        if (element is IHtmlButtonElement { Name.Length: > 0 } button)
        {
            values.Add(new(button.Name, button.Value));
        }

        foreach (var (name, value) in changes ?? [])
        {
            values.RemoveAll(pair => pair.Key == name);
            if (value is not null)
            {
                values.Add(new(name, value));
            }
        }

        var target = (element as IHtmlButtonElement)?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var path = string.IsNullOrEmpty(target) ? At : target;
        var request = string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase)
            ? new HttpRequestMessage(HttpMethod.Post, path) { Content = Content(form, values) }
            : new HttpRequestMessage(HttpMethod.Get, $"{path.Split('?')[0]}?{await new FormUrlEncodedContent(values).ReadAsStringAsync()}");
        await TakeAsync(request);
        return this;
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private static SocketsHttpHandler Handler(IPAddress? from)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        if (from is not null)
        {
            handler.ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            };
        }

        return handler;
    }

    private static HttpContent Content(IHtmlFormElement form, List<KeyValuePair<string, string>> values)
    {
        if (form.Enctype != "multipart/form-data")
        {
            return new FormUrlEncodedContent(values);
        }

        var parts = new MultipartFormDataContent();
        values.ForEach(pair => parts.Add(new StringContent(pair.Value), pair.Key));
        return parts;
    }

    private static List<KeyValuePair<string, string>> Values(IHtmlFormElement form) =>
    [
        .. form.Elements.OfType<IHtmlInputElement>()
            .Where(input => input.Name is { Length: > 0 } && !input.IsDisabled && input.Type is not ("file" or "submit" or "button"))
            .Where(input => input.Type is not ("checkbox" or "radio") || input.IsChecked)
            .Select(input => KeyValuePair.Create(input.Name!, input.Value)),
        .. form.Elements.OfType<IHtmlTextAreaElement>().Where(area => area.Name is { Length: > 0 }).Select(area => KeyValuePair.Create(area.Name!, area.Value)),
        .. form.Elements.OfType<IHtmlSelectElement>().Where(select => select.Name is { Length: > 0 }).Select(select => KeyValuePair.Create(select.Name!, select.Value ?? "")),
    ];

    private static IHtmlDocument Parse(string html) => (IHtmlDocument)BrowsingContext.New().OpenAsync(response => response.Content(html)).GetAwaiter().GetResult();

    private async Task TakeAsync(HttpRequestMessage request)
    {
        for (var redirects = 0; ; redirects++)
        {
            At = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.PathAndQuery : request.RequestUri.OriginalString;
            using var response = await client.SendAsync(request);
            request.Dispose();
            Status = response.StatusCode;
            if ((int)Status is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } next || redirects == MostRedirects)
            {
                Page = Parse(response.Content.Headers.ContentType?.MediaType == "text/html" ? await response.Content.ReadAsStringAsync() : "");
                return;
            }

            request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(address, At), next).PathAndQuery);
        }
    }
}
