using System.Collections.Immutable;

namespace Gongkai.Reports.Reading.Text;

/// <summary>
/// Turns plain text into blocks: a line with tabs or pipes is a row of cells, a run of lines that each hold one indented
/// cell is a row too, and everything else is a paragraph. Total on any text.
/// </summary>
public sealed class PlainTextReader
{
    private readonly string text;
    private readonly ImmutableArray<SourceBlock>.Builder blocks = ImmutableArray.CreateBuilder<SourceBlock>(64);
    private readonly ImmutableArray<GridRow>.Builder rows = ImmutableArray.CreateBuilder<GridRow>(32);
    private readonly List<GridCell> cells = new(16);
    private int columnStart = -1;
    private bool afterBlankLine;
    private PipeStyle? pipes;

    private PlainTextReader(string text) => this.text = text;

    /// <summary>Reads a text; places are its line numbers, from 1.</summary>
    /// <param name="text">The decoded text, with any kind of line end.</param>
    public static SourceDocument Read(string text) => new PlainTextReader(text).Read();

    private SourceDocument Read()
    {
        var line = 0;
        var start = 0;
        var span = text.AsSpan();
        while (start <= span.Length)
        {
            var rest = span[start..];
            var length = rest.IndexOfAny(LineText.LineEnds);
            line++;
            if (length < 0)
            {
                ReadLine(rest, line);
                break;
            }

            ReadLine(rest[..length], line);
            start += length + (rest[length] == '\r' && length + 1 < rest.Length && rest[length + 1] == '\n' ? 2 : 1);
        }

        EndColumn();
        EndGrid();
        return new SourceDocument("txt", blocks.ToImmutable());
    }

    private void ReadLine(ReadOnlySpan<char> line, int number)
    {
        if (line.IsEmpty)
        {
            EndColumn();
            afterBlankLine = true;
            return;
        }

        if (line.IndexOfAny('|', '｜') >= 0)
        {
            EndColumn();
            ReadPipes(line, number);
        }
        else if (line.Contains('\t'))
        {
            ReadTabs(line, number);
        }
        else
        {
            ReadPlain(line, number);
        }

        afterBlankLine = false;
    }

    private void ReadPipes(ReadOnlySpan<char> line, int number)
    {
        // A row of blank cells has pipes only; a rule has strokes, and a pipe on a line of its own is what parts two cells.
        if (line.IndexOfAnyExcept(LineText.RuleMarks) < 0 && (line.IndexOfAny('-', '=', '—') >= 0 || line.Count('|') + line.Count('｜') < 3))
        {
            return;
        }

        pipes ??= LineText.StyleOfPipes(text);
        if (pipes != PipeStyle.Between)
        {
            line = LineText.Trim(line);
            line = pipes == PipeStyle.Around && line[0] is '|' or '｜' ? line[1..] : line;
            line = !line.IsEmpty && line[^1] is '|' or '｜' ? line[..^1] : line;
        }

        Split(line, '|', '｜');
        AddRow(number);
    }

    private void ReadTabs(ReadOnlySpan<char> line, int number)
    {
        var lastTab = line.LastIndexOf('\t');
        if (LineText.Trim(line[..lastTab]).IsEmpty && line.IndexOfAnyExcept('\t') is >= 0 and <= 1 or < 0 && lastTab == 0)
        {
            AddToColumn(LineText.Trim(line), number);
            return;
        }

        EndColumn();
        Split(line, '\t', '\t');
        AddRow(number);
    }

    private void ReadPlain(ReadOnlySpan<char> line, int number)
    {
        var trimmed = LineText.Trim(line);
        if (trimmed.IsEmpty)
        {
            EndColumn();
            return;
        }

        if (LineText.IsPageNumber(trimmed))
        {
            return;
        }

        if (columnStart >= 0 && !afterBlankLine && trimmed.Length <= 12 && cells.Count > 0 && cells[^1].Text.Length is > 0 and <= 40)
        {
            cells[^1] = cells[^1] with { Text = cells[^1].Text + "\n" + LineText.Clean(trimmed) };
            return;
        }

        EndColumn();
        EndGrid();
        blocks.Add(new SourceParagraph(LineText.Clean(trimmed), SourcePlace.Line(number)));
    }

    private void AddToColumn(ReadOnlySpan<char> cell, int number)
    {
        if (columnStart < 0)
        {
            columnStart = number;
        }

        cells.Add(new GridCell(LineText.Clean(cell), cells.Count));
    }

    private void EndColumn()
    {
        if (columnStart < 0)
        {
            return;
        }

        var number = columnStart;
        columnStart = -1;
        AddRow(number);
    }

    private void Split(ReadOnlySpan<char> line, char separator, char wideSeparator)
    {
        // Most cells hold one character: a plain loop beats a search for each.
        var start = 0;
        for (var index = 0; index <= line.Length; index++)
        {
            if (index == line.Length || line[index] == separator || line[index] == wideSeparator)
            {
                cells.Add(new GridCell(LineText.Clean(LineText.Trim(line[start..index])), cells.Count));
                start = index + 1;
            }
        }
    }

    private void AddRow(int number)
    {
        if (cells.Count > 0)
        {
            rows.Add(new GridRow([.. cells], SourcePlace.Line(number)));
            cells.Clear();
        }
    }

    private void EndGrid()
    {
        if (rows.Count > 0)
        {
            blocks.Add(new SourceGrid(GridLayout.Printed, rows.DrainToImmutable()));
        }
    }
}
