namespace Gongkai.Reports.Reading.Pdf;

/// <summary>Finds the tables of a page from the lines drawn on it.</summary>
internal static class RuledTables
{
    private const double Same = 3;
    private const double Touch = 3;
    private const int MostEdges = 400;

    public static List<TablePiece> Find(PdfPage page)
    {
        var rules = Joined(page.Rules);
        var pieces = new List<TablePiece>();
        foreach (var group in Connected(rules))
        {
            if (PieceOrNull(page, group) is { } piece)
            {
                pieces.Add(piece);
            }
        }

        // A frame around the whole page, or around a table, is no table of its own.
        pieces.RemoveAll(piece => piece.Rows.Sum(static row => row.Count) < 2);
        pieces.Sort(static (one, other) => one.Top.CompareTo(other.Top));
        Fill(page, pieces);
        return pieces;
    }

    /// <summary>Rules that lie on one line and touch are one rule: a border is often drawn cell by cell.</summary>
    private static List<PdfRule> Joined(List<PdfRule> rules)
    {
        var joined = new List<PdfRule>();
        foreach (var direction in rules.GroupBy(static rule => rule.IsLevel))
        {
            var lines = new List<List<PdfRule>>();
            foreach (var rule in direction.OrderBy(static rule => rule.At))
            {
                if (lines.Count == 0 || rule.At - lines[^1][0].At > 1.5)
                {
                    lines.Add([]);
                }

                lines[^1].Add(rule);
            }

            foreach (var line in lines)
            {
                line.Sort(static (one, other) => one.From.CompareTo(other.From));
                var current = line[0];
                foreach (var rule in line.Skip(1))
                {
                    if (rule.From <= current.To + 2)
                    {
                        current = current with { To = Math.Max(current.To, rule.To) };
                    }
                    else
                    {
                        joined.Add(current);
                        current = rule;
                    }
                }

                joined.Add(current);
            }
        }

        return joined.Count <= MostEdges * 4 ? joined : [];
    }

    private static List<List<PdfRule>> Connected(List<PdfRule> rules)
    {
        var group = Enumerable.Range(0, rules.Count).ToArray();
        int Root(int index)
        {
            while (group[index] != index)
            {
                index = group[index] = group[group[index]];
            }

            return index;
        }

        for (var one = 0; one < rules.Count; one++)
        {
            for (var other = one + 1; other < rules.Count; other++)
            {
                if (Meet(rules[one], rules[other]))
                {
                    group[Root(one)] = Root(other);
                }
            }
        }

        return [.. Enumerable.Range(0, rules.Count).GroupBy(Root).Select(indexes => indexes.Select(index => rules[index]).ToList())];
    }

    private static bool Meet(PdfRule one, PdfRule other) =>
        one.IsLevel != other.IsLevel
        && other.At >= one.From - Touch && other.At <= one.To + Touch
        && one.At >= other.From - Touch && one.At <= other.To + Touch;

    private static TablePiece? PieceOrNull(PdfPage page, List<PdfRule> rules)
    {
        List<PdfRule> level = [.. rules.Where(static rule => rule.IsLevel)];
        List<PdfRule> upright = [.. rules.Where(static rule => !rule.IsLevel)];
        if (level.Count < 2 || upright.Count == 0)
        {
            return null;
        }

        CloseSides(level, upright);
        var edges = Positions(upright);
        var lines = Positions(level);
        if (edges.Length < 2 || lines.Length < 2 || edges.Length > MostEdges || lines.Length > MostEdges)
        {
            return null;
        }

        var owners = Merge(edges, lines, level, upright);
        return new TablePiece
        {
            Page = page.Number,
            Lines = lines,
            Edges = edges,
            Rows = Cells(edges, lines, owners),
        };
    }

    /// <summary>A table without its outer uprights ends where its level lines end.</summary>
    private static void CloseSides(List<PdfRule> level, List<PdfRule> upright)
    {
        var top = level.Min(static rule => rule.At);
        var bottom = level.Max(static rule => rule.At);
        var left = level.Min(static rule => rule.From);
        var right = level.Max(static rule => rule.To);
        if (upright.Min(static rule => rule.At) > left + (2 * Same))
        {
            upright.Add(new PdfRule(false, left, top, bottom));
        }

        if (upright.Max(static rule => rule.At) < right - (2 * Same))
        {
            upright.Add(new PdfRule(false, right, top, bottom));
        }
    }

