namespace Gongkai.Reports.Mending;

/// <summary>The smallest sets of cells on one network, and how sure that is.</summary>
/// <param name="Sets">The sets, as arcs; each of the same size, all different.</param>
/// <param name="IsProven">Whether no smaller set will do.</param>
/// <param name="IsComplete">Whether there are no other sets of that size.</param>
internal sealed record SmallestSets(List<int[]> Sets, bool IsProven, bool IsComplete);
