using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Testing.Published;

/// <summary>A table of the form as printed: rows of cells with their spans.</summary>
public sealed record FormSheet(FormTable Table, int Width, ImmutableArray<FormRow> Rows)
{
    /// <summary>The rows with every place of the table filled, so that each is as wide as the table.</summary>
    public ImmutableArray<FilledRow> Fill()
    {
        var left = new int[Width];
        var filled = ImmutableArray.CreateBuilder<FilledRow>(Rows.Length);
        foreach (var row in Rows)
        {
            var places = new FilledCell[Width];
            var next = 0;
            for (var column = 0; column < Width;)
            {
                if (left[column] > 0)
                {
                    left[column]--;
                    places[column++] = new FilledCell("", null, CellPart.Below);
                    continue;
                }

                var cell = next < row.Cells.Length ? row.Cells[next++] : new FormCell("");
                for (var offset = 0; offset < cell.ColumnSpan; offset++)
                {
                    left[column] = cell.RowSpan - 1;
                    places[column++] = offset == 0 ? new FilledCell(cell.Text, cell.Address, CellPart.Own) : new FilledCell("", null, CellPart.Beside);
                }
            }

            filled.Add(new FilledRow([.. places]));
        }

        return filled.ToImmutable();
    }
}

/// <summary>A row of a sheet: the cells that start in it.</summary>
public sealed record FormRow(params ImmutableArray<FormCell> Cells);

/// <summary>A cell of a sheet; <paramref name="Address"/> is null for a label.</summary>
public readonly record struct FormCell(string Text, FigureAddress? Address = null, int ColumnSpan = 1, int RowSpan = 1);

/// <summary>A row as wide as its table.</summary>
public sealed record FilledRow(ImmutableArray<FilledCell> Cells)
{
    /// <summary>The figures in it.</summary>
    public ImmutableArray<FigureAddress> Figures => [.. Cells.Where(cell => cell.Address is not null).Select(cell => cell.Address!.Value)];

    /// <summary>Whether it holds figures.</summary>
    public bool HasFigures => Cells.Any(cell => cell.Address is not null);

    /// <summary>Whether a figure of it is printed as nothing.</summary>
    public bool HasBlankFigure => Cells.Any(cell => cell.Address is not null && cell.Text.Length == 0);

    /// <summary>Whether a letter stands for a digit in it.</summary>
    public bool HasLetters => Cells.Any(cell => cell.Address is not null && cell.Text.AsSpan().ContainsAny("OoIl"));

    /// <summary>Whether a label of it runs over lines, so that no line is as wide as the table.</summary>
    public bool HasBrokenLabel => Cells.Any(cell => cell.Text.Contains('\n', StringComparison.Ordinal));

    /// <summary>
    /// Whether text alone cannot tell where its figures stand: the first or the last of several is blank, and the places
    /// of a merged label or of padding look the same.
    /// </summary>
    public bool IsOpenEnded
    {
        get
        {
            var figures = Cells.Where(cell => cell.Address is not null).ToList();
            return figures.Count > 1
                && figures.Any(cell => cell.Text.Length > 0)
                && (figures[0].Text.Length == 0 || figures[^1].Text.Length == 0);
        }
    }
}

/// <summary>A place of a filled row.</summary>
public readonly record struct FilledCell(string Text, FigureAddress? Address, CellPart Part);

/// <summary>Which part of a merged cell a place is.</summary>
public enum CellPart
{
    /// <summary>The first place of a cell, which holds its text.</summary>
    Own,

    /// <summary>Covered by the cell to its left.</summary>
    Beside,

    /// <summary>Covered by a cell of a row above.</summary>
    Below,
}
