using System.Text.RegularExpressions;
using Gongkai.Platform.Search;
using Gongkai.Platform.Search.Documents;

namespace Gongkai.Web.Portal.Applicants;

/// <summary>What is published already and may be what somebody is about to ask for.</summary>
public sealed partial class RequestHints(SearchQueries search, DocumentSearch documents)
{
    private const int Most = 3;
    private const int MostWords = 4;

    public async Task<PublishedHints> ForAsync(string? text, CancellationToken cancellation)
    {
        var words = Between().Split(text ?? "").Where(word => word.Length >= 2).Distinct().Take(MostWords).ToList();
        if (words.Count == 0)
        {
            return PublishedHints.None;
        }

        var all = SearchWords.Of(string.Join(' ', words));
        var longest = SearchWords.Of(words.MaxBy(word => word.Length));
        var published = await documents.BestAsync(all, Most, cancellation);
        published = published.Count == 0 && words.Count > 1 ? await documents.BestAsync(longest, Most, cancellation) : published;
        var found = await search.ReportsAsync(all, null, cancellation);
        if (found.Items.Count == 0 && words.Count > 1)
        {
            found = await search.ReportsAsync(longest, null, cancellation);
        }

        return new PublishedHints(published, [.. found.Items.Take(Most)]);
    }

    [GeneratedRegex(@"[\s\p{P}\p{S}]+|申请|公开|提供|获取|关于|有关|相关|请|的|及|和|与|或|等")]
    private static partial Regex Between();
}

/// <summary>What is published and may be what is asked for.</summary>
public sealed record PublishedHints(IReadOnlyList<FoundDocument> Documents, IReadOnlyList<FoundReport> Reports)
{
    public static PublishedHints None { get; } = new([], []);

    public bool IsEmpty => Documents.Count == 0 && Reports.Count == 0;
}
