namespace Gongkai.Platform.Publishing.Texts;

/// <summary>A cleaned text with the pictures that were in it.</summary>
/// <param name="Html">The text; its own pictures have their <see cref="TextPicture.Source"/> as address until <see cref="Placed"/> is told where they are.</param>
/// <param name="Pictures">Those pictures, each once.</param>
/// <param name="LostPictures">How many more there were that stand elsewhere: they could not be taken along.</param>
public sealed record CleanedText(string Html, IReadOnlyList<TextPicture> Pictures, int LostPictures)
{
    /// <summary>The text with the addresses under which its pictures are now.</summary>
    public string Placed(Func<TextPicture, string> addressOf) => Place(Html, Pictures, addressOf);

    internal static string Place(string html, IReadOnlyList<TextPicture> pictures, Func<TextPicture, string> addressOf) =>
        pictures.Aggregate(html, (text, picture) => text.Replace($"src=\"{picture.Source}\"", $"src=\"{System.Net.WebUtility.HtmlEncode(addressOf(picture))}\"", StringComparison.Ordinal));
}

/// <summary>A picture that came with a text.</summary>
/// <param name="Source">What stands for it in the text: <c>picture:</c> and the hash of its bytes.</param>
/// <param name="ContentType">image/png, image/jpeg, image/gif or image/webp, by its bytes.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record TextPicture(string Source, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    public const string Scheme = "picture:";
}
