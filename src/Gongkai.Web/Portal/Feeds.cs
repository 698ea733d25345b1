using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Organizations;
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
        feeds.MapGet("/sitemap.xml", SitemapAsync);
        feeds.MapGet("/robots.txt", (HttpContext context) => $"User-agent: *\nDisallow: /work\nDisallow: /account\nSitemap: {Origin(context)}/sitemap.xml\n");
        feeds.MapGet("/.well-known/security.txt", (SiteOptions site, TimeProvider time, HttpContext context) =>
            $"Contact: {(site.Mail == "" ? Origin(context) + "/accessibility" : "mailto:" + site.Mail)}\nExpires: {time.GetUtcNow().AddMonths(6).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}\nPreferred-Languages: zh\n");
    }

    private static async Task<IResult> FeedAsync(PublicReportQueries reports, SiteOptions site, HttpContext context, TimeProvider time, CancellationToken cancellation)
    {
        var newest = await reports.NewestAsync(50, cancellation);
        var origin = Origin(context);
        return Xml("application/atom+xml", writer =>
        {
            writer.WriteStartElement("feed", Atom);
            writer.WriteElementString("title", Atom, $"{site.SiteName}：年度报告");
            writer.WriteElementString("id", Atom, $"{origin}/feed.xml");
            writer.WriteElementString("updated", Atom, Instant(newest.Count > 0 ? newest[0].PublishedAt : time.GetUtcNow()));
            foreach (var report in newest)
            {
                var address = FormattableString.Invariant($"{origin}/reports/{report.Year}/{report.AgencyId}");
                writer.WriteStartElement("entry", Atom);
                writer.WriteElementString("title", Atom, FormattableString.Invariant($"{report.AgencyName} {report.Year} 年度报告"));
                writer.WriteElementString("id", Atom, address);
                writer.WriteStartElement("link", Atom);
                writer.WriteAttributeString("href", address);
                writer.WriteEndElement();
                writer.WriteElementString("updated", Atom, Instant(report.PublishedAt));
                writer.WriteStartElement("author", Atom);
                writer.WriteElementString("name", Atom, report.AgencyName);
                writer.WriteEndElement();
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        });
    }

    private static async Task<IResult> SitemapAsync(PublicReportQueries reports, PublicAgencyQueries agencies, HttpContext context, CancellationToken cancellation)
    {
        var origin = Origin(context);
        var addresses = new List<string> { "/", "/agencies", "/request", "/request/track", "/requests", "/calculator", "/reports", "/data", "/accessibility", "/sitemap" };
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

    private static string Instant(DateTimeOffset instant) => instant.InBeijing().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Origin(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";
}
