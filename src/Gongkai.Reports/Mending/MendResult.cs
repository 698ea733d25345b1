using System.Collections.Immutable;

namespace Gongkai.Reports.Mending;

/// <summary>What can be said about mending a report: the smallest sets of cells whose change makes every identity hold.</summary>
public sealed record MendResult
{
    /// <summary>A report in which every identity holds, or may hold once its unread cells are known.</summary>
    public static MendResult Clean { get; } = new();

    /// <summary>The mends, best first; empty where nothing has to change.</summary>
    public ImmutableArray<Mend> Mends { get; init; } = [];

    /// <summary>
    /// The mends taken apart, so that one sum can be mended without the others: each part settles every identity that it touches and leaves the others as they are.
    /// A mend that cannot be taken apart is a part of its own. Of the parts that settle one identity the best come first.
    /// </summary>
    public ImmutableArray<Mend> Parts { get; init; } = [];

    /// <summary>How many cells each mend changes; 0 where nothing has to change.</summary>
    public int ChangedCells { get; init; }

    /// <summary>Whether it is proven that no smaller set of cells will do. False only where the search ran out of steps.</summary>
    public bool IsProven { get; init; } = true;

    /// <summary>Whether every smallest set of cells is listed. False where there are more than the bound, or the search ran out of steps.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Whether unread cells stand in identities that fail: then a reading, not a mend, may be what is needed.</summary>
    public bool HasUnread { get; init; }

    /// <summary>Whether last year's 结转下年度 row does not add up itself, so that the carry-over could not be required in every column.</summary>
    public bool IsCarryOverBroken { get; init; }

    /// <summary>Whether something has to change.</summary>
    public bool IsNeeded => ChangedCells > 0;
}
