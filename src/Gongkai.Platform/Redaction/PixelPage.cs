using System.Globalization;

namespace Gongkai.Platform.Redaction;

/// <summary>The pixels of a page, three bytes each, row by row from the top.</summary>
internal sealed class PixelPage(int width, int height, byte[] pixels)
{
    public int Width => width;

    public int Height => height;

    public byte[] Pixels => pixels;

    /// <summary>Whether no pixel has a colour.</summary>
    public bool IsGrey
    {
        get
        {
            for (var at = 0; at < pixels.Length; at += 3)
            {
                if (pixels[at] != pixels[at + 1] || pixels[at] != pixels[at + 2])
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Reads a PPM of the kind P6 with a byte a colour.</summary>
    /// <exception cref="InvalidDataException">It is none, or larger than allowed.</exception>
    public static PixelPage ReadPpm(Stream input, int mostPixels)
    {
        if (Word(input) != "P6" || !Number(input, out var width) || !Number(input, out var height) || Word(input) != "255" || (long)width * height > mostPixels)
        {
            throw new InvalidDataException("This is no page in the form that was asked for.");
        }

        var pixels = new byte[width * height * 3];
        return input.ReadAtLeast(pixels, pixels.Length, throwOnEndOfStream: false) == pixels.Length
            ? new PixelPage(width, height, pixels)
            : throw new InvalidDataException("The page ends too early.");
    }

    /// <summary>Paints a rectangle black: every pixel that it touches.</summary>
    public void Blacken(PageArea area)
    {
        var (left, right) = ((int)Math.Floor(area.Left * width), (int)Math.Ceiling((area.Left + area.Width) * width));
        var (top, bottom) = ((int)Math.Floor(area.Top * height), (int)Math.Ceiling((area.Top + area.Height) * height));
        (left, right, top, bottom) = (Math.Clamp(left, 0, width), Math.Clamp(right, 0, width), Math.Clamp(top, 0, height), Math.Clamp(bottom, 0, height));
        for (var row = top; row < bottom; row++)
        {
            Array.Clear(pixels, ((row * width) + left) * 3, (right - left) * 3);
        }
    }

    /// <summary>One byte a pixel.</summary>
    public byte[] ToGrey()
    {
        var grey = new byte[width * height];
        for (var at = 0; at < grey.Length; at++)
        {
            grey[at] = pixels[at * 3];
        }

        return grey;
    }

    private static bool Number(Stream input, out int number) => int.TryParse(Word(input), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    private static string Word(Stream input)
    {
        const int longest = 10;
        Span<char> word = stackalloc char[longest];
        var length = 0;
        while (input.ReadByte() is >= 0 and var value)
        {
            if (!char.IsWhiteSpace((char)value))
            {
                if (length == longest)
                {
                    break;
                }

                word[length++] = (char)value;
            }
            else if (length > 0)
            {
                break;
            }
        }

        return new string(word[..length]);
    }
}
