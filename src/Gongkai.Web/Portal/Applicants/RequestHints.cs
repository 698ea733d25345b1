using System.Text.RegularExpressions;
using Gongkai.Platform.Search;

namespace Gongkai.Web.Portal.Applicants;

/// <summary>What is published already and may be what somebody is about to ask for.</summary>
public sealed partial class RequestHints(SearchQueries search)
{
    private const int Most = 3;
    private const int MostWords = 4;

    public async Task<IReadOnlyList<FoundReport>> ForAsync(string? text, CancellationToken cancellation)
    {
        var words = Between().Split(text ?? "").Where(word => word.Length >= 2).Distinct().Take(MostWords).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var found = await search.ReportsAsync(SearchWords.Of(string.Join(' ', words)), null, cancellation);
        if (found.Items.Count == 0 && words.Count > 1)
        {
            found = await search.ReportsAsync(SearchWords.Of(words.MaxBy(word => word.Length)), null, cancellation);
        }

        return [.. found.Items.Take(Most)];
    }

    [GeneratedRegex(@"[\s\p{P}\p{S}]+|申请|公开|提供|获取|关于|有关|相关|请|的|及|和|与|或|等")]
    private static partial Regex Between();
}
