using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Platform.Screening;

/// <summary>Makes a copy of a Word or Excel file without what is hidden in it, as far as that can be done without changing what one sees.</summary>
public static class OfficeCleaning
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The copy, with what is left in it to be done by hand; null where the file is neither, or cannot be opened.</summary>
    public static CleanedFile? Clean(ReadOnlyMemory<byte> file)
    {
        var kind = Sniffing.KindOf(file);
        if (kind is not (SourceKind.Word or SourceKind.Excel or SourceKind.OldWord or SourceKind.OldExcel))
        {
            return null;
        }

        try
        {
            var package = OfficeScreening.Open(file, kind);
            var isWord = kind is SourceKind.Word or SourceKind.OldWord;
            if (isWord)
            {
                WordCleaning.Clean(package);
            }
            else
            {
                ExcelCleaning.Clean(package);
            }

            package.Remove(PackageScreening.PropertyParts(package));
            var content = package.Write();
            return new CleanedFile(content, isWord ? "docx" : "xlsx", isWord ? WordType : ExcelType, [.. (OfficeScreening.Screen(content)?.Hits ?? []).Where(hit => hit.NeedsWord)]);
        }
        catch (UnreadableSourceException)
        {
            return null;
        }
    }
}

/// <summary>A copy without what was hidden.</summary>
/// <param name="Content">The file.</param>
/// <param name="Extension">What its name ends with.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Left">What is still hidden in it and has to be looked at by hand.</param>
public sealed record CleanedFile(byte[] Content, string Extension, string ContentType, IReadOnlyList<HiddenContent> Left);
