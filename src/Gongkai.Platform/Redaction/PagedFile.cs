using System.Diagnostics;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Conversion;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Platform.Redaction;

/// <summary>
/// A PDF or a picture, page by page: to be looked at, to be searched, and to be blackened. What is blackened is made anew out of the pixels of its
/// pages alone, so that nothing of what lay under the black, and nothing else of the file, is left in it.
/// </summary>
public sealed class PagedFile : IDisposable
{
    private const double Resolution = 200;
    private const double LookResolution = 90;
    private const double PictureResolution = 110;
    private const int PictureQuality = 80;
    private const int ResultQuality = 88;
    private const double PointsPerInch = 72;

    // A page of letters is smaller without loss than as a JPEG; a page that is larger than this is a photograph.
    private const int PhotographBytes = 700_000;

    private static readonly SemaphoreSlim Turn = new(2);

    private readonly TemporaryFolder folder = new();
    private readonly RedactionLimits limits;
    private readonly string path;

    private PagedFile(ReadOnlyMemory<byte> pdf, RedactionLimits limits)
    {
        this.limits = limits;
        path = folder.File("source.pdf");
        using var file = File.Create(path);
        file.Write(pdf.Span);
    }

    /// <summary>How large its pages are.</summary>
    public IReadOnlyList<PageSize> Pages { get; private set; } = [];

    /// <summary>Whether a file of this content type can be opened.</summary>
    public static bool Takes(string contentType) => contentType is "application/pdf" or "image/jpeg" or "image/png";

    /// <summary>Opens a file for the time of a piece of work; at most two at once.</summary>
    /// <exception cref="UnreadableSourceException">It is damaged, has a password, is past the limits, or poppler is not there: the message is for people.</exception>
    public static async Task<T> UseAsync<T>(ReadOnlyMemory<byte> file, Func<PagedFile, T> work, CancellationToken cancellation, RedactionLimits? limits = null)
    {
        await Turn.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() =>
            {
                using var opened = Open(file, limits ?? RedactionLimits.Default);
                return work(opened);
            }, cancellation);
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>A page as a JPEG, to be looked at.</summary>
    public byte[] PictureOf(int page) => Poppler.JpegOf(path, page, Math.Min(PictureResolution, MostFor(page)), PictureQuality, limits);

    /// <summary>The words of its pages; empty pages where it was scanned.</summary>
    public IReadOnlyList<PageText> Texts() => Poppler.WordsOf(path, Pages, limits);

    /// <summary>What the file says of who made it.</summary>
    public IReadOnlyList<(string Name, string Value)> Properties() => Poppler.PropertiesOf(path, limits);

    /// <summary>The words of each page that are in the file and cannot be seen.</summary>
    public IReadOnlyList<PageText> Unseen() =>
        [.. Texts().Where(page => page.Words.Count > 0 && page.Page <= Pages.Count).Select(page => UnseenWords.Of(page, Poppler.PixelsOf(path, page.Page, Math.Min(LookResolution, MostFor(page.Page)), limits))).OfType<PageText>()];

    /// <summary>The new PDF, with these areas black.</summary>
    public byte[] Blacken(IReadOnlyList<PageArea> areas)
    {
        var byPage = areas.Select(area => area.OnPage()).OfType<PageArea>().ToLookup(area => area.Page);
        var started = Stopwatch.GetTimestamp();
        using var result = new PicturePdf();
        for (var page = 1; page <= Pages.Count; page++)
        {
            AddPage(result, page, [.. byPage[page]]);
            if (Stopwatch.GetElapsedTime(started) > limits.Whole)
            {
                throw new UnreadableSourceException($"遮盖这个文件超过 {limits.Whole.TotalMinutes:0} 分钟，已停止；请拆成几个文件。");
            }

            if (result.Length > limits.ResultBytes)
            {
                throw new UnreadableSourceException($"遮盖以后的文件会超过 {limits.ResultBytes / 1_000_000} MB，没有生成；请拆成几个文件。");
            }
        }

        return result.Finish();
    }

    public void Dispose() => folder.Dispose();

    /// <exception cref="UnreadableSourceException">It is damaged, has a password, is past the limits, or poppler is not there.</exception>
    internal static PagedFile Open(ReadOnlyMemory<byte> file, RedactionLimits limits)
    {
        if (file.Length > limits.Bytes)
        {
            throw new UnreadableSourceException($"文件超过 {limits.Bytes / 1_000_000} MB，不能遮盖；请拆成几个文件。");
        }

        var pdf = Sniffing.KindOf(file) switch
        {
            SourceKind.Pdf => file,
            SourceKind.Picture => PictureFile.ToPdf(file, limits),
            _ => throw new UnreadableSourceException("只能遮盖 PDF 文件和 JPEG、PNG 图片；其他格式请先转成 PDF。"),
        };
        var opened = new PagedFile(pdf, limits);
        try
        {
            opened.Pages = Poppler.SizesOf(opened.path, limits);
            return opened;
        }
        catch (UnreadableSourceException)
        {
            opened.Dispose();
            throw;
        }
    }

    private void AddPage(PicturePdf result, int page, IReadOnlyList<PageArea> black)
    {
        var resolution = Math.Min(Resolution, MostFor(page));
        var pixels = Poppler.PixelsOf(path, page, resolution, limits);
        foreach (var area in black)
        {
            pixels.Blacken(area);
        }

        var size = Pages[page - 1];
        var exact = PdfPicture.Of(pixels);
        if (exact.Data.Length < PhotographBytes || AsPhotograph(size, exact, resolution) is not { } photograph || photograph.Data.Length >= exact.Data.Length)
        {
            result.AddPage(size, exact);
            return;
        }

        // A JPEG blurs the edges of the black; it is painted once more, over pixels that are black already.
        result.AddPage(size, photograph, black: black);
    }

    private PdfPicture? AsPhotograph(PageSize size, PdfPicture blackened, double resolution)
    {
        var single = folder.File("page.pdf");
        using var pdf = new PicturePdf();
        pdf.AddPage(size, blackened);
        File.WriteAllBytes(single, pdf.Finish());
        var jpeg = Poppler.JpegOf(single, 1, resolution, ResultQuality, limits);
        return JpegFacts.Read(jpeg) is { } facts ? PdfPicture.Of(facts, jpeg) : null;
    }

    /// <summary>The resolution at which a page's longer side has as many pixels as are allowed.</summary>
    private double MostFor(int page) => limits.Side * PointsPerInch / Math.Max(Pages[page - 1].Width, Pages[page - 1].Height);
}
