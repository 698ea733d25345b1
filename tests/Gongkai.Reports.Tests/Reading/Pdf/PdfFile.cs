using System.Globalization;
using System.Text;

namespace Gongkai.Reports.Tests.Reading.Pdf;

/// <summary>Makes PDFs whose words and lines stand where a test wants them; points from the top left corner. Letters are ASCII: no fonts are needed.</summary>
internal sealed class PdfFile(int width = 595, int height = 842)
{
    private readonly List<StringBuilder> pages = [];

    public PdfFile Page()
    {
        pages.Add(new StringBuilder());
        return this;
    }

    public PdfFile Text(double x, double y, string text, double size = 10)
    {
        pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf 1 0 0 1 {x} {height - y} Tm ({text.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET\n");
        return this;
    }

    public PdfFile Line(double x0, double y0, double x1, double y1)
    {
        pages[^1].Append(CultureInfo.InvariantCulture, $"0.5 w {x0} {height - y0} m {x1} {height - y1} l S\n");
        return this;
    }

    /// <summary>A rule as Word draws it: a thin filled box.</summary>
    public PdfFile Bar(double x, double y, double wide, double high)
    {
        pages[^1].Append(CultureInfo.InvariantCulture, $"{x} {height - y - high} {wide} {high} re f\n");
        return this;
    }

    /// <summary>All lines of a grid.</summary>
    public PdfFile Grid(double[] xs, double[] ys)
    {
        foreach (var x in xs)
        {
            Line(x, ys[0], x, ys[^1]);
        }

        foreach (var y in ys)
        {
            Line(xs[0], y, xs[^1], y);
        }

        return this;
    }

    public byte[] ToBytes()
    {
        var objects = new List<string>
        {
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select((_, index) => $"{4 + (2 * index)} 0 R"))}]>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        };
        foreach (var page in pages)
        {
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Resources<</Font<</F1 3 0 R>>>>/Contents {objects.Count + 2} 0 R>>");
            objects.Add($"<</Length {page.Length}>>stream\n{page}endstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var index = 0; index < objects.Count; index++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj{objects[index]}endobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
