using System.Globalization;
using System.Text;
using Gongkai.Reports.Form;
using Gongkai.Testing.Published;

namespace Gongkai.Testing;

/// <summary>How well a printed report was read.</summary>
/// <param name="Right">Cells read as they were printed.</param>
/// <param name="Unread">Cells that were openly not read.</param>
/// <param name="Wrong">Cells that were silently read as something else.</param>
/// <param name="Missed">Cells among the unread that could have been read with certainty.</param>
/// <param name="Head">What is wrong with the agency, year, edition, period, date and sections, a line each.</param>
/// <param name="Differences">One line for each cell that is wrong or missed.</param>
public sealed record Accuracy(int Right, int Unread, int Wrong, int Missed, IReadOnlyList<string> Head, string Differences)
{
    /// <summary>Compares what was read with what was printed.</summary>
    public static Accuracy Score(AnnualReport read, Expected expected)
    {
        int right = 0, unread = 0, wrong = 0, missed = 0;
        var differences = new StringBuilder();
        foreach (var figure in NationalForm.Figures)
        {
            var truth = expected.Truth.Figures[figure.Address];
            var cell = read.Figures[figure.Address];
            var certainty = expected[figure.Address];
            switch (Judge(cell, truth, certainty))
            {
                case Verdict.Right:
                    right++;
                    continue;
                case Verdict.Unread:
                    unread++;
                    continue;
                case Verdict.Missed:
                    unread++;
                    missed++;
                    differences.AppendLine(CultureInfo.InvariantCulture, $"missed {figure.Name}: printed {Show(truth)}, read {Show(cell)}");
                    continue;
                case Verdict.Wrong:
                    wrong++;
                    differences.AppendLine(CultureInfo.InvariantCulture, $"WRONG  {figure.Name}: printed {Show(truth)} ({certainty}), read {Show(cell)}");
                    continue;
            }
        }

        return new Accuracy(right, unread, wrong, missed, [.. HeadFaults(read, expected)], differences.ToString());
    }

    private static Verdict Judge(Cell cell, Cell truth, Certainty certainty)
    {
        if (cell.Kind == truth.Kind && cell.ValueOrNull == truth.ValueOrNull && (certainty != Certainty.Lost || !cell.IsNumber))
        {
            return Verdict.Right;
        }

        var openly = cell.Kind is CellKind.Unreadable or CellKind.Missing or CellKind.Text;
        return !openly ? Verdict.Wrong : certainty == Certainty.Certain && truth.Kind != CellKind.Missing ? Verdict.Missed : Verdict.Unread;
    }

    private static IEnumerable<string> HeadFaults(AnnualReport read, Expected expected)
    {
        var truth = expected.Truth;
        if (expected.ComparesHead)
        {
            (string Name, object? Printed, object? Read)[] facts =
            [
                ("agency", Folded(truth.Agency), Folded(read.Agency)),
                ("year", truth.Year, read.Year),
                ("edition", truth.Edition, read.Edition),
                ("period", truth.Period, read.Period),
                ("signed on", truth.SignedOn, read.SignedOn),
                ("signatory", Folded(truth.Signatory), Folded(read.Signatory)),
            ];
            foreach (var (name, printed, found) in facts.Where(fact => !Equals(fact.Printed, fact.Read)))
            {
                yield return $"{name}: printed {printed ?? "nothing"}, read {found ?? "nothing"}";
            }
        }

        if (expected.Sections is { } sections && !sections.SequenceEqual(read.Sections.Select(section => section.Number)))
        {
            yield return $"sections: printed {string.Join(' ', sections)}, read {string.Join(' ', read.Sections.Select(section => section.Number))}";
        }
    }

    private static string? Folded(string? name) => name is null ? null : Folding.Fold(name);

    private static string Show(Cell cell) => cell.Kind switch
    {
        CellKind.Number => Figure.Format(cell.Value),
        CellKind.Missing or CellKind.Blank => cell.Kind.ToString(),
        CellKind.Dash or CellKind.Text or CellKind.Unreadable => $"{cell.Kind} “{cell.Raw}”",
    };

    private enum Verdict
    {
        Right,
        Unread,
        Missed,
        Wrong,
    }
}
