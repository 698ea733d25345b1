using System.Buffers;
using System.Runtime.InteropServices;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>Splits a line of a table that has no marks between its cells: the figures at its end from the label before them.</summary>
internal sealed class CellSplitter
{
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \u3000\u00A0\n");

    private readonly List<GridCell> cells = [];
    private readonly List<string> figures = [];

    /// <summary>
    /// The cells of the row with every label and figure in a cell of its own, until the next row is split. Cells of a format
    /// that says where they are stay whole: two figures in one of them are not certain.
    /// </summary>
    public ReadOnlySpan<GridCell> Split(in SourceRow row)
    {
        if (row.Layout != GridLayout.Printed)
        {
            return row.Cells;
        }

        var needed = false;
        foreach (ref readonly var cell in row.Cells)
        {
            needed |= NeedsSplit(cell.Text);
        }

        return needed ? SplitCells(row) : row.Cells;
    }

    private ReadOnlySpan<GridCell> SplitCells(in SourceRow row)
    {
        cells.Clear();
        foreach (ref readonly var cell in row.Cells)
        {
            if (NeedsSplit(cell.Text))
            {
                Split(cell.Text);
            }
            else
            {
                cells.Add(new GridCell(cell.Text, cells.Count));
            }
        }

        return CollectionsMarshal.AsSpan(cells);
    }

    private static bool NeedsSplit(string text) =>
        text.Length is > 1 and <= 400 && MayEndInFigure(text[^1]) && (text.AsSpan().IndexOfAny(Spaces) >= 0 || IsFigureEnd(text));

    /// <summary>A label ends in a letter or a bracket, a figure in a digit, a stroke, or the letter of a unit.</summary>
    private static bool MayEndInFigure(char last) =>
        LabelText.IsLetter(last) ? "件条項项个份元万宗起次无無用及空有".Contains(last, StringComparison.Ordinal) : Folding.Fold(last) is not (')' or ']');

    private static bool IsFigureEnd(string text) =>
        char.IsAsciiDigit(Folding.Fold(text[^1])) && !FigureText.StandsForFigure(text);

    private void Split(string text)
    {
        var end = text.Length;
        figures.Clear();
        while (end > 0)
        {
            var start = end;
            while (start > 0 && !IsSpace(text[start - 1]))
            {
                start--;
            }

            var piece = text.AsSpan(start, end - start);
            if (piece.IsEmpty)
            {
                end = start - 1;
                continue;
            }

            if (!FigureText.StandsForFigure(piece))
            {
                break;
            }

            figures.Add(TextOf(piece));
            end = Math.Max(start - 1, 0);
        }

        AddLabel(text.AsSpan(0, end).Trim());
        for (var index = figures.Count - 1; index >= 0; index--)
        {
            cells.Add(new GridCell(figures[index], cells.Count));
        }
    }

    /// <summary>A label may have the first figure stuck to its end: 属于国家秘密0.</summary>
    private void AddLabel(ReadOnlySpan<char> label)
    {
        var end = label.Length;
        while (end > 0 && char.IsAsciiDigit(Folding.Fold(label[end - 1])))
        {
            end--;
        }

        if (end > 0 && end < label.Length && LabelText.IsLetter(Folding.Fold(label[end - 1])))
        {
            figures.Add(TextOf(label[end..]));
            label = label[..end];
        }

        if (!label.IsEmpty)
        {
            cells.Add(new GridCell(label.ToString(), cells.Count));
        }
    }

    private static string TextOf(ReadOnlySpan<char> figure) => figure is "0" ? "0" : figure.ToString();

    private static bool IsSpace(char character) => character is ' ' or '\n' || (character > '~' && !LabelText.IsLetter(character) && char.IsWhiteSpace(character));
}
