using Gongkai.Reports;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Cli.Running;

/// <summary>Reads the one report that a path names.</summary>
internal static class SingleReport
{
    /// <summary>The report, or a sentence that says why there is not exactly one.</summary>
    public static (AnnualReport? Report, string? Failure) Read(string path)
    {
        var files = SourceFiles.Enumerate([path], ReadLimits.Default).Take(2).ToList();
        if (files.Count != 1)
        {
            return (null, files.Count == 0 ? $"“{path}”里没有报告。" : $"“{path}”里不止一份报告，这里只能给一份。");
        }

        var outcome = ReportReader.Read(files[0], ReadLimits.Default);
        return (outcome.Report, outcome.Failure is { } failure ? $"{files[0].Name}：{failure}" : null);
    }
}
