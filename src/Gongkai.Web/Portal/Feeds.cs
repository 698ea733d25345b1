using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting.Caching;
using Gongkai.Web.Shared;

namespace Gongkai.Web.Portal;

/// <summary>What readers and search engines fetch: the feed of the newest reports, the map of the site, and where to report a hole in its security.</summary>
public static class Feeds
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        var feeds = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription().WithMetadata(new PublicPage());
        feeds.MapGet("/feed.xml", FeedAsync);
        feeds.MapGet("/documents.xml", DocumentsAsync);
        feeds.MapGet("/sitemap.xml", SitemapAsync);
        feeds.MapGet("/robots.txt", (HttpContext context) => $"User-agent: *\nDisallow: /work\nDisallow: /account\nSitemap: {Origin(context)}/sitemap.xml\n");
        feeds.MapGet("/.well-known/security.txt", (SiteOptions site, TimeProvider time, HttpContext context) =>
            $"Contact: {(site.Mail == "" ? Origin(context) + "/accessibility" : "mailto:" + site.Mail)}\nExpires: {time.GetUtcNow().AddMonths(6).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}\nPreferred-Languages: zh\n");
    }

    private static async Task<IResult> FeedAsync(PublicReportQueries reports, SiteOptions site, HttpContext context, TimeProvider time, CancellationToken cancellation) => Feed(
        context, "feed.xml", $"{site.SiteName}：年度报告", time,
        [.. (await reports.NewestAsync(50, cancellation)).Select(report => new FeedEntry(
            FormattableString.Invariant($"/reports/{report.Year}/{report.AgencyId}"), FormattableString.Invariant($"{report.AgencyName} {report.Year} 年度报告"), report.AgencyName, report.PublishedAt))]);

    /// <summary>The newest documents: of all, of an agency, of a category, of a kind.</summary>
    private static async Task<IResult> DocumentsAsync(int? agency, CatalogCategory? category, DocumentKind? kind, PublicDocumentQueries documents, SiteOptions site, HttpContext context, TimeProvider time, CancellationToken cancellation) => Feed(
        context, "documents.xml", $"{site.SiteName}：主动公开", time,
        [.. (await documents.NewestAsync(new PublicDocumentFilter { AgencyId = agency, Category = category, Kinds = kind is { } one ? [one] : null }, 50, cancellation)).Select(document => new FeedEntry(
            FormattableString.Invariant($"/documents/{document.Id}"), document.Title, document.AgencyName, document.PublishedAt))]);

    private static IResult Feed(HttpContext context, string name, string title, TimeProvider time, IReadOnlyList<FeedEntry> entries)
    {
        var origin = Origin(context);
        return Xml("application/atom+xml", writer =>
        {
            writer.WriteStartElement("feed", Atom);
            writer.WriteElementString("title", Atom, title);
            writer.WriteElementString("id", Atom, $"{origin}/{name}{context.Request.QueryString}");
            writer.WriteElementString("updated", Atom, Instant(entries.Count > 0 ? entries[0].At : time.GetUtcNow()));
            foreach (var entry in entries)
            {
                writer.WriteStartElement("entry", Atom);
                writer.WriteElementString("title", Atom, entry.Title);
                writer.WriteElementString("id", Atom, origin + entry.Path);
                writer.WriteStartElement("link", Atom);
                writer.WriteAttributeString("href", origin + entry.Path);
                writer.WriteEndElement();
                writer.WriteElementString("updated", Atom, Instant(entry.At));
                writer.WriteStartElement("author", Atom);
                writer.WriteElementString("name", Atom, entry.Author);
                writer.WriteEndElement();
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        });
    }

    private static async Task<IResult> SitemapAsync(PublicReportQueries reports, PublicAgencyQueries agencies, PublicDocumentQueries documents, PublicParticipation participation, HttpContext context, CancellationToken cancellation)
    {
        var origin = Origin(context);
        var addresses = new List<string> { "/", "/catalog", "/documents", "/agencies", "/request", "/request/track", "/requests", "/calculator", "/reports", "/data", "/accessibility", "/sitemap" };
        for (string? after = null; ;)
        {
            var page = await agencies.ListAsync(null, after, cancellation);
            addresses.AddRange(page.Items.Select(agency => FormattableString.Invariant($"/agencies/{agency.Id}")));
            if (page.Next is null)
            {
                break;
            }

            after = page.Next;
        }

        foreach (var year in await reports.YearsAsync(cancellation))
        {
            addresses.Add(FormattableString.Invariant($"/reports/{year.Year}"));
        }

        addresses.AddRange(await participation.AddressesAsync(cancellation));
        addresses.AddRange((await documents.NewestAsync(new PublicDocumentFilter(), 20_000, cancellation)).Select(document => FormattableString.Invariant($"/documents/{document.Id}")));
        addresses.AddRange((await reports.NewestAsync(20_000, cancellation)).Select(report => FormattableString.Invariant($"/reports/{report.Year}/{report.AgencyId}")));
        return Xml("application/xml", writer =>
        {
            writer.WriteStartElement("urlset", Map);
            foreach (var address in addresses)
            {
                writer.WriteStartElement("url", Map);
                writer.WriteElementString("loc", Map, origin + address);
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        });
    }

    private static IResult Xml(string type, Action<XmlWriter> write)
    {
        var output = new MemoryStream();
        using (var writer = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            write(writer);
        }

        return TypedResults.Bytes(output.ToArray(), $"{type}; charset=utf-8");
    }

    private sealed record FeedEntry(string Path, string Title, string Author, DateTimeOffset At);

    private static string Instant(DateTimeOffset instant) => instant.InBeijing().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Origin(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";
}
