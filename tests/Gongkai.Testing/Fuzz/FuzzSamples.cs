using System.Collections.Immutable;
using System.Text;
using Gongkai.Reports.Csv;
using Gongkai.Testing.Published;
using Gongkai.Testing.Reports;

namespace Gongkai.Testing.Fuzz;

/// <summary>Whole files for a fuzz test to spoil.</summary>
internal static class FuzzSamples
{
    // As many reports as there are of each layout: enough to be unlike each other, few enough to be kept.
    private const int Reports = 4;

    private static readonly Dictionary<string, Lazy<ImmutableArray<byte[]>>> Files = new()
    {
        ["txt"] = Printed("txt"),
        ["html"] = Printed("html"),
        ["docx"] = Printed("docx"),
        ["xlsx"] = Printed("xlsx"),
        ["json"] = Written(static report => Encoding.UTF8.GetBytes(ReportJson.Write(report))),
        ["csv"] = Written(static report =>
        {
            var file = new MemoryStream();
            ReportCsv.Write(file, report);
            return file.ToArray();
        }),
    };

    /// <summary>The files of a format.</summary>
    public static ImmutableArray<byte[]> Of(string kind) => Files[kind].Value;

    private static Lazy<ImmutableArray<byte[]>> Printed(string kind) => new(() =>
    [
        .. PublishedLayouts.Of(kind).SelectMany(layout => Enumerable.Range(0, Reports).Select(seed => layout.Render(RandomReport.Make(seed), new Random(seed)).Bytes)),
    ]);

    private static Lazy<ImmutableArray<byte[]>> Written(Func<AnnualReport, byte[]> write) => new(() =>
        [.. Enumerable.Range(0, 4 * Reports).Select(seed => write(RandomReport.Make(seed)))]);
}
