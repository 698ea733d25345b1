using System.Security.Cryptography;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

/// <summary>Pictures that a browser shows, known by their first bytes.</summary>
internal static class PictureData
{
    private const int MostBytes = 20_000_000;
    private const string Mark = ";base64,";

    /// <summary>The picture that an address of the kind <c>data:image/png;base64,…</c> holds, or null.</summary>
    public static TextPicture? Of(string address)
    {
        var comma = address.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        if (comma is < 0 or > 100 || !address.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) || address.Length > MostBytes / 3 * 4)
        {
            return null;
        }

        var bytes = new byte[((address.Length - comma) / 4 * 3) + 3];
        return Convert.TryFromBase64Chars(address.AsSpan(comma + Mark.Length), bytes, out var length) ? Of(bytes.AsMemory(0, length)) : null;
    }

    /// <summary>The picture that these bytes are, or null where they are none that browsers show.</summary>
    public static TextPicture? Of(ReadOnlyMemory<byte> bytes) =>
        bytes.Length <= MostBytes && TypeOf(bytes.Span) is { } type
            ? new TextPicture(TextPicture.Scheme + Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), type, bytes)
            : null;

    private static string? TypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => null,
    };
}
