using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Rules;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Platform.Screening.Files;

/// <summary>Looks into an attachment: its texts, what it hides, what it says of who made it. Any bytes give hits; what could not be looked into is one of them.</summary>
public static class AttachmentScreening
{
    /// <summary>Which state of these rules a file was looked into with: where it is another, the file is looked into again.</summary>
    public const int Edition = 2;

    private static readonly SemaphoreSlim Turn = new(2);

    /// <summary>Everything that was found in a file.</summary>
    public static async Task<IReadOnlyList<ScreeningHit>> OfAsync(string name, ReadOnlyMemory<byte> file, WordBook words, ScreeningSettings settings, CancellationToken cancellation)
    {
        await Turn.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Of(name, file, words, settings), cancellation);
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>A copy without what can be taken out of it and is not seen: comments, hidden parts and properties of office files, the properties of PDFs, the notes of pictures; null where there is nothing of ours to do.</summary>
    public static CleanedFile? Clean(ReadOnlyMemory<byte> file) => OfficeCleaning.Clean(file) ?? PdfScreening.Clean(file) ?? PictureNotes.Clean(file.Span);

    private static IReadOnlyList<ScreeningHit> Of(string name, ReadOnlyMemory<byte> file, WordBook words, ScreeningSettings settings)
    {
        var place = new HitPlace(HitField.File) { File = name };
        settings = settings with { IsListOfAid = settings.IsListOfAid || AidRules.IsAboutAid(name) };
        var found = Sniffing.KindOf(file) switch
        {
            SourceKind.Word or SourceKind.OldWord or SourceKind.Excel or SourceKind.OldExcel or SourceKind.EncryptedOffice => Office(place, file, words, settings),
            SourceKind.Pdf => PdfScreening.Of(place, file).Concat(Text(place, file, words, settings)),
            SourceKind.Picture => PictureNotes.Of(place, file.Span),
            SourceKind.Text or SourceKind.Csv or SourceKind.Html or SourceKind.OpenDocument or SourceKind.RichText => Text(place, file, words, settings),
            SourceKind.Empty => [Unread(place, "文件是空的；请重新上传。")],
            SourceKind.Zip or SourceKind.OtherArchive => [Unread(place, "压缩包里的文件没有检查，也不能一键清理；请解压，改好以后逐个上传，再删去压缩包。")],
            _ => [Unread(place, "这种格式的文件没有检查；请人工核对，或者转成 PDF、Word 再上传。")],
        };
        return TextScreening.Numbered(found);
    }

    internal static ScreeningHit Unread(HitPlace place, string message) => new(ScreeningRules.Unreadable, ScreeningSeverity.Warning, place, place.File ?? "", message);

    private static IEnumerable<ScreeningHit> Office(HitPlace place, ReadOnlyMemory<byte> file, WordBook words, ScreeningSettings settings)
    {
        var result = OfficeScreening.Screen(file);
        if (result is null or { Complaint: not null })
        {
            return [Unread(place, result?.Complaint ?? "文件打不开，没有检查；请重新保存以后再上传。")];
        }

        var hidden = result.Hits.Where(hit => hit.NeedsWord).ToList();
        var left = hidden.Count == 0 ? [] : OfficeCleaning.Clean(file)?.Left ?? hidden;
        return hidden.SelectMany(hit => Hidden(place, hit, !left.Contains(hit), words, settings)).Concat(IsExcel(file) ? Sheets(place, file, words, settings) : Text(place, file, words, settings));
    }

    private static bool IsExcel(ReadOnlyMemory<byte> file) => Sniffing.KindOf(file) is SourceKind.Excel or SourceKind.OldExcel;

    private static IEnumerable<ScreeningHit> Sheets(HitPlace place, ReadOnlyMemory<byte> file, WordBook words, ScreeningSettings settings)
    {
        try
        {
            var text = ExcelTexts.Read(place.File!, OfficeScreening.Open(file, Sniffing.KindOf(file)));
            return TextScreening.Of(text, words, settings);
        }
        catch (UnreadableSourceException exception)
        {
            return [Unread(place, exception.Message)];
        }
    }

    private static IEnumerable<ScreeningHit> Text(HitPlace place, ReadOnlyMemory<byte> file, WordBook words, ScreeningSettings settings)
    {
        var outcome = SourceReader.Read(file, ReadLimits.Default);
        return outcome.Document is { } document ? TextScreening.Of(SourceTexts.Of(place.File!, document), words, settings) : [Unread(place, $"没有检查：{outcome.Failure}")];
    }

    /// <summary>What is hidden, and what the rules of texts say of it: an identity number in a comment is worse than a comment.</summary>
    private static IEnumerable<ScreeningHit> Hidden(HitPlace place, HiddenContent hidden, bool mayBeCleaned, WordBook words, ScreeningSettings settings)
    {
        var rule = hidden.Kind == HiddenKind.Property ? ScreeningRules.FileProperty : ScreeningRules.HiddenInFile;
        var inside = hidden.Excerpt is { } excerpt && hidden.Kind != HiddenKind.Property
            ? TextScreening.Of(new ScreenedText([new ScreenedPassage(place, excerpt)], []), words, settings).Where(hit => hit.Severity == ScreeningSeverity.Grave).ToList()
            : [];
        var severity = inside.Count > 0 ? ScreeningSeverity.Grave : hidden.Kind == HiddenKind.Property ? ScreeningSeverity.Hint : ScreeningSeverity.Warning;
        var what = ScreeningWords.Of(hidden.Kind);
        var found = inside.Count > 0 ? string.Join('、', inside.Select(hit => hit.Found)) : hidden.Excerpt ?? what;
        yield return new ScreeningHit(rule, severity, place, found, $"{hidden.Place}：{what}，别人下载以后能看到{(inside.Count > 0 ? "，里面有" + string.Join('、', inside.Select(hit => hit.Rule.Title).Distinct()) : "")}；{(mayBeCleaned ? "可以一键清除，或者" : "不能一键清除，请")}{ScreeningWords.ByHand(hidden.Kind)}。")
        {
            Around = hidden.Place, MayBeCleaned = mayBeCleaned,
        };
    }
}
