using System.Collections.Immutable;

namespace Gongkai.Testing.Published;

/// <summary>Every way of publishing that the readers are tried on.</summary>
public static class PublishedLayouts
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<PublishedLayout> All { get; } =
        [.. PlainText(), .. Labels(), .. Figures(), .. Headings(), .. Pieces(), .. Damaged(), .. Strange(), .. HtmlLayouts.All(), .. WordLayouts.All(), .. ExcelLayouts.All()];

    /// <summary>The layouts of one format.</summary>
    public static IEnumerable<PublishedLayout> Of(string kind) => All.Where(layout => layout.Kind == kind);

    /// <summary>The layout with this name.</summary>
    public static PublishedLayout Named(string name) => All.Single(layout => layout.Name == name);

    private static IEnumerable<PublishedLayout> PlainText()
    {
        var narrow = new PrintStyle { NarrowLabels = true };
        yield return Text("tabs, every place printed", TablePrinters.Tabs);
        yield return Text("tabs, labels two columns wide", TablePrinters.Tabs, _ => narrow);
        yield return Text("tabs, ends trimmed", TablePrinters.TabsTrimmed);
        yield return Text("tabs, rows filled up at the end", TablePrinters.TabsPadded);
        yield return Text("tabs, narrow labels, rows filled up at the end", TablePrinters.TabsPadded, _ => narrow);
        yield return Text("one cell a line behind tabs", TablePrinters.IndentedLines);
        yield return Text("one cell a line, nothing between rows", TablePrinters.BareLines, gap: "\n");
        yield return Text("spaces between columns", TablePrinters.Spaces);
        yield return Text("pipes", TablePrinters.Pipes);
        yield return Text("pipes between cells only", TablePrinters.InnerPipes);
        yield return Text("Markdown", TablePrinters.Markdown);
        yield return Text("tabs, line ends of Windows", TablePrinters.Tabs, _ => new PrintStyle { Finish = text => "\uFEFF" + text.ReplaceLineEndings("\r\n") });
        yield return Text("runs of pipes for merged cells", TablePrinters.PipeRuns);
        yield return Text("a cell and its pipe on lines of their own", TablePrinters.PipesOnOwnLines);
    }

    private static IEnumerable<PublishedLayout> Labels()
    {
        yield return Text("numbering of labels varied", TablePrinters.Tabs, LabelStyles.Numbering);
        yield return Text("numbering of labels varied, one cell a line", TablePrinters.BareLines, LabelStyles.Numbering);
        yield return Text("full and half width", TablePrinters.Tabs, LabelStyles.Width);
        yield return Text("spaces within labels", TablePrinters.Tabs, LabelStyles.Spaced);
        yield return Text("notes with numbers in labels", TablePrinters.Tabs, LabelStyles.Notes);
        yield return Text("notes with numbers in labels, one cell a line", TablePrinters.IndentedLines, LabelStyles.Notes);
        yield return Text("characters of labels misread", TablePrinters.Tabs, LabelStyles.Misread);
        yield return Text("characters of labels misread, Markdown", TablePrinters.Markdown, LabelStyles.Misread);
        yield return Text("labels broken over lines, tabs", TablePrinters.TabsTrimmed, LabelStyles.Broken);
        yield return Text("labels broken over lines, one cell a line", TablePrinters.IndentedLines, LabelStyles.Broken);
        yield return Text("labels broken over lines, bare", TablePrinters.BareLines, LabelStyles.Broken, gap: "\n");
        yield return Text("Traditional script", TablePrinters.Tabs, LabelStyles.TraditionalScript);
    }

    private static IEnumerable<PublishedLayout> Figures()
    {
        yield return Text("spaces around figures", TablePrinters.Tabs, FigureStyles.Spaced);
        yield return Text("spaces around figures, pipes", TablePrinters.Pipes, FigureStyles.Spaced);
        yield return Text("units behind figures", TablePrinters.Tabs, FigureStyles.Units);
        yield return Text("thousands separators", TablePrinters.Tabs, FigureStyles.Thousands);
        yield return Text("thousands separators, one cell a line", TablePrinters.IndentedLines, FigureStyles.Thousands);
        yield return Text("notes behind figures", TablePrinters.Pipes, FigureStyles.Notes);
        yield return Text("amounts in another unit", TablePrinters.Tabs, FigureStyles.OtherUnits);
        yield return Text("signs and words of change", TablePrinters.Tabs, FigureStyles.Signs);
        yield return Text("letters for digits", TablePrinters.Tabs, FigureStyles.Letters, damaged: true);
        yield return Text("zeros left blank", TablePrinters.Tabs, prepare: ZerosBlank);
        yield return Text("zeros left blank, one cell a line", TablePrinters.IndentedLines, prepare: ZerosBlank);
    }

    private static IEnumerable<PublishedLayout> Headings()
    {
        yield return Text("fifth heading bare", TablePrinters.Tabs, HeadingStyles.FifthBare);
        yield return Text("headings numbered otherwise", TablePrinters.Tabs, HeadingStyles.Renumbered);
        yield return Text("headings with two systems of numbers", TablePrinters.IndentedLines, HeadingStyles.Mixed);
        yield return Text("headings in other words", TablePrinters.Tabs, HeadingStyles.Reworded);
        yield return Text("a section left out", TablePrinters.Markdown, HeadingStyles.LeftOut);
        yield return Text("a section elsewhere", TablePrinters.Tabs, HeadingStyles.Elsewhere);
    }

    private static IEnumerable<PublishedLayout> Pieces()
    {
        yield return Text("labels above their figures", CutTables.LabelAboveFigures);
        yield return Text("table three in two halves", CutTables.InHalves);
        yield return Text("page ends within lines", DamagedTables.PageWithinLines);
        yield return Text("page ends within the header", DamagedTables.PageWithinHeader);
        yield return Text("page ends within a row of tabs", DamagedTables.PageWithinRow, damaged: true);
        yield return Text("Markdown in pieces with renamed columns", CutTables.MarkdownInPieces, damaged: true);
        yield return Text("header missing", Doubting(TablePrinters.Tabs), _ => new PrintStyle { Headers = false }, damaged: true);
    }

    private static IEnumerable<PublishedLayout> Damaged()
    {
        yield return Text("a cell too few", DamagedTables.CellTooFew, damaged: true);
        yield return Text("a cell too many", DamagedTables.CellTooMany, damaged: true);
        yield return Text("six figures for seven columns", DamagedTables.SixOfSeven, damaged: true);
        yield return Text("blank cells vanished", DamagedTables.BlanksVanished, prepare: ZerosBlank, damaged: true);
        yield return Text("blank cells slid to the end", DamagedTables.BlanksSlid, prepare: ZerosBlank, damaged: true);
        yield return Text("blank cells vanished, one cell a line", TablePrinters.BareLines, prepare: ZerosBlank, damaged: true);
        yield return Text("blank cells vanished, spaces", TablePrinters.Spaces, prepare: ZerosBlank, damaged: true);
        yield return Text("digits run together", DamagedTables.RunTogether, damaged: true);
        yield return Text("labels first, then figures by rows", DamagedTables.TornByRows, damaged: true);
        yield return Text("labels first, then figures by columns", DamagedTables.TornByColumns, damaged: true);
        yield return Text("repeated lines dropped", DamagedTables.RepeatedLinesDropped, gap: "\n", damaged: true);
        yield return Text("lines seen before dropped", DamagedTables.SeenLinesDropped, gap: "\n", damaged: true);
        yield return Text("cells lost in recognition", CutTables.CellsLost, LabelStyles.Misread, damaged: true);
    }

    private static IEnumerable<PublishedLayout> Strange()
    {
        yield return new PublishedLayout("the blank national form", "txt", StrangePages.BlankForm);
        yield return new PublishedLayout("the form before 2019", "txt", StrangePages.OlderForm);
        yield return new PublishedLayout("a page about such reports", "txt", StrangePages.Talk);
    }

    private static PublishedLayout Text(
        string name,
        TablePrinter table,
        Func<Random, PrintStyle>? style = null,
        string gap = "\n\n",
        Func<AnnualReport, Random, AnnualReport>? prepare = null,
        bool damaged = false) =>
        new(name, "txt", (report, random) => TextPage.Print(prepare?.Invoke(report, random) ?? report, random, table, style?.Invoke(random), gap))
        {
            IsDamaged = damaged,
        };

    private static TablePrinter Doubting(TablePrinter table) => (sheet, expected, random) =>
    {
        expected.DoubtAll();
        return table(sheet, expected, random);
    };

    private static AnnualReport ZerosBlank(AnnualReport report, Random random)
    {
        var share = random.NextDouble();
        return report with
        {
            Figures = report.Figures.With(
                Gongkai.Reports.Form.NationalForm.Figures
                    .Where(figure => report.Figures[figure.Address].ValueOrNull == 0 && random.NextDouble() < share)
                    .Select(figure => KeyValuePair.Create(figure.Address, Cell.Blank()))),
        };
    }
}
