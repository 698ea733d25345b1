using System.Collections.Immutable;

namespace Gongkai.Reports.Summing;

/// <summary>Many reports added into one, with what went into it and what did not.</summary>
public sealed record SummedReports
{
    /// <summary>The reports that were added, in the order in which they came; <see cref="NotAdded.Report"/> counts through them.</summary>
    public required ImmutableArray<IncludedReport> Included { get; init; }

    /// <summary>Each figure of both editions, at the index of its address.</summary>
    public required ImmutableArray<FigureSum> Figures { get; init; }

    /// <summary>
    /// The sum as a report. A cell is a number only where every report that has the figure gave it as a number; else it is
    /// <see cref="CellKind.Unreadable"/> and says what was added and how many could not be. It has no agency and no text.
    /// </summary>
    public required AnnualReport Report { get; init; }

    /// <summary>What was added of one figure.</summary>
    public FigureSum this[FigureAddress address] => Figures[address.Index];
}

/// <summary>A report that was added.</summary>
/// <param name="Agency">As in the report; null where it names none.</param>
/// <param name="Year">As in the report; null where it names none.</param>
/// <param name="Edition">The form that it was written on.</param>
/// <param name="Source">The name of its file; null where it has none.</param>
public sealed record IncludedReport(string? Agency, int? Year, Edition Edition, string? Source);

/// <summary>What was added of one figure.</summary>
/// <param name="Address">Which figure.</param>
/// <param name="Sum">The sum of the cells that are numbers, in the figure's unit.</param>
/// <param name="Added">How many cells were added.</param>
/// <param name="OnOtherForm">How many reports are written on a form that does not have this figure.</param>
/// <param name="NotAdded">The cells that could not be added, in the order of the reports.</param>
public sealed record FigureSum(FigureAddress Address, decimal Sum, int Added, int OnOtherForm, ImmutableArray<NotAdded> NotAdded);

/// <summary>A cell that could not be added.</summary>
/// <param name="Report">The place of its report in <see cref="SummedReports.Included"/>.</param>
/// <param name="Kind">What stood there; <see cref="CellKind.Missing"/> where the report leaves out a figure of its form.</param>
/// <param name="Raw">The text that stood there.</param>
public readonly record struct NotAdded(int Report, CellKind Kind, string Raw);
