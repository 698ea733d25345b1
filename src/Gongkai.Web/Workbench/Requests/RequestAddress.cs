using Gongkai.Platform.Requests;
using Gongkai.Web.Shared;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>Where the pages of the requests are.</summary>
internal static class RequestAddress
{
    public const string Home = "/work/requests";

    private static readonly Dictionary<string, RequestAction> ByWord = Enum.GetValues<RequestAction>().ToDictionary(WordOf, StringComparer.Ordinal);

    public static string Of(long id) => FormattableString.Invariant($"{Home}/{id}");

    /// <summary>The page on which one step is done: <c>/work/requests/7/ask-clarification</c>.</summary>
    public static string Of(long id, RequestAction action) => $"{Of(id)}/{WordOf(action)}";

    public static RequestAction? ActionOf(string word) => ByWord.TryGetValue(word, out var action) ? action : null;

    public static PageMeta Below(RequestRow row, string title) => new()
    {
        Title = title, Above = [new Crumb("依申请公开", Home), new Crumb(row.Number, Of(row.Id))],
    };

    private static string WordOf(RequestAction action) =>
        string.Concat(action.ToString().Select((letter, index) => char.IsUpper(letter) ? (index == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
