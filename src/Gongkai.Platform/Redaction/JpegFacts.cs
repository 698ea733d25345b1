using System.Buffers.Binary;

namespace Gongkai.Platform.Redaction;

/// <summary>What the head of a JPEG says: its size, how many colours a pixel has, and which way up it is to be shown.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Components">1 grey, 3 colours, 4 for print.</param>
/// <param name="IsAdobe">Whether Adobe's marker is there, with which the colours for print are inverted.</param>
/// <param name="Orientation">The Exif orientation, 1 to 8.</param>
internal readonly record struct JpegFacts(int Width, int Height, int Components, bool IsAdobe, int Orientation)
{
    /// <summary>The facts; null where this is no JPEG that can be shown.</summary>
    public static JpegFacts? Read(ReadOnlySpan<byte> bytes)
    {
        var isAdobe = false;
        var orientation = 1;
        for (var at = 2; at + 4 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF)
            {
                return null;
            }

            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length)
            {
                return null;
            }

            var segment = bytes.Slice(at + 4, length - 2);
            switch (marker)
            {
                case 0xE1 when segment.StartsWith("Exif\0\0"u8):
                    orientation = OrientationOf(segment[6..]);
                    break;
                case 0xEE when segment.StartsWith("Adobe"u8):
                    isAdobe = true;
                    break;
                case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    return Frame(segment, isAdobe, orientation);
                case 0xDA or 0xD9:
                    return null;
            }

            at += 2 + length;
        }

        return null;
    }

    /// <summary>Whether it is shown lying on its side.</summary>
    public bool IsTurned => Orientation >= 5;

    /// <summary>How the unit square of the picture lies on a page of this size.</summary>
    public string Matrix(PageSize page)
    {
        var (width, height) = (page.Width, page.Height);
        return Orientation switch
        {
            2 => FormattableString.Invariant($"{-width} 0 0 {height} {width} 0"),
            3 => FormattableString.Invariant($"{-width} 0 0 {-height} {width} {height}"),
            4 => FormattableString.Invariant($"{width} 0 0 {-height} 0 {height}"),
            5 => FormattableString.Invariant($"0 {-height} {-width} 0 {width} {height}"),
            6 => FormattableString.Invariant($"0 {-height} {width} 0 0 {height}"),
            7 => FormattableString.Invariant($"0 {height} {width} 0 0 0"),
            8 => FormattableString.Invariant($"0 {height} {-width} 0 {width} 0"),
            _ => FormattableString.Invariant($"{width} 0 0 {height} 0 0"),
        };
    }

    private static JpegFacts? Frame(ReadOnlySpan<byte> segment, bool isAdobe, int orientation)
    {
        if (segment.Length < 6)
        {
            return null;
        }

        var height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        return segment[0] == 8 && width > 0 && height > 0 && segment[5] is 1 or 3 or 4 ? new JpegFacts(width, height, segment[5], isAdobe, orientation) : null;
    }

    /// <summary>The entry 0x0112 of the first directory of a TIFF head.</summary>
    private static int OrientationOf(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return 1;
        }

        var isLittle = tiff[0] == (byte)'I';
        var start = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start > tiff.Length - 2)
        {
            return 1;
        }

        var entries = tiff[(int)start..];
        var count = Short(entries, isLittle);
        for (var index = 0; index < count && 2 + ((index + 1) * 12) <= entries.Length; index++)
        {
            var entry = entries.Slice(2 + (index * 12), 12);
            if (Short(entry, isLittle) == 0x0112)
            {
                return Short(entry[8..], isLittle) is >= 1 and <= 8 and var orientation ? orientation : 1;
            }
        }

        return 1;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
