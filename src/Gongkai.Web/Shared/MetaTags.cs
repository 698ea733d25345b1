using System.Globalization;

namespace Gongkai.Web.Shared;

/// <summary>The meta tags of a page in the order of 国办发〔2017〕47号: site, column, article.</summary>
public static class MetaTags
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static IEnumerable<(string Name, string Content)> Of(SiteOptions site, PageMeta meta) =>
        All(site, meta).Where(tag => tag.Content.Length > 0);

    private static IEnumerable<(string Name, string Content)> All(SiteOptions site, PageMeta meta)
    {
        yield return ("SiteName", site.SiteName);
        yield return ("SiteDomain", site.SiteDomain);
        yield return ("SiteIDCode", site.SiteIdCode);
        if (meta.Column is { } column)
        {
            yield return ("ColumnName", column.Name);
            yield return ("ColumnDescription", column.Description);
            yield return ("ColumnKeywords", column.Keywords);
            yield return ("ColumnType", column.Type);
        }
        if (meta.Article is { } article)
        {
            yield return ("ArticleTitle", article.Title);
            yield return ("PubDate", article.PublishedAt.ToOffset(Beijing).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
            yield return ("ContentSource", article.Source);
            yield return ("Keywords", article.Keywords);
            yield return ("Author", article.Author);
            yield return ("Description", article.Description);
            yield return ("Image", article.Image);
            yield return ("Url", article.Url);
        }
    }
}
