using Gongkai.Reports;
using Gongkai.Reports.Form;
using Gongkai.Reports.Writing;
using Gongkai.Testing.Published;
using Gongkai.Testing.Reports;

namespace Gongkai.Cli.Tests;

/// <summary>A folder of made-up reports that is gone when the test is over.</summary>
public sealed class ReportFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gongkai-");

    /// <summary>Where it is.</summary>
    public string Path => folder.FullName;

    /// <summary>A report whose figures agree.</summary>
    public static AnnualReport Sound(string agency = "青石县白杨镇人民政府", int year = 2024)
    {
        var report = RandomReport.Make(new Random(7), ReportTraits.Ordinary);
        return report with
        {
            Agency = agency,
            Signatory = agency,
            Year = year,
            Title = $"{agency}{year}年政府信息公开工作年度报告",
            Period = new StatisticalPeriod(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
            SignedOn = new DateOnly(year + 1, 1, 15),
            Preamble = $"统计期限自{year}年1月1日至{year}年12月31日。",
        };
    }

    /// <summary>The same with one figure that breaks two identities.</summary>
    public static AnnualReport Broken(string agency = "青石县白杨镇人民政府", int year = 2024)
    {
        var report = Sound(agency, year);
        var wrong = NationalForm.Request(RequestRow.Received, ApplicantColumn.Natural);
        return report with { Figures = report.Figures.With([new(wrong, Cell.Number(report.Figures[wrong].Value + 7))]) };
    }

    /// <summary>Puts a report there as plain text.</summary>
    public string AddText(string name, AnnualReport report) =>
        Add(name, PublishedLayouts.Named("tabs, every place printed").Render(report, new Random(1)).Bytes);

    /// <summary>Puts a report there in a format of ours.</summary>
    public string AddWritten(string name, AnnualReport report, WriteFormat format)
    {
        using var bytes = new MemoryStream();
        ReportWriter.Write(report, format, bytes);
        return Add(name, bytes.ToArray());
    }

    /// <summary>Puts any file there.</summary>
    public string Add(string name, byte[] bytes)
    {
        var path = Of(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The path of a name in it.</summary>
    public string Of(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
