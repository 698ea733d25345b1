namespace Gongkai.Reports.Reading;

/// <summary>What became of reading one file: a report, or a plain sentence in Chinese that says why not and what to do. Never both.</summary>
public sealed record ReadOutcome
{
    private ReadOutcome()
    {
    }

    /// <summary>The report, or null where the file could not be read.</summary>
    public AnnualReport? Report { get; private init; }

    /// <summary>Why the file could not be read, on one line; null where it was.</summary>
    public string? Failure { get; private init; }

    /// <summary>A report was read, well or badly: its findings say which.</summary>
    public static ReadOutcome Read(AnnualReport report) => new() { Report = report };

    /// <summary>The file could not be opened as what it is.</summary>
    public static ReadOutcome Failed(string failure) => new() { Failure = failure };
}
