using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Conversion;

namespace Gongkai.Platform.Redaction;

/// <summary>The programs of poppler: what a PDF is, how its pages look, where its words stand. A page is what a reader shows of it: its crop box.</summary>
internal static partial class Poppler
{
    private const int MostWords = 400_000;
    private const string Damaged = "PDF 已损坏或不完整，打不开；请重新导出，或者打印成 PDF 以后再试。";

    private static readonly Lazy<string?> Info = new(static () => OutsideProgram.FindOrNull("pdfinfo", "/opt/homebrew/bin/pdfinfo"));
    private static readonly Lazy<string?> Render = new(static () => OutsideProgram.FindOrNull("pdftoppm", "/opt/homebrew/bin/pdftoppm"));
    private static readonly Lazy<string?> Text = new(static () => OutsideProgram.FindOrNull("pdftotext", "/opt/homebrew/bin/pdftotext"));

    /// <summary>The sizes of its pages, as they are shown.</summary>
    /// <exception cref="UnreadableSourceException">It is damaged, has a password, has too many pages, or poppler is not there.</exception>
    public static IReadOnlyList<PageSize> SizesOf(string path, RedactionLimits limits)
    {
        var (lines, code, errors) = OutsideProgram.Run(
            Program(Info), ["-f", "1", "-l", limits.Pages.ToString(CultureInfo.InvariantCulture), "-enc", "UTF-8", path], limits.Page, ReadAll);
        if (errors.Contains("password", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableSourceException("PDF 设有打开密码，不能遮盖；请去掉密码以后重新上传。");
        }

        // What the file says of itself comes before what is so.
        var count = CountLine().Matches(lines).LastOrDefault();
        if (code != 0 || count is null || !int.TryParse(count.Groups[1].Value, CultureInfo.InvariantCulture, out var pages) || pages == 0)
        {
            throw new UnreadableSourceException(Damaged);
        }

        if (pages > limits.Pages)
        {
            throw new UnreadableSourceException($"文件有 {pages} 页，一次最多遮盖 {limits.Pages} 页；请拆成几个文件。");
        }

        var turns = TurnLine().Matches(lines).Select(match => match.Groups[1].Value is "90" or "270").ToList();
        PageSize[] sizes =
        [
            .. SizeLine().Matches(lines).Select((match, index) => turns.ElementAtOrDefault(index)
                ? new PageSize(Number(match.Groups[2].Value), Number(match.Groups[1].Value))
                : new PageSize(Number(match.Groups[1].Value), Number(match.Groups[2].Value))),
        ];
        return sizes.Length == pages && Array.TrueForAll(sizes, size => size is { Width: > 0, Height: > 0 }) ? sizes : throw new UnreadableSourceException(Damaged);
    }

    /// <summary>What the file says of who made it.</summary>
    public static IReadOnlyList<(string Name, string Value)> PropertiesOf(string path, RedactionLimits limits)
    {
        var (lines, _, _) = OutsideProgram.Run(Program(Info), ["-enc", "UTF-8", path], limits.Page, ReadAll);
        var (xmp, _, _) = OutsideProgram.Run(Program(Info), ["-meta", path], limits.Page, ReadAll);
        List<(string Name, string Value)> told =
        [
            .. from match in PropertyLine().Matches(lines)
               where match.Groups[2].Value.Trim().Length > 0
               select (match.Groups[1].Value switch { "Author" => "作者", "Subject" => "主题", _ => "关键词" }, match.Groups[2].Value.Trim()),
        ];
        return [.. told, .. XmpProperties(xmp).Where(property => !told.Exists(known => known.Value == property.Value)).Distinct()];
    }

    /// <summary>The pixels of a page.</summary>
    public static PixelPage PixelsOf(string path, int page, double resolution, RedactionLimits limits)
    {
        try
        {
            var (pixels, code, _) = OutsideProgram.Run(Program(Render), PageArguments(path, page, resolution, []), limits.Page, output => PixelPage.ReadPpm(output, limits.Pixels));
            return code == 0 ? pixels : throw new UnreadableSourceException(Damaged);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableSourceException(Damaged);
        }
    }

    /// <summary>A page as a JPEG.</summary>
    public static byte[] JpegOf(string path, int page, double resolution, int quality, RedactionLimits limits)
    {
        var (jpeg, code, _) = OutsideProgram.Run(
            Program(Render), PageArguments(path, page, resolution, ["-jpeg", "-jpegopt", FormattableString.Invariant($"quality={quality}")]), limits.Page, output =>
            {
                using var bytes = new MemoryStream();
                output.CopyTo(bytes);
                return bytes.ToArray();
            });
        return code == 0 && jpeg.Length > 0 ? jpeg : throw new UnreadableSourceException(Damaged);
    }

    /// <summary>The words of its pages, of these sizes, with their places; none where the PDF forbids to copy them.</summary>
    public static IReadOnlyList<PageText> WordsOf(string path, IReadOnlyList<PageSize> sizes, RedactionLimits limits)
    {
        var (pages, _, _) = OutsideProgram.Run(
            Program(Text), ["-bbox", "-cropbox", "-enc", "UTF-8", "-q", "-l", limits.Pages.ToString(CultureInfo.InvariantCulture), path, "-"], limits.Page, output => Parse(output, sizes));
        return pages;
    }

    private static string[] PageArguments(string path, int page, double resolution, string[] format)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        return ["-f", number, "-l", number, "-r", resolution.ToString("0.####", CultureInfo.InvariantCulture), "-cropbox", "-q", .. format, path];
    }

