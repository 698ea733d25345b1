using System.Diagnostics;
using Gongkai.Platform.Redaction;
using Gongkai.Testing.Redaction;

namespace Gongkai.Platform.Tests.Redaction;

/// <summary>Pictures are covered as pages are.</summary>
public sealed class PictureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("-png")]
    [InlineData("-png -gray")]
    [InlineData("-png -mono")]
    [InlineData("-jpeg")]
    [InlineData("-jpeg -gray")]
    public async Task A_picture_becomes_a_page_with_its_own_pixels_and_black_ones(string options)
    {
        var sample = SamplePdf.Of([(60, 200, "Scanned name"), (60, 600, "Scanned rest")]);
        var picture = Draw(sample, options.Split(' '));

        var result = await PagedFile.UseAsync(picture, file => file.Blacken([new PageArea(1, 0.05, 0.2, 0.5, 0.07)]), Cancellation);

        var (before, after) = (Printed.PageOf(sample, 1, 200), Printed.PageOf(result, 1, 200));
        (after.Width, after.Height).ShouldBe((before.Width, before.Height));
        after.BrightestIn(0.05, 0.2, 0.5, 0.07).ShouldBe(0);
        before.DifferenceOutside(after, (0.05, 0.2, 0.5, 0.07)).ShouldBeLessThan(1);
        result.AsSpan().IndexOf("Exif"u8).ShouldBe(-1);
    }

    [Fact]
    public async Task A_photograph_that_was_taken_sideways_stands_upright()
    {
        var jpeg = Draw(SamplePdf.Of([(60, 60, "Top left of the camera")]), ["-jpeg"]);
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];

        var result = await PagedFile.UseAsync((byte[])[.. jpeg[..2], .. exif, .. jpeg[2..]], file => file.Blacken([]), Cancellation);

        var page = Printed.PageOf(result, 1, 72);
        page.Width.ShouldBeInRange(800, 801);
        page.Height.ShouldBeInRange(600, 601);
        page.HasInkIn(0.9, 0.05, 0.1, 0.4).ShouldBeTrue();
        page.HasInkIn(0, 0, 0.85, 1).ShouldBeFalse();
        result.AsSpan().IndexOf("Exif"u8).ShouldBe(-1);
    }

    [Fact]
    public async Task A_photograph_is_kept_small_and_its_black_is_black()
    {
        var noise = new Random(7);
        var pixels = new byte[1200 * 1600 * 3];
        noise.NextBytes(pixels);
        var path = Path.Combine(Directory.CreateTempSubdirectory("gongkai-photo-").FullName, "photo.png");
        var source = PngOf(1200, 1600, pixels);

        var result = await PagedFile.UseAsync(source, file => file.Blacken([new PageArea(1, 0.3, 0.3, 0.4, 0.4)]), Cancellation);

        result.Length.ShouldBeLessThan(pixels.Length / 2, path);
        Printed.PageOf(result, 1, 200).BrightestIn(0.3, 0.3, 0.4, 0.4).ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Damaged_pictures_are_told_of_and_throw_nothing_else(int seed)
    {
        var picture = Draw(SamplePdf.Of([(60, 200, "Scanned name")]), [seed == 1 ? "-jpeg" : "-png"]);
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var damaged = picture[..random.Next(10, picture.Length)];
            for (var hit = 0; hit < 20; hit++)
            {
                damaged[random.Next(8, damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                PictureFile.ToPdf(damaged, RedactionLimits.Default).Length.ShouldBeGreaterThan(0);
            }
            catch (Gongkai.Reports.Reading.UnreadableSourceException exception)
            {
                exception.Message.ShouldContain("图片");
            }
        }
    }

    private static byte[] PngOf(int width, int height, byte[] pixels)
    {
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var row = 0; row < height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels, row * width * 3, width * 3);
            }
        }

        byte[] Number(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
        byte[] Chunk(string kind, byte[] content) => [.. Number(content.Length), .. System.Text.Encoding.ASCII.GetBytes(kind), .. content, 0, 0, 0, 0];
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", [.. Number(width), .. Number(height), 8, 2, 0, 0, 0]), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Draw(byte[] pdf, string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-drawn-");
        try
        {
            var path = Path.Combine(folder.FullName, "file.pdf");
            File.WriteAllBytes(path, pdf);
            using var process = Process.Start(new ProcessStartInfo("pdftoppm", ["-r", "200", .. options, "-jpegopt", "quality=95", path]) { RedirectStandardOutput = true })!;
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
