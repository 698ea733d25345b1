using System.Collections.Immutable;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>Splits a line of a table that has no marks between its cells: the figures at its end from the label before them.</summary>
internal static class CellSplitter
{
    /// <summary>
    /// The cells of the row with every label and figure in a cell of its own. Cells of a format that says where they are
    /// stay whole: two figures in one of them are not certain.
    /// </summary>
    public static ImmutableArray<GridCell> Split(in SourceRow row)
    {
        if (row.Layout != GridLayout.Printed)
        {
            return row.Cells;
        }

        var needed = false;
        foreach (var cell in row.Cells)
        {
            needed |= NeedsSplit(cell.Text);
        }

        if (!needed)
        {
            return row.Cells;
        }

        var cells = ImmutableArray.CreateBuilder<GridCell>(16);
        foreach (var cell in row.Cells)
        {
            if (NeedsSplit(cell.Text))
            {
                Split(cell.Text, cells);
            }
            else
            {
                cells.Add(new GridCell(cell.Text, cells.Count));
            }
        }

        return cells.ToImmutable();
    }

    private static bool NeedsSplit(string text) =>
        text.Length > 1 && MayEndInFigure(text[^1]) && (text.AsSpan().IndexOfAny(" \u3000\u00A0\n") >= 0 || IsFigureEnd(text)) && text.Length <= 400;

    /// <summary>A label ends in a letter or a bracket, a figure in a digit, a stroke, or the letter of a unit.</summary>
    private static bool MayEndInFigure(char last) =>
        LabelText.IsLetter(last) ? "件条項项个份元万宗起次无無用及空有".Contains(last, StringComparison.Ordinal) : Folding.Fold(last) is not (')' or ']');

    private static bool IsFigureEnd(string text) =>
        char.IsAsciiDigit(Folding.Fold(text[^1])) && !FigureText.StandsForFigure(text);

    private static void Split(string text, ImmutableArray<GridCell>.Builder cells)
    {
        var end = text.Length;
        var figures = new Stack<string>();
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

            figures.Push(piece.ToString());
            end = Math.Max(start - 1, 0);
        }

        AddLabel(text.AsSpan(0, end).Trim(), cells, figures);
        foreach (var figure in figures)
        {
            cells.Add(new GridCell(figure, cells.Count));
        }
    }

    /// <summary>A label may have the first figure stuck to its end: 属于国家秘密0.</summary>
    private static void AddLabel(ReadOnlySpan<char> label, ImmutableArray<GridCell>.Builder cells, Stack<string> figures)
    {
        var end = label.Length;
        while (end > 0 && char.IsAsciiDigit(Folding.Fold(label[end - 1])))
        {
            end--;
        }

        if (end > 0 && end < label.Length && LabelText.IsLetter(Folding.Fold(label[end - 1])))
        {
            figures.Push(label[end..].ToString());
            label = label[..end];
        }

        if (!label.IsEmpty)
        {
            cells.Add(new GridCell(label.ToString(), cells.Count));
        }
    }

    private static bool IsSpace(char character) => character is ' ' or '\n' || (character > '~' && char.IsWhiteSpace(character));
}
