using System.Security.Cryptography;
using Gongkai.Reports.Csv;
using Gongkai.Reports.Json;
using Gongkai.Reports.Reading.Files;
using Gongkai.Reports.Reading.Recognition;

namespace Gongkai.Reports.Reading;

/// <summary>The front door: one file in, one report or one sentence out. Bad input never throws.</summary>
public static class ReportReader
{
    /// <summary>Reads a file, within the limits.</summary>
    public static ReadOutcome Read(SourceFile file, ReadLimits limits)
    {
        try
        {
            return Read(file.Name, file.Open(limits), limits);
        }
        catch (UnreadableSourceException exception)
        {
            return ReadOutcome.Failed(exception.Message);
        }
    }

    /// <summary>Reads bytes that are in memory, within the limits.</summary>
    /// <param name="name">What to call them in <see cref="ReportSource.Name"/>.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="limits">The bounds.</param>
    public static ReadOutcome Read(string name, ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        if (bytes.Length > limits.FileBytes)
        {
            return ReadOutcome.Failed(SourceFile.TooLarge(limits).Message);
        }

        var kind = Sniffing.KindOf(bytes);
        return kind switch
        {
            SourceKind.Json => Name(ReportJson.Read(bytes), name, "json", bytes),
            SourceKind.Csv => Name(ReportCsv.Read(bytes), name, "csv", bytes),
            _ => Recognise(name, bytes, kind, limits),
        };
    }

    private static ReadOutcome Recognise(string name, ReadOnlyMemory<byte> bytes, SourceKind kind, ReadLimits limits)
    {
        var (document, failure) = SourceReader.Read(bytes, kind, limits);
        if (document is null)
        {
            return ReadOutcome.Failed(failure!);
        }

        return Name(ReadOutcome.Read(ReportRecogniser.Recognise(document)), name, document.Kind, bytes);
    }

    private static ReadOutcome Name(ReadOutcome outcome, string name, string kind, ReadOnlyMemory<byte> bytes) =>
        outcome.Report is { } report
            ? ReadOutcome.Read(report with { Source = new ReportSource(name, kind, Convert.ToHexStringLower(SHA256.HashData(bytes.Span))) })
            : outcome;
}
