namespace Gongkai.Web.Shared;

/// <summary>What is wrong in a list that was to be taken in.</summary>
/// <param name="Faults">The row, and what to do about it.</param>
/// <param name="Home">The list that is filled.</param>
/// <param name="Download">Where all of them can be had as a file.</param>
public sealed record ImportFaults(IReadOnlyList<(int Row, string Fault)> Faults, string Home, string? Download = null)
{
    public const int MostShown = 200;
}
