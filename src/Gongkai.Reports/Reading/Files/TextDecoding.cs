using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Gongkai.Reports.Reading.Files;

/// <summary>Turns the bytes of a text or a web page into characters, finding the encoding by itself.</summary>
public static class TextDecoding
{
    private const int Sample = 4096;
    private const int Probe = 1024;

    private static readonly Encoding Gb18030 = Legacy("GB18030");
    private static readonly Encoding Big5 = Legacy("big5");

    /// <summary>
    /// Decodes by byte order mark, else UTF-16 by the pattern of its bytes, else UTF-8 where it is valid, else the charset that a
    /// page names, else GB18030 (which contains GBK and GB 2312). Bytes that are no character become U+FFFD.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (MarkedOrNull(bytes) is { } marked)
        {
            return marked;
        }

        var hasNul = bytes[..Math.Min(bytes.Length, Sample)].Contains((byte)0);
        if (!hasNul && Utf8OrNull(bytes) is { } utf8)
        {
            return NamesGb(bytes) && HighBytes(bytes) < 16 ? Gb18030.GetString(bytes) : utf8;
        }

        if (WideOrNull(bytes) is { } wide)
        {
            return wide.GetString(bytes);
        }

        if (MayBeDamagedUtf8(bytes) && Encoding.UTF8.GetString(bytes) is var text && IsDamagedUtf8(text))
        {
            return text;
        }

        return Decode(bytes, NamesBig5(bytes) ? Big5 : Gb18030);
    }

    /// <summary>The text in one pass, where counting its characters first would be another.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var characters = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
        try
        {
            return new string(characters, 0, encoding.GetChars(bytes, characters));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    /// <summary>The text, where every byte is valid UTF-8. One pass, where looking first and decoding then would be three.</summary>
    private static string? Utf8OrNull(ReadOnlySpan<byte> bytes)
    {
        var characters = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            return Utf8.ToUtf16(bytes, characters, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done
                ? new string(characters, 0, written)
                : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private static string? MarkedOrNull(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32.GetString(bytes[4..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        [0x84, 0x31, 0x95, 0x33, ..] => Gb18030.GetString(bytes[4..]),
        _ => null,
    };

    /// <summary>
    /// UTF-16 without a mark, in the order of bytes that makes the start of it Chinese and ASCII; null where neither does.
    /// A zero byte alone says little: 开 is U+5F00.
    /// </summary>
    internal static Encoding? WideOrNull(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, Sample) & ~1)];
        var little = 0;
        var big = 0;
        for (var index = 0; index < sample.Length; index += 2)
        {
            little += IsLikely(BinaryPrimitives.ReadUInt16LittleEndian(sample[index..])) ? 1 : 0;
            big += IsLikely(BinaryPrimitives.ReadUInt16BigEndian(sample[index..])) ? 1 : 0;
        }

        return sample.IsEmpty || Math.Max(little, big) * 2 < sample.Length * 0.93 ? null : little >= big ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    private static bool IsLikely(int unit) => unit is (>= 0x20 and <= 0x7E) or (>= 9 and <= 13) or 0xA0 or (>= 0x2010 and <= 0x2026) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x3000 and <= 0x303F) or (>= 0xFF00 and <= 0xFFEF);

    /// <summary>Text in UTF-8 that was cut off or has a few bad bytes, and not text of another encoding.</summary>
    private static bool IsDamagedUtf8(string text)
    {
        var bad = 0;
        var chinese = 0;
        foreach (var character in text)
        {
            bad += character == '\uFFFD' ? 1 : 0;
            chinese += character is >= '\u3000' and <= '\u9FFF' ? 1 : 0;
        }

        return bad * 20 < chinese;
    }

    /// <summary>Whether the start leaves room for that: it has not more bad bytes than a text of this length may have, were all of it Chinese.</summary>
    private static bool MayBeDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        Span<char> start = stackalloc char[Probe];
        Utf8.ToUtf16(bytes[..Math.Min(bytes.Length, Probe)], start, out _, out var written, replaceInvalidSequences: true, isFinalBlock: false);
        return start[..written].Count('\uFFFD') * 20 < bytes.Length / 3;
    }

    private static int HighBytes(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var value in bytes)
        {
            count += value >> 7;
        }

        return count;
    }

    private static bool NamesGb(ReadOnlySpan<byte> bytes) => CharsetOf(bytes) is [(byte)'g' or (byte)'G', (byte)'b' or (byte)'B', ..];

    private static bool NamesBig5(ReadOnlySpan<byte> bytes) => CharsetOf(bytes) is [(byte)'b' or (byte)'B', (byte)'i' or (byte)'I', (byte)'g' or (byte)'G', ..];

    /// <summary>The name after <c>charset=</c> or <c>encoding=</c> near the start of a page.</summary>
    private static ReadOnlySpan<byte> CharsetOf(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Sample)];
        var at = head.IndexOf("charset="u8);
        if (at < 0)
        {
            return [];
        }

        var name = head[(at + "charset=".Length)..].TrimStart("\"' "u8);
        var end = name.IndexOfAny(NameEnds);
        return end < 0 ? name : name[..end];
    }

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create("\"' />;"u8);

    private static Encoding Legacy(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name);
    }
}
