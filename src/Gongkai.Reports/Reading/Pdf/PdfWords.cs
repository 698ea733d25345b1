using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Reports.Reading.Conversion;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>The words of a PDF with their places, from poppler's <c>pdftotext -bbox-layout</c>, read while it writes.</summary>
internal static class PdfWords
{
    private static readonly Lazy<string?> Program = new(static () => OutsideProgram.FindOrNull("pdftotext", "/opt/homebrew/bin/pdftotext"));

    public static bool IsAvailable => Program.Value is not null;

    public static List<PdfPage> Read(string path, ReadLimits limits)
    {
        var program = Program.Value ?? throw new UnreadableSourceException(
            "读 PDF 需要 poppler 的 pdftotext，本机没有找到；请安装 poppler-utils（Debian/Ubuntu：apt install poppler-utils；macOS：brew install poppler）后再试。");
        var (pages, code, errors) = OutsideProgram.Run(
            program, ["-bbox-layout", "-enc", "UTF-8", "-q", path, "-"], limits.OutsideProgram, output => Parse(output, limits));
        if (errors.Contains("password", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableSourceException("PDF 设有打开密码，读不了；请去掉密码后再试。");
        }

        if (code == 3)
        {
            throw new UnreadableSourceException("PDF 设置了禁止复制文字，读不了；请使用没有限制的 PDF，或报告的 Word、网页版本。");
        }

        return code == 0 && pages is not null
            ? pages
            : throw new UnreadableSourceException("PDF 已损坏或不完整，打不开，也可能设有密码；请重新下载或重新导出后再试。");
    }

    private static List<PdfPage>? Parse(Stream output, ReadLimits limits)
    {
        var pages = new List<PdfPage>();
        var words = 0;
        using var text = new StreamReader(output, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        using var reader = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            CheckCharacters = false,
            MaxCharactersInDocument = limits.UnpackedBytes,
        });
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (reader.LocalName == "page")
                {
                    pages.Add(new PdfPage(pages.Count + 1, Number(reader, "width"), Number(reader, "height")));
                }
                else if (reader.LocalName == "word" && pages.Count > 0)
                {
                    if (++words > limits.Blocks)
                    {
                        throw new UnreadableSourceException($"PDF 中的文字超过 {limits.Blocks} 处，不像是一份年度报告，没有读取。");
                    }

                    AddWord(pages[^1], reader);
                }
            }
        }
        catch (XmlException)
        {
            // Without a document pdftotext writes nothing; its exit code says why.
            return null;
        }

        return pages;
    }

    private static void AddWord(PdfPage page, XmlReader reader)
    {
        var (left, top, right, bottom) = (Number(reader, "xMin"), Number(reader, "yMin"), Number(reader, "xMax"), Number(reader, "yMax"));
        var text = reader.ReadElementContentAsString().Trim();
        if (text.Length > 0 && right > left && bottom > top)
        {
            page.Words.Add(new PdfWord(left, top, right, bottom, text));
        }
    }

    private static double Number(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
