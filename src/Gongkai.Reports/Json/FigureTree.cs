using System.Collections.Frozen;
using System.Text.Json;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Json;

/// <summary>
/// Reads the figures of the JSON tree together with <c>cells</c>. A number counts only where both agree that it is one;
/// where they differ, or something else stands there, the cell is unreadable.
/// </summary>
internal sealed class FigureTree(Action<string> fail)
{
    private const int LongestRaw = 200;

    private static readonly Node Form = BuildForm();

    private readonly Cell?[] said = new Cell?[NationalForm.Count];
    private readonly FigureSet.Builder figures = new();

    public FigureSet Read(JsonElement root)
    {
        // The cells first: a null in the tree leaves them as they are.
        Cells(root);
        foreach (var (name, node) in Form.Children)
        {
            if (ReportJsonReader.Has(root, name, out var table))
            {
                Group(name, node, table);
            }
        }

        return figures.Build();
    }

    private void Group(string path, Node node, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            fail($"{path} 应是对象，里面是各栏的数。");
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!node.Children.TryGetValue(property.Name, out var child) || property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (child.Address is { } address)
            {
                figures[address] = Figure(property.Value, said[address.Index]);
            }
            else
            {
                Group($"{path}.{property.Name}", child, property.Value);
            }
        }
    }

    private static Cell Figure(JsonElement element, Cell? said) =>
        said is null && element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var value)
            ? Cell.Number(value)
            : Cell.Unreadable($"{Raw(element)} {said?.Raw}".TrimEnd());

    private void Cells(JsonElement root)
    {
        if (!ReportJsonReader.Has(root, "cells", out var cells))
        {
            return;
        }

        if (cells.ValueKind != JsonValueKind.Object)
        {
            fail("cells 应是对象，名字是数据的地址。");
            return;
        }

        foreach (var property in cells.EnumerateObject())
        {
            if (!FigureAddress.TryParse(property.Name, null, out var address))
            {
                continue;
            }

            var kind = TextOrNull(property.Value, "kind");
            if (FormCells.CellOrNull(kind, TextOrNull(property.Value, "raw") ?? "") is { } cell)
            {
                said[address.Index] = cell;
                figures[address] = cell;
            }
            else if (kind != CellKind.Number.Word)
            {
                fail($"cells 里 {property.Name} 的 kind 应是 blank、dash、text、missing 或 unreadable。");
            }
        }
    }

    private static string? TextOrNull(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Raw(JsonElement element)
    {
        var raw = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
        return raw.Length <= LongestRaw ? raw : raw[..LongestRaw];
    }

    private static Node BuildForm()
    {
        var root = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var figure in NationalForm.Figures)
        {
            var steps = figure.Name.Split('.');
            var level = root;
            foreach (var step in steps[..^1])
            {
                level = (Dictionary<string, object>)(level.TryGetValue(step, out var next)
                    ? next
                    : level[step] = new Dictionary<string, object>(StringComparer.Ordinal));
            }

            level[steps[^1]] = figure.Address;
        }

        return Freeze(root);
    }

    private static Node Freeze(object value) => value is Dictionary<string, object> children
        ? new Node(null, children.ToFrozenDictionary(child => child.Key, child => Freeze(child.Value), StringComparer.Ordinal))
        : new Node((FigureAddress)value, FrozenDictionary<string, Node>.Empty);

    private sealed record Node(FigureAddress? Address, FrozenDictionary<string, Node> Children);
}
