using Gongkai.Web.Shared;

namespace Gongkai.Web.Workbench.Lists;

/// <summary>Model of _ListTable: a list as its columns say it, with the way to its other pages.</summary>
/// <param name="Label">What the table holds.</param>
/// <param name="Head">The headings.</param>
/// <param name="Rows">The cells of each row.</param>
/// <param name="Pager">The other pages.</param>
public sealed record ListTable(string Label, IReadOnlyList<ListCell> Head, IEnumerable<IReadOnlyList<ListCell>> Rows, Pager Pager);

/// <summary>A cell of a list.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Class">How it is set.</param>
public sealed record ListCell(string Text, string? Class)
{
    /// <summary>Whether it tells the row from the others.</summary>
    public bool IsName { get; init; }

    public string? Href { get; init; }

    public Light? Light { get; init; }
}
