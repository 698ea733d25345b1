using System.Collections.Immutable;

namespace Gongkai.Reports;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Worth a look; may be right as it stands.</summary>
    Note,

    /// <summary>Needs a word of explanation.</summary>
    Warning,

    /// <summary>Cannot be right.</summary>
    Error,
}

/// <summary>Something that is wrong with a report, or worth a look, and where.</summary>
/// <param name="Rule">The stable id of the rule, as in <c>requests.balance</c>.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Message">In Chinese: the cell, what stands there, what was expected.</param>
public sealed record Finding(string Rule, Severity Severity, string Message)
{
    /// <summary>The figures that it is about, most important first.</summary>
    public ImmutableArray<FigureAddress> At { get; init; } = [];

    /// <summary>The statutory number of the section that it is about, where it is about text.</summary>
    public int? Section { get; init; }

    /// <summary>What was expected, as text.</summary>
    public string? Expected { get; init; }

    /// <summary>What stands there, as text.</summary>
    public string? Actual { get; init; }

    /// <summary>The smallest changes that would settle it, best first. Offered, never applied.</summary>
    public ImmutableArray<Mend> Mends { get; init; } = [];
}

/// <summary>A set of cells whose change makes the figures agree.</summary>
/// <param name="Changes">The cells with the values that they would take.</param>
public sealed record Mend(ImmutableArray<MendedCell> Changes)
{
    /// <summary>Why this one is likely, in Chinese; empty where nothing speaks for it.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>One cell of a mend.</summary>
/// <param name="Address">Which cell.</param>
/// <param name="From">The figure that stands there; null where the cell was not read.</param>
/// <param name="To">The figure that it would become.</param>
public readonly record struct MendedCell(FigureAddress Address, decimal? From, decimal To);
