using System.Runtime.InteropServices;
using Gongkai.Reports.Reading;

namespace Gongkai.Platform.Redaction;

/// <summary>A picture as a PDF of one page.</summary>
internal static class PictureFile
{
    // So that a pixel of the picture is a pixel of the page; a trace less, as more would be a pixel more.
    private const double PointsPerPixel = 72.0 / 200;
    private const double Trace = 0.001;

    /// <exception cref="UnreadableSourceException">It is damaged, too large, or neither JPEG nor PNG.</exception>
    public static ReadOnlyMemory<byte> ToPdf(ReadOnlyMemory<byte> picture, RedactionLimits limits) => picture.Span switch
    {
        [0xFF, 0xD8, ..] => OfJpeg(picture, limits),
        [0x89, ..] => OfPng(picture, limits),
        _ => throw new UnreadableSourceException("只能遮盖 JPEG 和 PNG 图片；请用画图程序另存为 PNG 再上传。"),
    };

    private static byte[] OfJpeg(ReadOnlyMemory<byte> picture, RedactionLimits limits)
    {
        if (JpegFacts.Read(picture.Span) is not { } facts)
        {
            throw Damaged();
        }

        if ((long)facts.Width * facts.Height > limits.Pixels)
        {
            throw new UnreadableSourceException($"图片超过 {limits.Pixels / 1_000_000} 百万像素，不能遮盖；请缩小以后再上传。");
        }

        var (width, height) = facts.IsTurned ? (facts.Height, facts.Width) : (facts.Width, facts.Height);
        var size = SizeOf(width, height);
        using var pdf = new PicturePdf();
        pdf.AddPage(size, PdfPicture.Of(facts, Array(picture)), facts.Matrix(size));
        return pdf.Finish();
    }

    private static byte[] OfPng(ReadOnlyMemory<byte> picture, RedactionLimits limits)
    {
        try
        {
            var pixels = PngPixels.Read(picture.Span, limits.Pixels);
            using var pdf = new PicturePdf();
            pdf.AddPage(SizeOf(pixels.Width, pixels.Height), PdfPicture.Of(pixels));
            return pdf.Finish();
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    private static PageSize SizeOf(int width, int height) => new(Math.Max(Trace, (width * PointsPerPixel) - Trace), Math.Max(Trace, (height * PointsPerPixel) - Trace));

    private static byte[] Array(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length ? segment.Array : memory.ToArray();

    private static UnreadableSourceException Damaged() => new("图片已损坏、太大或者不是常见的格式，打不开；请用画图程序另存为 PNG 再上传。");
}
