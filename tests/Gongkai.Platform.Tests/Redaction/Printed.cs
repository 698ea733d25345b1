using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Platform.Tests.Redaction;

/// <summary>What poppler makes of a PDF: its text, its properties and its pixels, as anyone who has the file would get them.</summary>
internal static class Printed
{
    /// <summary>All text, with or without its layout.</summary>
    public static string TextOf(byte[] pdf) => Run("pdftotext", pdf, path => ["-raw", path, "-"]) is var bytes ? System.Text.Encoding.UTF8.GetString(bytes) : "";

    public static string PropertiesOf(byte[] pdf) => System.Text.Encoding.UTF8.GetString(Run("pdfinfo", pdf, path => [path]));

    /// <summary>Every stream of the file unpacked, as one would who looks for remains.</summary>
    public static string FontsOf(byte[] pdf) => System.Text.Encoding.UTF8.GetString(Run("pdffonts", pdf, path => [path]));

    public static Pixels PageOf(byte[] pdf, int page, int resolution)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var ppm = Run("pdftoppm", pdf, path => ["-f", number, "-l", number, "-r", resolution.ToString(CultureInfo.InvariantCulture), "-cropbox", path]);
        var head = System.Text.Encoding.ASCII.GetString(ppm, 0, 30).Split('\n');
        var size = head[1].Split(' ').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new Pixels(size[0], size[1], ppm[^(size[0] * size[1] * 3)..]);
    }

    private static byte[] Run(string program, byte[] pdf, Func<string, string[]> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-printed-");
        try
        {
            var path = Path.Combine(folder.FullName, "file.pdf");
            File.WriteAllBytes(path, pdf);
            using var process = Process.Start(new ProcessStartInfo(program, arguments(path)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            return output.ToArray();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>The pixels of a page, three bytes each.</summary>
internal sealed record Pixels(int Width, int Height, byte[] Bytes)
{
    /// <summary>The brightest part of any pixel that lies wholly inside.</summary>
    public int BrightestIn(double left, double top, double width, double height)
    {
        var brightest = 0;
        for (var row = (int)Math.Ceiling(top * Height) + 1; row < Math.Min(Height, (int)Math.Floor((top + height) * Height) - 1); row++)
        {
            for (var column = (int)Math.Ceiling(left * Width) + 1; column < Math.Min(Width, (int)Math.Floor((left + width) * Width) - 1); column++)
            {
                for (var colour = 0; colour < 3; colour++)
                {
                    brightest = Math.Max(brightest, Bytes[(((row * Width) + column) * 3) + colour]);
                }
            }
        }

        return brightest;
    }

    /// <summary>How far two pages differ on average, in the pixels that lie in none of the rectangles, nor within a few pixels of one.</summary>
    public double DifferenceOutside(Pixels other, params IReadOnlyList<(double Left, double Top, double Width, double Height)> areas)
    {
        const int near = 3;
        long sum = 0;
        long counted = 0;
        for (var row = 0; row < Height; row++)
        {
            for (var column = 0; column < Width; column++)
            {
                if (areas.Any(area => column >= (area.Left * Width) - near && column <= ((area.Left + area.Width) * Width) + near && row >= (area.Top * Height) - near && row <= ((area.Top + area.Height) * Height) + near))
                {
                    continue;
                }

                counted += 3;
                for (var colour = 0; colour < 3; colour++)
                {
                    var at = (((row * Width) + column) * 3) + colour;
                    sum += Math.Abs(Bytes[at] - other.Bytes[at]);
                }
            }
        }

        return counted == 0 ? 0 : (double)sum / counted;
    }

    /// <summary>Whether anything dark stands in a rectangle.</summary>
    public bool HasInkIn(double left, double top, double width, double height)
    {
        for (var row = (int)(top * Height); row < (int)((top + height) * Height); row++)
        {
            for (var column = (int)(left * Width); column < (int)((left + width) * Width); column++)
            {
                if (Bytes[((row * Width) + column) * 3] < 100)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
