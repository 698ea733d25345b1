using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Conversion;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Platform.Screening;

/// <summary>Looks into a Word or Excel file for what one does not see in it. Any bytes give hits or one sentence.</summary>
public static class OfficeScreening
{
    /// <summary>What is hidden in a file; null where it is neither Word nor Excel.</summary>
    public static ScreeningResult? Screen(ReadOnlyMemory<byte> file)
    {
        var kind = Sniffing.KindOf(file);
        if (kind == SourceKind.EncryptedOffice)
        {
            return new ScreeningResult([], "文件设有密码，不能检查；请去掉密码以后再上传。");
        }

        if (kind is not (SourceKind.Word or SourceKind.Excel or SourceKind.OldWord or SourceKind.OldExcel))
        {
            return null;
        }

        try
        {
            var package = Open(file, kind);
            var hits = kind is SourceKind.Word or SourceKind.OldWord ? new WordScreening(package).Hits() : new ExcelScreening(package).Hits();
            return new ScreeningResult([.. hits.Concat(PackageScreening.Hits(package)).Take(ScreeningResult.Most)], null);
        }
        catch (UnreadableSourceException exception)
        {
            return new ScreeningResult([], exception.Message);
        }
    }

    /// <summary>The parts of a file; one of the old formats is converted first.</summary>
    internal static OfficePackage Open(ReadOnlyMemory<byte> file, SourceKind kind) => OfficePackage.Read(kind switch
    {
        SourceKind.OldWord => OfficeConversion.ToWord(file, kind, ReadLimits.Default),
        SourceKind.OldExcel => OfficeConversion.ToExcel(file, ReadLimits.Default),
        _ => file,
    });
}
