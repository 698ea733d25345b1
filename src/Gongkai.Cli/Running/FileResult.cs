using System.Collections.Immutable;
using Gongkai.Reports;

namespace Gongkai.Cli.Running;

/// <summary>What became of one file, and what is to be printed for it.</summary>
internal sealed record FileResult
{
    /// <summary>The file as the user knows it.</summary>
    public required string Name { get; init; }

    /// <summary>The report, where one was read.</summary>
    public AnnualReport? Report { get; init; }

    /// <summary>Why nothing was read or written, on one line; null where all went well.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether last year's report was found; null where it was not looked for.</summary>
    public bool? HasLast { get; init; }

    /// <summary>The findings that the exit code and the summary count.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What goes to standard output.</summary>
    public byte[] Output { get; init; } = [];

    /// <summary>The gravest finding, or null where there is none.</summary>
    public Severity? Gravest => Findings.IsEmpty ? null : Findings.Max(finding => finding.Severity);
}
