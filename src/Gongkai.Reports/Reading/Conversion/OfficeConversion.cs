using Gongkai.Reports.Reading.Files;

namespace Gongkai.Reports.Reading.Conversion;

/// <summary>Turns .doc, .wps, .odt and .rtf into .docx, and .docx into PDF, through LibreOffice, at most two files at a time.</summary>
public static class OfficeConversion
{
    private const int AtOnce = 2;

    private static readonly SemaphoreSlim Gate = new(AtOnce);
    private static readonly Lazy<string?> Program = new(static () =>
        OutsideProgram.FindOrNull("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"));

    /// <summary>Whether LibreOffice is there.</summary>
    public static bool IsAvailable => Program.Value is not null;

    /// <exception cref="UnreadableSourceException">LibreOffice is absent, took too long, or could not open the file.</exception>
    public static ReadOnlyMemory<byte> ToWord(ReadOnlyMemory<byte> file, SourceKind kind, ReadLimits limits) => Convert(
        file, Sniffing.NameOf(kind), "docx", limits,
        "读这种格式（.doc、.wps、.odt、.rtf）需要 LibreOffice，本机没有找到 soffice；请安装 LibreOffice（Debian/Ubuntu：apt install libreoffice-writer），或用 Word、WPS 另存为 .docx 再试。");

    /// <exception cref="UnreadableSourceException">LibreOffice is absent, took too long, or could not open the file.</exception>
    public static ReadOnlyMemory<byte> ToPdf(ReadOnlyMemory<byte> word, ReadLimits limits) => Convert(
        word, "docx", "pdf", limits,
        "转成 PDF 需要 LibreOffice，本机没有找到 soffice；请安装 LibreOffice（Debian/Ubuntu：apt install libreoffice-writer），或下载 Word 文件后另存为 PDF。");

    /// <summary>A text or a sheet of the old or the new kind as PDF.</summary>
    /// <exception cref="UnreadableSourceException">LibreOffice is absent, took too long, or could not open the file.</exception>
    public static ReadOnlyMemory<byte> ToPdf(ReadOnlyMemory<byte> file, SourceKind kind, ReadLimits limits) => Convert(
        file, Sniffing.NameOf(kind), "pdf", limits, "转成 PDF 需要 LibreOffice，服务器上没有找到；请用 Word 或 WPS 打开后另存为 PDF 再上传。");

    /// <summary>.xls as .xlsx.</summary>
    /// <exception cref="UnreadableSourceException">LibreOffice is absent, took too long, or could not open the file.</exception>
    public static ReadOnlyMemory<byte> ToExcel(ReadOnlyMemory<byte> file, ReadLimits limits) => Convert(
        file, "xls", "xlsx", limits, "读 .xls 需要 LibreOffice，服务器上没有找到；请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。");

    private static ReadOnlyMemory<byte> Convert(ReadOnlyMemory<byte> file, string from, string to, ReadLimits limits, string absent)
    {
        var soffice = Program.Value ?? throw new UnreadableSourceException(absent);
        Gate.Wait();
        try
        {
            using var folder = new TemporaryFolder();
            var source = folder.File("source." + from);
            using (var stream = File.Create(source))
            {
                stream.Write(file.Span);
            }

            var profile = new Uri(folder.File("profile")).AbsoluteUri;
            OutsideProgram.Run(
                soffice,
                [
                    $"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--nodefault",
                    "--convert-to", to, "--outdir", folder.File("out"), source,
                ],
                limits.OutsideProgram,
                static output =>
                {
                    output.CopyTo(Stream.Null);
                    return 0;
                });
            var result = new FileInfo(folder.File(Path.Combine("out", "source." + to)));
            if (!result.Exists || result.Length == 0)
            {
                throw new UnreadableSourceException("LibreOffice 打不开这个文件，可能已损坏或设有密码；请用 Word 或 WPS 打开后另存为新格式再试。");
            }

            return result.Length <= limits.FileBytes ? File.ReadAllBytes(result.FullName) : throw SourceFile.TooLarge(limits);
        }
        finally
        {
            Gate.Release();
        }
    }
}
