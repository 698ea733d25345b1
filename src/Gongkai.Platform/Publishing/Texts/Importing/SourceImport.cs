using System.Text.RegularExpressions;
using Gongkai.Platform.Publishing.Texts.Cleaning;
using Gongkai.Reports.Reading;

namespace Gongkai.Platform.Publishing.Texts.Importing;

/// <summary>The blocks of a PDF or of plain text as a text.</summary>
internal static partial class SourceImport
{
    public static ImportedText Read(SourceOutcome outcome, bool isPdf)
    {
        if (outcome.Document is not { } source)
        {
            throw new UnreadableSourceException(outcome.Failure!);
        }

        var found = source.Blocks.SelectMany(BlocksOf);
        return new ImportedText([.. found.Select(static block => new ImportedBlock(block))])
        {
            Notes = isPdf ? ["正文是从 PDF 里读出来的，没有标题层次、字体和图片；请对照原件看一遍，表格尤其要核对。"] : [],
        };
    }

    private static IEnumerable<TextBlock> BlocksOf(SourceBlock block) => block switch
    {
        SourceParagraph paragraph when JoinedSignature().Match(paragraph.Text) is { Success: true } match => match.Groups.Values.Skip(1).Where(static group => group.Success).SelectMany(static group => ParagraphsOf(group.Value)),
        SourceParagraph paragraph => ParagraphsOf(paragraph.Text),
        SourceGrid { Rows.Length: > 0 } grid => [TableReader.Settled([], [.. Rows(grid)])],
        _ => [],
    };

    private static IEnumerable<Paragraph> ParagraphsOf(string text)
    {
        var line = new LineBuilder();
        line.Append(text, Marks.None, null, preformatted: true);
        return line.Take().Select(static runs => new Paragraph(default, runs));
    }

    /// <summary>The rows with an empty cell wherever the grid has nothing.</summary>
    private static IEnumerable<DraftRow> Rows(SourceGrid grid)
    {
        var taken = new Dictionary<int, int>();
        for (var row = 0; row < grid.Rows.Length; row++)
        {
            var cells = new List<TextCell>();
            var column = 0;
            foreach (var cell in grid.Rows[row].Cells)
            {
                for (; column < cell.Column; column++)
                {
                    if (taken.GetValueOrDefault(column) <= row)
                    {
                        cells.Add(new TextCell([], false, null, 1, 1));
                    }
                }

                cells.Add(new TextCell([.. ParagraphsOf(cell.Text)], false, null, cell.ColumnSpan, Math.Clamp(cell.RowSpan, 1, grid.Rows.Length - row)));
                for (column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                {
                    taken[column] = row + cell.RowSpan;
                }
            }

            yield return new DraftRow(cells, false);
        }
    }

    /// <summary>On the page of a PDF the lines at the foot of a document all end at the right edge, as those within a paragraph do.</summary>
    [GeneratedRegex(@"^(.{3,40}(?:府|会|局|厅|部|院|办|室|心|处|所))\s*((?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年.{1,3}月.{1,3}日)\s*([（(].{2,30}[）)])?\s*$")]
    private static partial Regex JoinedSignature();
}
