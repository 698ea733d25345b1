using System.Security.Cryptography;
using System.Text;
using Gongkai.Reports.Lists;

namespace Gongkai.Platform.Imports;

/// <summary>What a list would do where each of its lines is one thing that is kept: some are new, some differ from what is kept.</summary>
public abstract record LinePlan<T> : ListPlan
    where T : class
{
    public IReadOnlyList<T> Added { get; init; } = [];

    public IReadOnlyList<LineChange<T>> Changed { get; init; } = [];

    public int Unchanged { get; init; }

    public IReadOnlyList<(int Row, string Fault)> Faults { get; init; } = [];

    public override bool HasFaults => Faults.Count > 0;

    public override bool ChangesNothing => Added.Count == 0 && Changed.Count == 0;

    public override string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Added.Select(LineOf).Concat(Changed.Select(change => $"{LineOf(change.Before)}>{LineOf(change.After)}"))))));

    /// <summary>A thing as the cells of its line: two with the same cells are the same.</summary>
    protected abstract IReadOnlyList<string> CellsOf(T thing);

    /// <summary>The plan for what was read.</summary>
    /// <param name="read">The things of the list.</param>
    /// <param name="keptOf">What is kept under the same name; null where nothing is.</param>
    /// <param name="faults">What is wrong with the rest of the list.</param>
    internal static TPlan Of<TPlan>(IReadOnlyList<T> read, Func<T, T?> keptOf, IReadOnlyList<(int Row, string Fault)> faults)
        where TPlan : LinePlan<T>, new()
    {
        var plan = new TPlan();
        var known = read.Select(thing => (Before: keptOf(thing), After: thing)).ToList();
        var changed = known.Where(pair => pair.Before is not null && plan.LineOf(pair.Before) != plan.LineOf(pair.After)).Select(pair => new LineChange<T>(pair.Before!, pair.After)).ToList();
        var added = known.Where(pair => pair.Before is null).Select(pair => pair.After).ToList();
        return plan with { Added = added, Changed = changed, Unchanged = read.Count - added.Count - changed.Count, Faults = faults };
    }

    private string LineOf(T thing) => ListWriter.CsvLine(CellsOf(thing));
}

/// <summary>A thing that a list would change.</summary>
public sealed record LineChange<T>(T Before, T After);
