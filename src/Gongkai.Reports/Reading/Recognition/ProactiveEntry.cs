using System.Collections.Immutable;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>A label of table two.</summary>
internal sealed class ProactiveEntry : TableEntry
{
    /// <summary>The row's key in addresses.</summary>
    public required string Row { get; init; }

    /// <summary>How many cells the header above it has.</summary>
    public required int HeaderCells { get; init; }

    /// <summary>The grid columns that the header above it names, in order.</summary>
    public required ImmutableArray<int> HeaderColumns { get; init; }
}
