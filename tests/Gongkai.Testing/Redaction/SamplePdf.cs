using System.Globalization;
using System.Text;

namespace Gongkai.Testing.Redaction;

/// <summary>A PDF with known words at known places, with properties, a note, and words outside of what is shown of its pages.</summary>
public static class SamplePdf
{
    /// <summary>In points.</summary>
    public const double Width = 600;

    /// <summary>In points.</summary>
    public const double Height = 800;

    /// <summary>A page for each list of lines, each line at its own place, counted from the left and the top in points.</summary>
    public static byte[] Of(params IReadOnlyList<(double Left, double Top, string Text)>[] pages) => Write(pages, "", "");

    /// <summary>The same, with the crop box or the turn that is given.</summary>
    public static byte[] With(string pageEntries, params IReadOnlyList<(double Left, double Top, string Text)>[] pages) => Write(pages, pageEntries, "");

    private static byte[] Write(IReadOnlyList<(double Left, double Top, string Text)>[] pages, string pageEntries, string catalogEntries)
    {
        var objects = new List<string>
        {
            $"<< /Type /Catalog /Pages 2 0 R {catalogEntries} >>",
            $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', Enumerable.Range(0, pages.Length).Select(page => $"{5 + (page * 2)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Title (TopSecretTitle) /Author (TopSecretAuthor) >>",
        };
        foreach (var page in pages)
        {
            var content = string.Join('\n', page.Select(line => string.Create(CultureInfo.InvariantCulture, $"BT /F 20 Tf {line.Left} {Height - line.Top} Td ({line.Text}) Tj ET")));
            objects.Add(string.Create(CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] {pageEntries} /Resources << /Font << /F 3 0 R >> >> /Contents {objects.Count + 2} 0 R /Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] /Contents (TopSecretNote) >>] >>"));
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (one, index) in objects.Select((one, index) => (one, index)))
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{one}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
