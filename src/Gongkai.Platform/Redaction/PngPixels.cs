using System.Buffers.Binary;
using System.IO.Compression;

namespace Gongkai.Platform.Redaction;

/// <summary>Reads a PNG (RFC 2083) into pixels; what is see-through lies on white.</summary>
internal static class PngPixels
{
    private static readonly (int Left, int Top, int Right, int Down)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <exception cref="InvalidDataException">It is damaged, or larger than allowed.</exception>
    public static PixelPage Read(ReadOnlySpan<byte> png, int mostPixels)
    {
        var head = default(PngHead);
        using var packed = new MemoryStream();
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - 12)
            {
                break;
            }

            var kind = png.Slice(at + 4, 4);
            var content = png.Slice(at + 8, (int)length);
            if (kind.SequenceEqual("IHDR"u8))
            {
                head = PngHead.Read(content, mostPixels);
            }
            else if (kind.SequenceEqual("PLTE"u8))
            {
                head = head with { Palette = content.ToArray() };
            }
            else if (kind.SequenceEqual("tRNS"u8))
            {
                head = head with { Transparent = content.ToArray() };
            }
            else if (kind.SequenceEqual("IDAT"u8))
            {
                packed.Write(content);
            }

            at += 12 + (int)length;
        }

        if (head.Width == 0 || (head.Colour == 3 && head.Palette is null))
        {
            throw new InvalidDataException("The picture has no head.");
        }

        packed.Position = 0;
        using var data = new ZLibStream(packed, CompressionMode.Decompress);
        var pixels = new byte[head.Width * head.Height * 3];
        foreach (var pass in head.IsInterlaced ? Passes : [(0, 0, 1, 1)])
        {
            ReadPass(data, head, pass, pixels);
        }

        return new PixelPage(head.Width, head.Height, pixels);
    }

    private static void ReadPass(ZLibStream data, PngHead head, (int Left, int Top, int Right, int Down) pass, byte[] pixels)
    {
        var width = (head.Width - pass.Left + pass.Right - 1) / pass.Right;
        var height = (head.Height - pass.Top + pass.Down - 1) / pass.Down;
        if (width <= 0 || height <= 0)
        {
            return;
        }

        var step = Math.Max(1, head.BitsPerPixel / 8);
        var row = new byte[1 + (((width * head.BitsPerPixel) + 7) / 8)];
        var above = new byte[row.Length];
        for (var line = 0; line < height; line++)
        {
            if (data.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length)
            {
                throw new InvalidDataException("The picture ends too early.");
            }

            Unfilter(row, above, step);
            for (var column = 0; column < width; column++)
            {
                head.Put(row.AsSpan(1), column, pixels.AsSpan((((((line * pass.Down) + pass.Top) * head.Width) + (column * pass.Right) + pass.Left) * 3)));
            }

            (row, above) = (above, row);
        }
    }

    private static void Unfilter(byte[] row, byte[] above, int step)
    {
        for (var at = 1; at < row.Length; at++)
        {
            var left = at > step ? row[at - step] : 0;
            var corner = at > step ? above[at - step] : 0;
            row[at] += (byte)(row[0] switch
            {
                0 => 0,
                1 => left,
                2 => above[at],
                3 => (left + above[at]) / 2,
                4 => Paeth(left, above[at], corner),
                _ => throw new InvalidDataException("The picture has a filter that there is not."),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (byLeft, byUp, byCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }

    private readonly record struct PngHead(int Width, int Height, int Depth, int Colour, bool IsInterlaced)
    {
        public byte[]? Palette { get; init; }

        public byte[]? Transparent { get; init; }

        public int BitsPerPixel => Depth * Colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

        public static PngHead Read(ReadOnlySpan<byte> content, int mostPixels)
        {
            if (content.Length < 13)
            {
                throw new InvalidDataException("The head of the picture is too short.");
            }

            var width = BinaryPrimitives.ReadUInt32BigEndian(content);
            var height = BinaryPrimitives.ReadUInt32BigEndian(content[4..]);
            var isKnown = (content[9], content[8]) is (0, 1 or 2 or 4 or 8 or 16) or (2 or 4 or 6, 8 or 16) or (3, 1 or 2 or 4 or 8);
            return isKnown && width > 0 && height > 0 && (ulong)width * height <= (ulong)mostPixels
                ? new PngHead((int)width, (int)height, content[8], content[9], content[12] == 1)
                : throw new InvalidDataException("The picture is of no kind that there is, or too large.");
        }

        public void Put(ReadOnlySpan<byte> row, int column, Span<byte> pixel)
        {
            switch (Colour)
            {
                case 3:
                    PutOfPalette(Sample(row, column), pixel);
                    break;
                case 0:
                    var value = Sample(row, column);
                    var isClear = Transparent is { Length: >= 2 } clear && BinaryPrimitives.ReadUInt16BigEndian(clear) == value;
                    pixel[..3].Fill(isClear ? (byte)255 : Byte(value));
                    break;
                case 4:
                    pixel[..3].Fill(OnWhite(Byte(Sample(row, column * 2)), Byte(Sample(row, (column * 2) + 1))));
                    break;
                default:
                    PutColours(row, column, pixel);
                    break;
            }
        }

        private void PutColours(ReadOnlySpan<byte> row, int column, Span<byte> pixel)
        {
            var samples = Colour == 6 ? 4 : 3;
            var (red, green, blue) = (Sample(row, column * samples), Sample(row, (column * samples) + 1), Sample(row, (column * samples) + 2));
            var opacity = samples == 4 ? Byte(Sample(row, (column * 4) + 3))
                : Transparent is { Length: >= 6 } clear && BinaryPrimitives.ReadUInt16BigEndian(clear) == red
                    && BinaryPrimitives.ReadUInt16BigEndian(clear.AsSpan(2)) == green && BinaryPrimitives.ReadUInt16BigEndian(clear.AsSpan(4)) == blue ? 0 : 255;
            (pixel[0], pixel[1], pixel[2]) = (OnWhite(Byte(red), opacity), OnWhite(Byte(green), opacity), OnWhite(Byte(blue), opacity));
        }

        private void PutOfPalette(int index, Span<byte> pixel)
        {
            if ((index + 1) * 3 > Palette!.Length)
            {
                throw new InvalidDataException("The picture names a colour that it does not have.");
            }

            var opacity = Transparent is not null && index < Transparent.Length ? Transparent[index] : 255;
            for (var colour = 0; colour < 3; colour++)
            {
                pixel[colour] = OnWhite(Palette[(index * 3) + colour], opacity);
            }
        }

        private int Sample(ReadOnlySpan<byte> row, int number) => Depth switch
        {
            16 => BinaryPrimitives.ReadUInt16BigEndian(row[(number * 2)..]),
            8 => row[number],
            _ => (row[number * Depth / 8] >> (8 - Depth - (number * Depth % 8))) & ((1 << Depth) - 1),
        };

        private byte Byte(int sample) => Depth switch { 16 => (byte)(sample >> 8), 8 => (byte)sample, _ => (byte)(sample * 255 / ((1 << Depth) - 1)) };

        private static byte OnWhite(int value, int opacity) => (byte)(((value * opacity) + (255 * (255 - opacity))) / 255);
    }
}
