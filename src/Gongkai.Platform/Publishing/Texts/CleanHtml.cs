using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Platform.Publishing.Texts.Cleaning;
using Gongkai.Reports.Reading.Html;

namespace Gongkai.Platform.Publishing.Texts;

/// <summary>
/// Cleans the text of a document: only what the list of <see cref="TextBlock"/> can say is written again; everything else goes, and its
/// words stay. Any string gives a result, in time and size bounded by its length; what is clean already comes out as it went in.
/// </summary>
public static partial class CleanHtml
{
    /// <summary>The beginning of the addresses of our own pictures; after it comes their id.</summary>
    public const string PicturePath = "/documents/files/";

    [ThreadStatic]
    private static BoundedParser? parser;

    /// <summary>The cleaned text. Pictures that it holds in itself are left out.</summary>
    public static string Of(string html) => HtmlWriting.Of(Blocks(html));

    /// <summary>The cleaned text and the pictures that it held in itself.</summary>
    public static CleanedText WithPictures(string html)
    {
        var pictures = new PicturesFound();
        return new CleanedText(HtmlWriting.Of(Blocks(html, pictures)), pictures.Kept, pictures.Lost);
    }

    /// <summary>The ids of our own pictures that a cleaned text shows.</summary>
    public static IReadOnlyList<long> PicturesOf(string html) => [.. OwnPicture().Matches(html).Select(match => long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct()];

    internal static IReadOnlyList<TextBlock> Blocks(string html, PicturesFound? pictures = null)
    {
        if (!StrippedText.HasTags(html))
        {
            return StrippedText.Blocks(html);
        }

        parser ??= new BoundedParser(IsUsed);
        if (parser.ParseOrNull(html.Replace('\0', '\uFFFD')) is not { Body: { } body })
        {
            return StrippedText.Blocks(html);
        }

        var reading = new TextReading(body.QuerySelector("h1") is null ? 0 : 1, html.Length, pictures);
        return reading.Settled(BlockReader.Read(body, reading));
    }

    internal static bool IsUsed(ReadOnlySpan<char> name) => name is
        "style" or "class" or "align" or "href" or "src" or "alt" or "width" or "height" or "start" or "type"
        or "colspan" or "rowspan" or "scope";

    [GeneratedRegex($"src=\"{PicturePath}([0-9]{{1,18}})[\"/]")]
    private static partial Regex OwnPicture();
}
