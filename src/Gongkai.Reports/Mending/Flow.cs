using System.Numerics;

namespace Gongkai.Reports.Mending;

/// <summary>
/// Settles the identities by changing open cells only: what is too much at one node is sent along open arcs to where it is too little.
/// More flow on an arc raises its cell, flow against it lowers the cell, never below zero.
/// </summary>
internal sealed class Flow
{
    private readonly CellNetwork network;
    private readonly long[] value;
    private readonly int[] queue;
    private readonly int[] via;

    public Flow(MendProblem problem)
    {
        network = problem.Network;
        value = problem.Value;
        queue = new int[network.NodeCount];
        via = new int[network.NodeCount];
        Change = new long[network.ArcCount];
        Excess = [.. problem.Balance];
        IsOpen = [.. problem.Freedom.Select(freedom => freedom == Freedom.Unknown)];
    }

    /// <summary>By how much each cell changes.</summary>
    public long[] Change { get; }

    /// <summary>By how much each node is still out.</summary>
    public long[] Excess { get; }

    /// <summary>The cells that may change.</summary>
    public bool[] IsOpen { get; }

    /// <summary>How many nodes are still out.</summary>
    public int OutCount => Excess.Length - Excess.AsSpan().Count(0);

    /// <summary>Whether nothing is out any more.</summary>
    public bool IsSettled => !Excess.AsSpan().ContainsAnyExcept(0);

    /// <summary>The figure of a cell with its change.</summary>
    public long ValueOf(int arc) => value[arc] + Change[arc];

    /// <summary>Sends as much as can be sent, and says whether all identities hold with it.</summary>
    public bool Settle()
    {
        var settled = true;
        for (var node = 0; node < Excess.Length; node++)
        {
            // A node that has once been cut off from every deficit stays so: no later path can pass through what it reaches.
            while (Excess[node] > 0 && FirstDeficit(node) is var deficit && deficit >= 0)
            {
                var amount = Math.Min(Math.Min(Excess[node], -Excess[deficit]), Narrowest(node, deficit));
                Push(node, deficit, amount);
                Excess[node] -= amount;
                Excess[deficit] += amount;
            }

            settled &= Excess[node] <= 0;
        }

        return settled && IsSettled;
    }

    /// <summary>Moves a cell's figure towards a target, as far as the identities stay settled by other open cells.</summary>
    public void Move(int arc, long target)
    {
        var wasOpen = IsOpen[arc];
        IsOpen[arc] = false;
        while (ValueOf(arc) != target)
        {
            var rises = ValueOf(arc) < target;
            var (from, to) = rises ? (network.Head[arc], network.Tail[arc]) : (network.Tail[arc], network.Head[arc]);
            if (!FindPath(from, to))
            {
                break;
            }

            var amount = Math.Min(Math.Abs(target - ValueOf(arc)), Narrowest(from, to));
            Push(from, to, amount);
            Change[arc] += rises ? amount : -amount;
        }

        IsOpen[arc] = wasOpen;
    }

    /// <summary>The nodes that can send to a node, or that it can send to.</summary>
    public ulong Reach(int start, bool backwards)
    {
        var reached = 1UL << start;
        var pending = reached;
        while (pending != 0)
        {
            var node = BitOperations.TrailingZeroCount(pending);
            pending &= pending - 1;
            foreach (var arc in network.Incident[node])
            {
                var leaves = network.Tail[arc] == node;
                if (IsOpen[arc] && (leaves != backwards || ValueOf(arc) > 0))
                {
                    var next = 1UL << (leaves ? network.Head[arc] : network.Tail[arc]);
                    pending |= next & ~reached;
                    reached |= next;
                }
            }
        }

        return reached;
    }

    private int FirstDeficit(int source) => Walk(source, -1);

    private bool FindPath(int source, int target) => Walk(source, target) == target;

    /// <summary>Breadth first from a source to a target, or to the first node that lacks something; -1 where there is none.</summary>
    private int Walk(int source, int target)
    {
        var (read, write) = (0, 0);
        var seen = 1UL << source;
        queue[write++] = source;
        while (read < write)
        {
            var node = queue[read++];
            if (target < 0 ? Excess[node] < 0 : node == target)
            {
                return node;
            }

            foreach (var arc in network.Incident[node])
            {
                if (!IsOpen[arc])
                {
                    continue;
                }

                var leaves = network.Tail[arc] == node;
                var next = leaves ? network.Head[arc] : network.Tail[arc];
                if ((seen & (1UL << next)) == 0 && (leaves || ValueOf(arc) > 0))
                {
                    seen |= 1UL << next;
                    via[next] = arc;
                    queue[write++] = next;
                }
            }
        }

        return -1;
    }

    private long Narrowest(int source, int target)
    {
        var narrowest = long.MaxValue;
        for (var node = target; node != source;)
        {
            var arc = via[node];
            var forwards = network.Head[arc] == node;
            narrowest = forwards ? narrowest : Math.Min(narrowest, ValueOf(arc));
            node = forwards ? network.Tail[arc] : network.Head[arc];
        }

        return narrowest;
    }

    private void Push(int source, int target, long amount)
    {
        for (var node = target; node != source;)
        {
            var arc = via[node];
            var forwards = network.Head[arc] == node;
            Change[arc] += forwards ? amount : -amount;
            node = forwards ? network.Tail[arc] : network.Head[arc];
        }
    }
}
