using System.Collections.Immutable;

namespace Gongkai.Testing.Published;

/// <summary>Every way of publishing that the readers are tried on.</summary>
public static class PublishedLayouts
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<PublishedLayout> All { get; } = [.. PlainText()];

    /// <summary>The layout with this name.</summary>
    public static PublishedLayout Named(string name) => All.Single(layout => layout.Name == name);

    private static IEnumerable<PublishedLayout> PlainText()
    {
        yield return Text("tabs, every place printed", TablePrinters.Tabs);
        yield return Text("tabs, labels two columns wide", TablePrinters.Tabs, new PrintStyle { NarrowLabels = true });
        yield return Text("tabs, ends trimmed", TablePrinters.TabsTrimmed);
        yield return Text("tabs, rows filled up at the end", TablePrinters.TabsPadded);
        yield return Text("tabs, narrow labels, rows filled up at the end", TablePrinters.TabsPadded, new PrintStyle { NarrowLabels = true });
        yield return Text("one cell a line behind tabs", TablePrinters.IndentedLines);
        yield return Text("one cell a line, nothing between rows", TablePrinters.BareLines, gap: "\n");
        yield return Text("spaces between columns", TablePrinters.Spaces);
        yield return Text("pipes", TablePrinters.Pipes);
        yield return Text("pipes between cells only", TablePrinters.InnerPipes);
        yield return Text("Markdown", TablePrinters.Markdown);
        yield return Text("runs of pipes for merged cells", TablePrinters.PipeRuns);
        yield return Text("a cell and its pipe on lines of their own", TablePrinters.PipesOnOwnLines);
    }

    private static PublishedLayout Text(string name, TablePrinter table, PrintStyle? style = null, string gap = "\n\n", bool damaged = false) =>
        new(name, "txt", (report, random) => TextPage.Print(report, random, table, style, gap)) { IsDamaged = damaged };
}
