using Gongkai.Platform.Search.Texts;

namespace Gongkai.Platform.Search.Indexing;

/// <summary>What is kept of a published document so that it is found.</summary>
/// <param name="Title">The title as it is shown.</param>
/// <param name="Names">The tokens of title and number.</param>
/// <param name="Words">All tokens, by weight.</param>
/// <param name="Text">The text for phrases and excerpts.</param>
/// <param name="Attachments">The texts of the attachments.</param>
public sealed record IndexedDocument(string Title, string Names, string Words, string Text, string Attachments)
{
    private const int LongestText = 200_000;

    public static IndexedDocument Of(DocumentWording wording)
    {
        var title = SearchLetters.Tidy(wording.Title);
        var facts = Joined(wording.Issuer, wording.Topic, wording.Keywords);
        var text = Bounded(SearchLetters.Tidy(Joined(wording.Summary, wording.Text)));
        var attachments = Bounded(SearchLetters.Tidy(wording.Attachments));
        var numbers = SearchTokens.Of(wording.Number).Concat(SearchTokens.Of(wording.IndexNumber)).ToList();
        var names = new SearchVector().Add(SearchTokens.OfTitle(title), 'A').Add(numbers, 'A');
        var words = new SearchVector()
            .Add(SearchTokens.Of(title), 'A').Add(numbers, 'A')
            .Add(SearchTokens.Of(facts), 'B').Add(SearchTokens.Of(wording.Summary), 'B').Add(wording.AgencyNames.SelectMany(SearchTokens.Of), 'B').Add(wording.AgencyNames.SelectMany(PinyinInitials.TailsOf), 'B')
            .Add(SearchTokens.Of(Bounded(wording.Text)), 'C')
            .Add(SearchTokens.Of(attachments), 'D');
        return new IndexedDocument(title, names.ToString(), words.ToString(), SearchLetters.Tidy(Joined(text, wording.Number, facts)), attachments);
    }

    private static string Joined(params string[] parts) => string.Join('\n', parts.Where(part => part.Length > 0));

    private static string Bounded(string text) => text.Length <= LongestText ? text : text[..LongestText];
}

/// <summary>The words of a document before they are cut up.</summary>
public sealed record DocumentWording
{
    public required string Title { get; init; }

    public required string Number { get; init; }

    public required string IndexNumber { get; init; }

    public required string Issuer { get; init; }

    public required string Topic { get; init; }

    public required string Keywords { get; init; }

    public required string Summary { get; init; }

    /// <summary>The text without its looks.</summary>
    public required string Text { get; init; }

    public required string Attachments { get; init; }

    /// <summary>The names of the agency, by whose initials it is found too.</summary>
    public required IReadOnlyList<string> AgencyNames { get; init; }
}
