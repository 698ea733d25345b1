namespace Gongkai.Platform.Publishing.Texts;

/// <summary>A cleaned text with the pictures that were in it.</summary>
/// <param name="Html">The text; its own pictures have their <see cref="TextPicture.Source"/> as address until <see cref="Place"/> is told where they are.</param>
/// <param name="Pictures">Those pictures, each once.</param>
/// <param name="LostPictures">Those that stand elsewhere or that no browser shows: they could not be taken along.</param>
public sealed record CleanedText(string Html, IReadOnlyList<TextPicture> Pictures, IReadOnlyList<LostPicture> LostPictures)
{
    /// <summary>A text with the addresses under which its pictures are now.</summary>
    public static string Place(string html, IReadOnlyList<TextPicture> pictures, Func<TextPicture, string> addressOf) =>
        pictures.Aggregate(html, (text, picture) => text.Replace($"src=\"{picture.Source}\"", $"src=\"{System.Net.WebUtility.HtmlEncode(addressOf(picture))}\"", StringComparison.Ordinal));
}

/// <summary>A picture that came with a text.</summary>
/// <param name="Source">What stands for it in the text: <c>picture:</c> and the hash of its bytes.</param>
/// <param name="ContentType">image/png, image/jpeg, image/gif or image/webp, by its bytes.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record TextPicture(string Source, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    public const string Scheme = "picture:";

    /// <summary>What it is called in the text.</summary>
    public string Alternative { get; init; } = "";

    /// <summary>The hash of its bytes.</summary>
    public string Sha256 => Source[Scheme.Length..];
}

/// <summary>A picture that could not be taken along with a text.</summary>
/// <param name="Alternative">What it is called in the text.</param>
/// <param name="Source">Its address there.</param>
public sealed record LostPicture(string Alternative, string Source);
