namespace Gongkai.Platform.Redaction;

/// <summary>The words of a page.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Words">Its words in the order of reading.</param>
public sealed record PageText(int Page, IReadOnlyList<PageWord> Words);

/// <summary>A word: letters that stand together, in Chinese as many as there are until a gap. In fractions of the page.</summary>
/// <param name="Left">Its left edge.</param>
/// <param name="Top">Its top edge.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="Bottom">Its bottom edge.</param>
/// <param name="Text">Its letters.</param>
/// <param name="IsTall">Whether it is higher than it is wide.</param>
public readonly record struct PageWord(double Left, double Top, double Right, double Bottom, string Text, bool IsTall = false);

/// <summary>A place where something was found, over as many lines as it takes.</summary>
/// <param name="What">What was found.</param>
/// <param name="Areas">Where it stands.</param>
public sealed record TextPlace(string What, IReadOnlyList<PageArea> Areas);
