using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Storage;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Lists;

/// <summary>A list as its address describes it: what is filtered and which columns are shown. Its pages, its files and its saved views are made from that.</summary>
public sealed class Listing<TRow>
{
    private readonly string name;
    private readonly string path;
    private readonly IReadOnlyList<Column<TRow>> all;
    private readonly IReadOnlyList<(string Name, string? Value)> filter;

    /// <param name="name">What saved views call the list.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="all">What it can show, in order.</param>
    /// <param name="chosen">The columns that the address names, together or one by one; where it names none that there is, the usual ones.</param>
    /// <param name="filter">The rest of what the address holds, but for the place in the list.</param>
    public Listing(string name, string path, IReadOnlyList<Column<TRow>> all, IEnumerable<string> chosen, params IEnumerable<(string Name, string? Value)> filter)
    {
        this.name = name;
        this.path = path;
        this.all = all;
        this.filter = [.. filter];
        var keys = chosen.SelectMany(part => part.Split(',')).ToHashSet(StringComparer.Ordinal);
        var isChosen = all.Any(column => keys.Contains(column.Key));
        Columns = [.. all.Where(column => column.IsName || (isChosen ? keys.Contains(column.Key) : column.IsUsual))];
        Chosen = Columns.SequenceEqual(all.Where(column => column.IsName || column.IsUsual)) ? null : string.Join(',', Columns.Select(column => column.Key));
    }

    /// <summary>The columns that are shown.</summary>
    public IReadOnlyList<Column<TRow>> Columns { get; }

    /// <summary>The columns as the address names them; null where they are the usual ones.</summary>
    public string? Chosen { get; }

    public ListBar Bar => new(
        name, path, Address(path, [.. filter, Kept])[path.Length..], Address(path, filter), [.. all.Where(column => !column.IsName).Select(column => new ColumnChoice(column.Key, column.Title, Columns.Contains(column)))],
        all.FirstOrDefault(column => column.IsName)?.Key, Export("xlsx"), Export("csv"));

    private (string Name, string? Value) Kept => ("columns", Chosen);

    /// <summary>A page of the same list; the first where no key is given.</summary>
    public string Link(string? after) => Address(path, [.. filter, Kept, ("after", after)]);

    /// <summary>The same columns with another filter.</summary>
    public string Filtered(params IEnumerable<(string Name, string? Value)> other) => Address(path, [.. other, Kept]);

    /// <summary>A page of it, read after the given key.</summary>
    public ListTable Table(string label, Page<TRow> rows, string? after) => new(
        label, [.. Columns.Select(column => new ListCell(column.Title, column.Class))],
        rows.Items.Select(row => (IReadOnlyList<ListCell>)[.. Columns.Select(column => new ListCell(column.Text(row), column.Class) { IsName = column.IsName, Href = column.Href?.Invoke(row), Light = column.Light?.Invoke(row) })]),
        new Pager(after is null ? null : Link(null), rows.Next is { } next ? Link(next) : null));

    /// <summary>What is shown, over all its pages, as a file.</summary>
    public FileStreamResult File(string title, ListFormat format, IEnumerable<TRow> rows) => ListDownload.Of(
        title, format, [.. Columns.Select(column => column.Width)], rows.Select(row => (IReadOnlyList<string>)[.. Columns.Select(column => column.Text(row))]).Prepend([.. Columns.Select(column => column.Title)]));

    /// <summary>The same as CSV, for as many rows as there are.</summary>
    public IActionResult Flowing(string title, IAsyncEnumerable<TRow> rows) => new FlowingCsv<TRow>(title, Columns, rows);

    private string Export(string format) => Address(path, [.. filter, Kept, ("handler", "Export"), ("format", format)]);

    private static string Address(string path, IEnumerable<(string Name, string? Value)> pairs) =>
        path + new QueryBuilder(pairs.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value!))).ToString().Replace("%2C", ",", StringComparison.Ordinal);
}