    private static List<PageText> Parse(Stream output, IReadOnlyList<PageSize> sizes)
    {
        var pages = new List<PageText>();
        var words = new List<PageWord>();
        var (size, count) = (default(PageSize), 0);
        using var text = new StreamReader(output, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false });
        try
        {
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "page" })
                {
                    // The words stand on the page as it is shown, though its width and height here are those before it is turned.
                    words = [];
                    size = sizes.ElementAtOrDefault(pages.Count);
                    pages.Add(new PageText(pages.Count + 1, words));
                }
                else if (reader is { NodeType: XmlNodeType.Element, LocalName: "word" } && size is { Width: > 0, Height: > 0 } && ++count <= MostWords)
                {
                    var (left, top, right, bottom) = (Attribute(reader, "xMin") / size.Width, Attribute(reader, "yMin") / size.Height, Attribute(reader, "xMax") / size.Width, Attribute(reader, "yMax") / size.Height);
                    if (reader.ReadElementContentAsString().Trim() is { Length: > 0 } word && right > left && bottom > top)
                    {
                        words.Add(new PageWord(left, top, right, bottom, word, (bottom - top) * size.Height > (right - left) * size.Width));
                    }
                }
            }
        }
        catch (XmlException)
        {
            // Where copying is forbidden or nothing can be read, pdftotext writes no document.
        }

        return pages;
    }

    /// <summary>Who made a file and who changed it, by its XMP.</summary>
    private static IEnumerable<(string Name, string Value)> XmpProperties(string xmp)
    {
        foreach (Match match in XmpElement().Matches(xmp))
        {
            if (string.Join(' ', Tag().Replace(match.Groups[2].Value, " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } value)
            {
                yield return (match.Groups[1].Value == "dc:creator" ? "作者" : "主题", System.Net.WebUtility.HtmlDecode(value));
            }
        }

        if (xmp.Contains("<xmpMM:History>", StringComparison.Ordinal))
        {
            yield return ("编辑记录", "XMP");
        }
    }

    private static string Program(Lazy<string?> program) => program.Value ?? throw new UnreadableSourceException(
        "遮盖需要 poppler 的 pdfinfo、pdftoppm 和 pdftotext，服务器上没有找到；请管理员安装 poppler-utils（Debian/Ubuntu：apt install poppler-utils）后再试。");

    private static string ReadAll(Stream output)
    {
        using var reader = new StreamReader(output, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static double Attribute(XmlReader reader, string name) => Number(reader.GetAttribute(name));

    private static double Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^(Author|Subject|Keywords):(.*)$", RegexOptions.Multiline)]
    private static partial Regex PropertyLine();

    [GeneratedRegex(@"<(dc:creator|dc:description)>(.{1,4000}?)</\1>", RegexOptions.Singleline)]
    private static partial Regex XmpElement();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^Pages:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex CountLine();

    [GeneratedRegex(@"^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts", RegexOptions.Multiline)]
    private static partial Regex SizeLine();

    [GeneratedRegex(@"^Page\s+\d+ rot:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex TurnLine();
}
