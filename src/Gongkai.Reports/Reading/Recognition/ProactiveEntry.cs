using System.Collections.Immutable;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>A label of table two.</summary>
/// <param name="slots">The slots of all labels of the table.</param>
internal sealed class ProactiveEntry(List<Slot> slots) : TableEntry(slots)
{
    /// <summary>The row of either edition.</summary>
    public required ProactiveRow Row { get; init; }

    /// <summary>How many cells the header above it has.</summary>
    public required int HeaderCells { get; init; }

    /// <summary>The grid columns that the header above it names, in order.</summary>
    public required ImmutableArray<int> HeaderColumns { get; init; }
}

/// <summary>The rows of table two in both editions together.</summary>
internal enum ProactiveRow
{
    Rules,
    NormativeDocuments,
    Licences,
    OtherServices,
    Penalties,
    Coercion,
    Charges,
    Procurement,
}
