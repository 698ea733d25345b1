using System.Globalization;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Search;
using Gongkai.Platform.Search.Documents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gongkai.Web.Api;

/// <summary>The search of published documents, for programs.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this RouteGroupBuilder api)
    {
        api.MapGet("/search", SearchAsync).WithName("search").WithTags("公开的文件").WithSummary("在公开的文件和附件里搜索")
            .WithDescription("几个词用空格分开，都要有；引号里的词要连着出现。total 为 null 表示超过 10000 份。");
        api.MapGet("/search/suggestions", SuggestionsAsync).WithName("searchSuggestions").WithTags("公开的文件").WithSummary("标题以所写的词开头或含有它的文件、机关，最多八个");
    }

    private static async Task<Results<Ok<ApiFound>, ProblemHttpResult>> SearchAsync(
        DocumentSearch search, HttpResponse response, string? q, int? agency, CatalogCategory? category, DocumentKind? kind, int? year, DocumentStatus? status, SearchOrder? order, int? after, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";
        var found = await search.FindAsync(
            SearchWords.Of(q), new DocumentSearchFilter { AgencyId = agency, Category = category, Kind = kind, Year = year, Status = status, Order = order ?? SearchOrder.Relevance, Page = after ?? 1 }, cancellation);
        return found.IsTooMuch
            ? TypedResults.Problem("要找的范围太大，没有在限定的时间里找完。请加一个词，或者按机关、年份筛选。", statusCode: StatusCodes.Status503ServiceUnavailable, title: "没有找完")
            : TypedResults.Ok(new ApiFound([.. found.Items.Select(ApiFoundDocument.Of)], found.HasNext ? (found.Page + 1).ToString(CultureInfo.InvariantCulture) : null, found.Counts.IsMore ? null : found.Counts.Total));
    }

    private static async Task<Ok<IReadOnlyList<string>>> SuggestionsAsync(SearchQueries agencies, DocumentSearch search, HttpResponse response, string? q, CancellationToken cancellation)
    {
        const int most = 8;
        response.Headers.CacheControl = "no-store";
        var named = (await agencies.AgenciesAsync(SearchWords.Of(q), cancellation)).Where(agency => agency.ValidTo is null).Select(agency => agency.Name).Take(most / 2);
        return TypedResults.Ok<IReadOnlyList<string>>([.. named.Concat(await search.TitlesAsync(q, cancellation)).Distinct().Take(most)]);
    }
}

/// <summary>A page of what was found: pass <c>next</c> as <c>after</c> to go on.</summary>
public sealed record ApiFound(IReadOnlyList<ApiFoundDocument> Items, string? Next, int? Total);

/// <summary>A published document that was found.</summary>
public sealed record ApiFoundDocument(
    long Id, string Title, string Number, string IndexNumber, DocumentKind Kind, int AgencyId, string AgencyName, DateOnly? MadeOn, DateTimeOffset PublishedAt, DocumentStatus? Status, string Excerpt, string Page)
{
    internal static ApiFoundDocument Of(FoundDocument found) => new(
        found.Id, found.Title, found.Number, found.IndexNumber, found.Kind, found.AgencyId, found.AgencyName, found.MadeOn, found.PublishedAt, found.Status,
        string.Concat(found.Excerpt.Select(piece => piece.Text)), FormattableString.Invariant($"/documents/{found.Id}"));
}
