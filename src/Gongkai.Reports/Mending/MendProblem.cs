namespace Gongkai.Reports.Mending;

/// <summary>The figures of one report on a network: which may change, which are unknown, and by how much each identity is out.</summary>
internal sealed class MendProblem
{
    /// <summary>No agency counts more than this; what stands there is no count, and it keeps sums within a long.</summary>
    private const decimal LargestCount = 1_000_000_000_000_000;

    private MendProblem(CellNetwork network)
    {
        Network = network;
        Value = new long[network.ArcCount];
        Freedom = new Freedom[network.ArcCount];
        Balance = new long[network.NodeCount];
    }

    public CellNetwork Network { get; }

    /// <summary>The figure of each arc; 0 where it is unknown.</summary>
    public long[] Value { get; }

    public Freedom[] Freedom { get; }

    /// <summary>For each node, what flows in less what flows out.</summary>
    public long[] Balance { get; }

    /// <summary>Cells that must change whatever else does: they contradict last year, or hold no count at all.</summary>
    public List<int> Forced { get; } = [];

    /// <summary>Whether every identity holds as it stands.</summary>
    public bool IsSettled => Forced.Count == 0 && !Balance.AsSpan().ContainsAnyExcept(0);

    /// <summary>Whether a cell was not read, neither here nor as last year's carry-over.</summary>
    public bool IsUnread(FigureSet figures, int arc) => Freedom[arc] == Mending.Freedom.Unknown && !figures[Network.Cells[arc]].IsNumber;

    public static MendProblem Of(CellNetwork network, FigureSet figures, CarryOver carryOver)
    {
        var problem = new MendProblem(network);
        for (var arc = 0; arc < network.ArcCount; arc++)
        {
            var cell = figures[network.Cells[arc]];
            if (carryOver.Required(network.Cells[arc]) is { } required)
            {
                problem.Freedom[arc] = Mending.Freedom.Fixed;
                problem.Value[arc] = required;
            }
            else if (IsCount(cell))
            {
                problem.Freedom[arc] = Mending.Freedom.Changeable;
                problem.Value[arc] = (long)cell.Value;
            }

            if (cell.IsNumber && (problem.Freedom[arc] == Mending.Freedom.Unknown || cell.Value != problem.Value[arc]))
            {
                problem.Forced.Add(arc);
            }

            problem.Balance[network.Head[arc]] += problem.Value[arc];
            problem.Balance[network.Tail[arc]] -= problem.Value[arc];
        }

        return problem;
    }

    /// <summary>Whether the cell holds a whole number that is not negative.</summary>
    public static bool IsCount(Cell cell) =>
        cell is { IsNumber: true, Value: >= 0 and <= LargestCount } && decimal.IsInteger(cell.Value);
}

/// <summary>What may be done with a cell.</summary>
internal enum Freedom
{
    /// <summary>It was not read, or must change anyway: any count will do, at no further cost.</summary>
    Unknown,

    /// <summary>It was read; to change it costs one.</summary>
    Changeable,

    /// <summary>Last year's report says what it is.</summary>
    Fixed,
}