    private static double[] Positions(List<PdfRule> rules)
    {
        var positions = new List<double>();
        foreach (var at in rules.Select(static rule => rule.At).Order())
        {
            if (positions.Count == 0 || at - positions[^1] > Same)
            {
                positions.Add(at);
            }
        }

        return [.. positions];
    }

    /// <summary>For each field of the grid of all lines, the first field of the cell that it belongs to.</summary>
    private static int[] Merge(double[] edges, double[] lines, List<PdfRule> level, List<PdfRule> upright)
    {
        var columns = edges.Length - 1;
        var rows = lines.Length - 1;
        var owners = Enumerable.Range(0, columns * rows).ToArray();
        int Root(int field)
        {
            while (owners[field] != field)
            {
                field = owners[field];
            }

            return field;
        }

        void Join(int one, int other)
        {
            var (first, second) = (Root(one), Root(other));
            owners[Math.Max(first, second)] = Math.Min(first, second);
        }

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var field = (row * columns) + column;
                if (column + 1 < columns && !Covers(upright, edges[column + 1], lines[row], lines[row + 1]))
                {
                    Join(field, field + 1);
                }

                if (row + 1 < rows && !Covers(level, lines[row + 1], edges[column], edges[column + 1]))
                {
                    Join(field, field + columns);
                }
            }
        }

        for (var field = 0; field < owners.Length; field++)
        {
            owners[field] = Root(field);
        }

        return owners;
    }

    private static bool Covers(List<PdfRule> rules, double at, double from, double to)
    {
        var middle = (from + to) / 2;
        return rules.Exists(rule => Math.Abs(rule.At - at) <= Same + 0.5 && rule.From <= middle && rule.To >= middle);
    }

    private static List<List<PieceCell>> Cells(double[] edges, double[] lines, int[] owners)
    {
        var columns = edges.Length - 1;
        var rows = new List<List<PieceCell>>();
        for (var row = 0; row < lines.Length - 1; row++)
        {
            var cells = new List<PieceCell>();
            rows.Add(cells);
            for (var column = 0; column < columns; column++)
            {
                var field = (row * columns) + column;
                if (owners[field] != field)
                {
                    continue;
                }

                var right = column;
                while (right + 1 < columns && owners[(row * columns) + right + 1] == field)
                {
                    right++;
                }

                var bottom = row;
                while (bottom + 1 < lines.Length - 1 && owners[((bottom + 1) * columns) + column] == field)
                {
                    bottom++;
                }

                cells.Add(new PieceCell(edges[column], edges[right + 1], row, bottom - row + 1));
            }
        }

        return rows;
    }

    private static void Fill(PdfPage page, List<TablePiece> pieces)
    {
        foreach (var word in page.Words)
        {
            if (pieces.FindLast(piece => piece.Holds(word)) is { } piece)
            {
                Place(piece, word);
            }
        }
    }

    private static void Place(TablePiece piece, PdfWord word)
    {
        var lines = piece.Lines;
        foreach (var cell in piece.Rows.SelectMany(static row => row))
        {
            if (word.CentreX < cell.Left || word.CentreX > cell.Right
                || word.CentreY < lines[cell.Row] || word.CentreY > lines[cell.Row + cell.Rows])
            {
                continue;
            }

            cell.Words.Add(word);
            var outside = Math.Max(cell.Left - word.Left, word.Right - cell.Right);
            if (outside > 2 && outside > word.Width * 0.15)
            {
                piece.Uncertain.Add(cell.Row);
            }

            return;
        }

        // The word stands in a cell that is no rectangle: nothing in its row is certain.
        var line = Array.FindLastIndex(lines, at => at <= word.CentreY);
        piece.Uncertain.Add(Math.Clamp(line, 0, piece.Rows.Count - 1));
        piece.Stray.Add(word);
    }
}
