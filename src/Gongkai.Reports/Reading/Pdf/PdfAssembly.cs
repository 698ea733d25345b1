namespace Gongkai.Reports.Reading.Pdf;

/// <summary>Puts the pages together: tables that go on over the page, paragraphs that do, without page numbers and running heads.</summary>
internal sealed class PdfAssembly(List<PdfPage> pages)
{
    public IEnumerable<SourceBlock> Blocks()
    {
        var margins = new RunningMargins(pages);
        var tables = new List<List<TablePiece>>();
        var stretches = new List<object>();
        foreach (var page in pages)
        {
            var pieces = RuledTables.Find(page);
            var lines = margins.Body(page, PdfLine.Of(page.Words.Where(word => !pieces.Exists(piece => piece.Holds(word)))));
            pieces.AddRange(UnruledTables.Take(page, lines, stretches.Count > 0 && stretches[^1] is List<TablePiece> before ? before[^1] : null));
            pieces.Sort(static (one, other) => one.Top.CompareTo(other.Top));
            foreach (var item in InOrder(page, lines, pieces))
            {
                if (item is not TablePiece piece)
                {
                    stretches.Add(item);
                }
                else if (stretches.Count > 0 && stretches[^1] is List<TablePiece> open && GoesOn(open[^1], piece))
                {
                    open.Add(piece);
                }
                else
                {
                    tables.Add([piece]);
                    stretches.Add(tables[^1]);
                }
            }
        }

        return Emit(stretches);
    }

    private static IEnumerable<object> InOrder(PdfPage page, List<PdfLine> lines, List<TablePiece> pieces)
    {
        var next = 0;
        foreach (var piece in pieces)
        {
            var before = lines[next..].TakeWhile(line => line.CentreY < piece.Top).ToList();
            next += before.Count;
            if (before.Count > 0)
            {
                yield return new Prose(page.Number, before);
            }

            yield return piece;
        }

        if (next < lines.Count)
        {
            yield return new Prose(page.Number, lines[next..]);
        }
    }

    /// <summary>A table goes on where the next page begins with one of the same width.</summary>
    private static bool GoesOn(TablePiece last, TablePiece next) =>
        next.Page == last.Page + 1
        && next.Layout == last.Layout
        && Math.Abs(last.Edges[0] - next.Edges[0]) < 6
        && Math.Abs(last.Edges[^1] - next.Edges[^1]) < 6;

    private static IEnumerable<SourceBlock> Emit(List<object> stretches)
    {
        var paragraphs = new PdfParagraphs(stretches.OfType<Prose>().SelectMany(static prose => prose.Lines));
        for (var index = 0; index < stretches.Count; index++)
        {
            if (stretches[index] is List<TablePiece> pieces)
            {
                foreach (var block in PieceGrids.Join(pieces))
                {
                    yield return block;
                }

                continue;
            }

            var lines = new List<(int Page, PdfLine Line)>();
            for (; index < stretches.Count && stretches[index] is Prose prose; index++)
            {
                lines.AddRange(prose.Lines.Select(line => (prose.Page, line)));
            }

            index--;
            foreach (var paragraph in paragraphs.Of(lines))
            {
                yield return paragraph;
            }
        }
    }

    private sealed record Prose(int Page, List<PdfLine> Lines);
}
