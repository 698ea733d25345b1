namespace Gongkai.Testing.Published;

/// <summary>How labels, figures and headings are written; the layout of tables is another matter.</summary>
public sealed record PrintStyle
{
    /// <summary>As the form has it.</summary>
    public static PrintStyle Form { get; } = new();

    /// <summary>Writes a label of the form.</summary>
    public Func<string, string> Label { get; init; } = label => label;

    /// <summary>Writes a figure.</summary>
    public Func<Figure, Cell, string> Figure { get; init; } = (_, cell) => cell.Raw;

    /// <summary>Writes the heading of a section: its statutory number, its words.</summary>
    public Func<int, string, string> Heading { get; init; } = (number, words) => $"{"一二三四五六"[number - 1]}、{words}";

    /// <summary>The sections to print, in order.</summary>
    public IReadOnlyList<int> Sections { get; init; } = [1, 2, 3, 4, 5, 6];

    /// <summary>How many columns the labels of table three take: 3 as in the form, or 2 where a label of one column is widest.</summary>
    public bool NarrowLabels { get; init; }

    /// <summary>Whether the tables have their header rows.</summary>
    public bool Headers { get; init; } = true;

    /// <summary>The whole text after printing, for changes that touch everything.</summary>
    public Func<string, string> Finish { get; init; } = text => text;
}
