using Gongkai.Reports.Form;

namespace Gongkai.Reports;

/// <summary>The cells of a report's three tables, one for each figure of the form; those that the report has not are <see cref="CellKind.Missing"/>.</summary>
public sealed class FigureSet : IEquatable<FigureSet>
{
    private readonly Cell[] cells;

    private FigureSet(Cell[] cells) => this.cells = cells;

    /// <summary>A report without any table.</summary>
    public static FigureSet Empty { get; } = new(new Cell[NationalForm.Count]);

    /// <summary>The cell at an address.</summary>
    public Cell this[FigureAddress address] => cells[address.Index];

    /// <summary>The cell of table three.</summary>
    public Cell this[RequestRow row, ApplicantColumn column] => cells[NationalForm.Request(row, column).Index];

    /// <summary>The cell of table four.</summary>
    public Cell this[DisputeGroup group, DisputeResult result] => cells[NationalForm.Dispute(group, result).Index];

    /// <summary>All cells, at the index of their address.</summary>
    public ReadOnlySpan<Cell> Cells => cells;

    /// <summary>The same set with some cells replaced.</summary>
    public FigureSet With(IEnumerable<KeyValuePair<FigureAddress, Cell>> changes)
    {
        var builder = new Builder(cells.AsSpan());
        foreach (var (address, cell) in changes)
        {
            builder[address] = cell;
        }

        return builder.Build();
    }

    /// <summary>Whether every cell holds the same; places and ways of writing a figure do not count.</summary>
    public bool Equals(FigureSet? other)
    {
        if (other is null)
        {
            return false;
        }

        for (var index = 0; index < cells.Length; index++)
        {
            if (!cells[index].HoldsSameAs(other.cells[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FigureSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var cell in cells)
        {
            hash.Add(cell.Kind);
            hash.Add(cell.ValueOrNull);
        }

        return hash.ToHashCode();
    }

    /// <summary>Collects cells; one use.</summary>
    public sealed class Builder
    {
        private readonly Cell[] cells;

        /// <summary>Starts with every cell missing.</summary>
        public Builder() => cells = new Cell[NationalForm.Count];

        internal Builder(ReadOnlySpan<Cell> cells) => this.cells = cells.ToArray();

        /// <summary>The cell at an address.</summary>
        public Cell this[FigureAddress address]
        {
            get => cells[address.Index];
            set => cells[address.Index] = value;
        }

        /// <summary>What the cell at an address holds.</summary>
        internal CellKind KindOf(FigureAddress address) => cells[address.Index].Kind;

        /// <summary>The finished set; the builder must not be used after it.</summary>
        public FigureSet Build() => new(cells);
    }
}
