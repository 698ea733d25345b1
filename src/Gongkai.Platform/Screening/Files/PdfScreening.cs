using Gongkai.Platform.Redaction;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Platform.Screening.Files;

/// <summary>What a PDF holds and does not show: words under coloured boxes, and what it says of who made it.</summary>
internal static class PdfScreening
{
    private const int MostShown = 60;

    public static IEnumerable<ScreeningHit> Of(HitPlace place, ReadOnlyMemory<byte> file)
    {
        try
        {
            using var pdf = PagedFile.Open(file, RedactionLimits.Default);
            var properties = pdf.Properties();
            var isCleaned = properties.Count == 0 || PdfCleaning.IsPossible(file);
            return [.. properties.Select(property => Property(place, property.Name, property.Value, isCleaned)), .. pdf.Unseen().Select(page => Covered(place, page))];
        }
        catch (UnreadableSourceException exception)
        {
            return [AttachmentScreening.Unread(place, exception.Message.Replace("遮盖", "检查", StringComparison.Ordinal))];
        }
    }

    /// <summary>The file without what it says of who made it; null where there is nothing of it to take out, or where pages would not be as they were.</summary>
    public static CleanedFile? Clean(ReadOnlyMemory<byte> file)
    {
        if (Sniffing.KindOf(file) != SourceKind.Pdf || PdfCleaning.Clean(file) is not { } cleaned)
        {
            return null;
        }

        try
        {
            using var before = PagedFile.Open(file, RedactionLimits.Default);
            using var after = PagedFile.Open(cleaned, RedactionLimits.Default);
            return after.Properties().Count == 0 && after.Pages.SequenceEqual(before.Pages) && Words(after).SequenceEqual(Words(before)) ? new CleanedFile(cleaned, "pdf", "application/pdf", []) : null;
        }
        catch (UnreadableSourceException)
        {
            return null;
        }
    }

    private static IEnumerable<PageWord> Words(PagedFile pdf) => pdf.Texts().SelectMany(page => page.Words);

    private static ScreeningHit Property(HitPlace place, string name, string value, bool isCleaned) =>
        new(ScreeningRules.FileProperty, ScreeningSeverity.Hint, place, Short(value), $"PDF 的属性里写着{name}“{Short(value)}”，别人下载以后能看到；{(isCleaned ? "可以一键清除。" : "文件有电子签章或者加了密，清除会使它失效，请去掉属性以后重新导出、重新签章。")}") { MayBeCleaned = isCleaned };

    private static ScreeningHit Covered(HitPlace place, PageText page)
    {
        var text = string.Join(' ', page.Words.Select(word => word.Text));
        var numbers = PersonalNumbers.In(text);
        var shown = numbers.Count > 0 ? string.Join('、', numbers.Select(number => number.Masked)) : Short(text);
        return new ScreeningHit(ScreeningRules.Covered, numbers.Count > 0 ? ScreeningSeverity.Grave : ScreeningSeverity.Warning, place with { Page = page.Page }, shown,
            $"这一页有 {page.Words.Count} 处文字看不见（盖在色块下面，或者与底色相同），复制粘贴就能看到{(numbers.Count > 0 ? "，里面有" + string.Join('、', numbers.Select(number => PersonalNumbers.WordOf(number.Kind)).Distinct()) : "")}；请用本系统的“遮盖”重新处理。");
    }

    private static string Short(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";
}
