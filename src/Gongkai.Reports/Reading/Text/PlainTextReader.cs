using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Gongkai.Reports.Reading.Text;

/// <summary>
/// Turns plain text into blocks: a line with tabs or pipes is a row of cells, a run of lines that each hold one indented
/// cell is a row too, and everything else is a paragraph. Total on any text.
/// </summary>
public sealed class PlainTextReader
{
    private readonly string text;
    private readonly ImmutableArray<SourceBlock>.Builder blocks = ImmutableArray.CreateBuilder<SourceBlock>(64);
    private readonly List<GridRow> rows = new(32);
    private readonly bool hasPipes;
    private readonly bool endsInLineFeeds;
    private readonly List<GridCell> column = [];
    private int columnStart = -1;
    private bool afterBlankLine;
    private PipeStyle? pipes;

    private PlainTextReader(string text)
    {
        this.text = text;
        hasPipes = text.AsSpan().ContainsAny('|', '｜');
        endsInLineFeeds = !LineText.HasOtherLineEnds(text);
    }

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
            var length = endsInLineFeeds ? rest.IndexOf('\n') : rest.IndexOfAny(LineText.LineEnds);
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
        return new SourceDocument("txt", blocks.DrainToImmutable());
    }

    private void ReadLine(ReadOnlySpan<char> line, int number)
    {
        if (line.IsEmpty)
        {
            EndColumn();
            afterBlankLine = true;
            return;
        }

        if (hasPipes && line.ContainsAny('|', '｜'))
        {
            EndColumn();
            ReadPipes(line, number);
        }
        else if (line.LastIndexOf('\t') is var lastTab and >= 0)
        {
            ReadTabs(line, lastTab, number);
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

        AddRow(line, '|', '｜', number);
    }

    private void ReadTabs(ReadOnlySpan<char> line, int lastTab, int number)
    {
        if (LineText.IsBlank(line[..lastTab]) && line.IndexOfAnyExcept('\t') is >= 0 and <= 1 or < 0 && lastTab == 0)
        {
            AddToColumn(LineText.Trim(line), number);
            return;
        }

        EndColumn();
        AddRow(line, '\t', '\t', number);
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

        if (columnStart >= 0 && !afterBlankLine && trimmed.Length <= 12 && column[^1].Text.Length is > 0 and <= 40)
        {
            column[^1] = column[^1] with { Text = column[^1].Text + "\n" + LineText.Clean(trimmed) };
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

        column.Add(new GridCell(LineText.Clean(cell), column.Count));
    }

    private void EndColumn()
    {
        if (columnStart < 0)
        {
            return;
        }

        rows.Add(new GridRow([.. column], SourcePlace.Line(columnStart)));
        column.Clear();
        columnStart = -1;
    }

    private void AddRow(ReadOnlySpan<char> line, char separator, char wideSeparator, int number)
    {
        var cells = new GridCell[line.Count(separator) + (wideSeparator == separator ? 0 : line.Count(wideSeparator)) + 1];
        for (var index = 0; index < cells.Length; index++)
        {
            // Most cells hold one character: only for the others is it worth while to search.
            var length = line.Length > 1 && line[0] != separator && line[0] != wideSeparator && (line[1] == separator || line[1] == wideSeparator) ? 1
                : line.IndexOfAny(separator, wideSeparator) is var found and >= 0 ? found
                : line.Length;
            cells[index] = new GridCell(LineText.Clean(LineText.Trim(line[..length])), index);
            line = length < line.Length ? line[(length + 1)..] : default;
        }

        rows.Add(new GridRow(ImmutableCollectionsMarshal.AsImmutableArray(cells), SourcePlace.Line(number)));
    }

    private void EndGrid()
    {
        if (rows.Count > 0)
        {
            blocks.Add(new SourceGrid(GridLayout.Printed, [.. rows]));
            rows.Clear();
        }
    }
}
