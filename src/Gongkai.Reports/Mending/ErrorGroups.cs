namespace Gongkai.Reports.Mending;

/// <summary>The identities that are out, with those taken as one that open cells join; what their errors come to, and which of them share cells.</summary>
internal sealed class ErrorGroups(MendProblem problem)
{
    private readonly CellNetwork network = problem.Network;
    private readonly int[] groupOf = new int[problem.Network.NodeCount];
    private readonly long[] groupSum = new long[problem.Network.NodeCount];
    private readonly int[] indexOf = new int[problem.Network.NodeCount];

    /// <summary>How many groups are out.</summary>
    public int Count { get; private set; }

    /// <summary>By how much each is out.</summary>
    public long[] Sums { get; } = new long[problem.Network.NodeCount];

    /// <summary>For each group, those that it shares a cell with which could change.</summary>
    public ulong[] Neighbours { get; } = new ulong[problem.Network.NodeCount];

    /// <summary>The groups that one cell would settle together with another.</summary>
    public ulong Paired { get; private set; }

    /// <summary>Joins the identities along open cells.</summary>
    public void Form(bool[] isOpen)
    {
        for (var node = 0; node < groupOf.Length; node++)
        {
            groupOf[node] = node;
            groupSum[node] = 0;
        }

        for (var arc = 0; arc < isOpen.Length; arc++)
        {
            if (isOpen[arc])
            {
                var (one, other) = (Root(network.Tail[arc]), Root(network.Head[arc]));
                groupOf[Math.Max(one, other)] = Math.Min(one, other);
            }
        }

        Count = 0;
        for (var node = 0; node < groupOf.Length; node++)
        {
            groupOf[node] = Root(node);
            groupSum[groupOf[node]] += problem.Balance[node];
        }

        for (var node = 0; node < groupOf.Length; node++)
        {
            indexOf[node] = -1;
            if (groupSum[node] != 0)
            {
                Sums[Count] = groupSum[node];
                indexOf[node] = Count++;
            }
        }
    }

    private int Root(int node)
    {
        while (groupOf[node] != node)
        {
            node = groupOf[node];
        }

        return node;
    }

    /// <summary>Which groups that are out share a cell that could change, and which of them one such cell would settle.</summary>
    public void Connect(bool[] isOpen, bool[] isBarred)
    {
        Array.Clear(Neighbours, 0, Count);
        Paired = 0;
        for (var arc = 0; arc < isOpen.Length; arc++)
        {
            if (isOpen[arc] || isBarred[arc] || problem.Freedom[arc] != Freedom.Changeable)
            {
                continue;
            }

            var (tail, head) = (indexOf[groupOf[network.Tail[arc]]], indexOf[groupOf[network.Head[arc]]]);
            if (tail < 0 || head < 0 || tail == head)
            {
                continue;
            }

            Neighbours[tail] |= 1UL << head;
            Neighbours[head] |= 1UL << tail;
            if (Sums[tail] + Sums[head] == 0 && problem.Value[arc] + Sums[tail] >= 0)
            {
                Paired |= (1UL << tail) | (1UL << head);
            }
        }
    }
}
