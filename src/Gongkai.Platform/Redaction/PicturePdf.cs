using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Gongkai.Platform.Redaction;

/// <summary>Writes a PDF whose pages are pictures and nothing else: no text, no properties, no date, nothing of the file that it was made from.</summary>
internal sealed class PicturePdf : IDisposable
{
    private const int ObjectsBeforePages = 2;
    private const int ObjectsPerPage = 3;

    private readonly MemoryStream output = new();
    private readonly Dictionary<int, long> places = [];
    private int pages;

    public PicturePdf() => Write([.. "%PDF-1.5\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

    public long Length => output.Length;

    /// <summary>Adds a page that a picture fills.</summary>
    /// <param name="size">The size of the page.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="matrix">How the unit square of the picture lies on the page; null where it stands upright.</param>
    /// <param name="black">What is painted black over it.</param>
    public void AddPage(PageSize size, PdfPicture picture, string? matrix = null, IEnumerable<PageArea>? black = null)
    {
        var first = ObjectsBeforePages + (pages++ * ObjectsPerPage) + 1;
        var content = Encoding.ASCII.GetBytes(string.Join('\n',
            [$"q {matrix ?? Text($"{size.Width} 0 0 {size.Height} 0 0")} cm /P Do Q", .. (black ?? []).Select(area => Black(area, size))]));
        Begin(first, Text($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size.Width} {size.Height}] /Resources << /XObject << /P {first + 2} 0 R >> >> /Contents {first + 1} 0 R >>"));
        Begin(first + 1, Text($"<< /Length {content.Length} >>"), content);
        Begin(first + 2, Text($"<< /Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height} /BitsPerComponent 8 {picture.Form} /Length {picture.Data.Length} >>"), picture.Data);
    }

    public byte[] Finish()
    {
        Begin(1, "<< /Type /Catalog /Pages 2 0 R >>");
        Begin(2, Text($"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(0, pages).Select(page => $"{ObjectsBeforePages + (page * ObjectsPerPage) + 1} 0 R"))}] >>"));
        var start = output.Length;
        var table = new StringBuilder(Text($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var (_, place) in places.OrderBy(place => place.Key))
        {
            table.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }

        table.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        Write(Encoding.ASCII.GetBytes(table.ToString()));
        return output.ToArray();
    }

    public void Dispose() => output.Dispose();

    private void Begin(int number, string dictionary, byte[]? stream = null)
    {
        places[number] = output.Length;
        Write(Encoding.ASCII.GetBytes(Text($"{number} 0 obj\n{dictionary}\n")));
        if (stream is not null)
        {
            Write("stream\n"u8);
            Write(stream);
            Write("\nendstream\n"u8);
        }

        Write("endobj\n"u8);
    }

    private static string Black(PageArea area, PageSize size) => Text(
        $"0 g {area.Left * size.Width:0.###} {(1 - area.Top - area.Height) * size.Height:0.###} {area.Width * size.Width:0.###} {area.Height * size.Height:0.###} re f");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private void Write(ReadOnlySpan<byte> bytes) => output.Write(bytes);
}

/// <summary>A picture as a PDF holds it.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Form">Its colours and its compression, as the PDF says them.</param>
/// <param name="Data">The compressed picture.</param>
internal sealed record PdfPicture(int Width, int Height, string Form, byte[] Data)
{
    private const byte Up = 2;

    /// <summary>Pixels without loss: each row as what differs from the row above.</summary>
    public static PdfPicture Of(PixelPage page)
    {
        var isGrey = page.IsGrey;
        var (bytes, colours) = isGrey ? (page.ToGrey(), 1) : (page.Pixels, 3);
        var stride = page.Width * colours;
        var row = new byte[stride + 1];
        row[0] = Up;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var start = 0; start < bytes.Length; start += stride)
            {
                for (var at = 0; at < stride; at++)
                {
                    row[at + 1] = (byte)(bytes[start + at] - (start == 0 ? 0 : bytes[start + at - stride]));
                }

                zlib.Write(row);
            }
        }

        return new PdfPicture(
            page.Width,
            page.Height,
            FormattableString.Invariant($"/ColorSpace /{(isGrey ? "DeviceGray" : "DeviceRGB")} /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {colours} /BitsPerComponent 8 /Columns {page.Width} >>"),
            packed.ToArray());
    }

    /// <summary>A JPEG as it is.</summary>
    public static PdfPicture Of(JpegFacts facts, byte[] jpeg) => new(facts.Width, facts.Height, facts.Components switch
    {
        1 => "/ColorSpace /DeviceGray /Filter /DCTDecode",
        4 => $"/ColorSpace /DeviceCMYK /Filter /DCTDecode{(facts.IsAdobe ? " /Decode [1 0 1 0 1 0 1 0]" : "")}",
        _ => "/ColorSpace /DeviceRGB /Filter /DCTDecode",
    }, jpeg);
}
