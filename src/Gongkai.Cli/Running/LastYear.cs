using Gongkai.Reports;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Cli.Running;

/// <summary>
/// Finds last year's report of an agency. Of a folder only the names are kept, and a report is read again when it is asked for,
/// so that ten thousand of them take little room.
/// </summary>
internal sealed class LastYear
{
    private readonly AnnualReport? only;
    private readonly Dictionary<(string Agency, int Year), SourceFile> byAgency = [];
    private readonly Dictionary<string, SourceFile> byFileName = new(StringComparer.OrdinalIgnoreCase);

    private LastYear(AnnualReport? only) => this.only = only;

    /// <summary>Whether there is anything to look for.</summary>
    public bool IsKnown => this != None;

    /// <summary>No report of last year is known.</summary>
    public static LastYear None { get; } = new(only: null);

    /// <summary>Reads a file, or learns the names of a folder.</summary>
    /// <returns>Last year, or a sentence that says why it could not be read.</returns>
    public static async Task<(LastYear? Last, string? Failure)> OpenAsync(string? path, int jobs, CancellationToken cancellation)
    {
        if (path is null)
        {
            return (None, null);
        }

        if (!Path.Exists(path))
        {
            return (null, $"没有“{path}”这个上年报告。");
        }

        if (File.Exists(path) && !Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase))
        {
            var outcome = ReportReader.Read(SourceFiles.Enumerate([path], ReadLimits.Default).First(), ReadLimits.Default);
            return outcome.Report is { } report ? (new LastYear(report), null) : (null, $"上年报告“{path}”未能读取：{outcome.Failure}");
        }

        var folder = new LastYear(only: null);
        await OrderedWork.RunAsync(
            SourceFiles.Enumerate([path], ReadLimits.Default),
            jobs,
            file => (File: file, Report: Read(file)),
            read => folder.Learn(read.File, read.Report),
            cancellation);
        return (folder, null);
    }

    /// <summary>Last year's report of the same agency, or null where there is none.</summary>
    public AnnualReport? Of(AnnualReport report)
    {
        if (only is not null)
        {
            return only;
        }

        if (report is { Agency: { } agency, Year: { } year } && byAgency.TryGetValue((Plain(agency), year - 1), out var file))
        {
            return Read(file);
        }

        return report.Source is { } source
            && byFileName.TryGetValue(WithoutYear(source.Name), out var namesake)
            && Read(namesake) is { } before
            && MayBeOf(before, report)
                ? before
                : null;
    }

    /// <summary>The name without its extension and its year, as <c>甲镇-2023.docx</c> and <c>甲镇-2024.html</c> are of one agency.</summary>
    internal static string WithoutYear(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        for (var index = 0; index + 4 <= name.Length; index++)
        {
            if (name[index] == '2' && name[index + 1] == '0' && char.IsAsciiDigit(name[index + 2]) && char.IsAsciiDigit(name[index + 3]))
            {
                return name.Remove(index, 4);
            }
        }

        return name;
    }

    private static string Plain(string agency) => string.Concat(Folding.Fold(agency).Where(character => character != ' '));

    private static AnnualReport? Read(SourceFile file) => ReportReader.Read(file, ReadLimits.Default).Report;

    /// <summary>A name alone is weak: what both reports say of agency and year must not speak against it.</summary>
    private static bool MayBeOf(AnnualReport before, AnnualReport report) =>
        (before.Agency is null || report.Agency is null || Plain(before.Agency) == Plain(report.Agency))
        && (before.Year is null || report.Year is null || before.Year == report.Year - 1);

    private void Learn(SourceFile file, AnnualReport? report)
    {
        if (report is { Agency: { } agency, Year: { } year })
        {
            byAgency.TryAdd((Plain(agency), year), file);
        }

        byFileName.TryAdd(WithoutYear(file.Name), file);
    }
}
