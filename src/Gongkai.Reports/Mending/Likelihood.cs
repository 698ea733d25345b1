using Gongkai.Reports.Form;

namespace Gongkai.Reports.Mending;

/// <summary>How likely it is that a mend undoes what really went wrong, in points, and what speaks for it in Chinese.</summary>
internal sealed class Likelihood(CarryOver carryOver, IReadOnlyDictionary<FigureAddress, decimal>? supported)
{
    private const int MostReasons = 6;
    private const int TextAgrees = 100;
    private const int TextBacksWhatStands = -60;
    private const int TextSaysAnother = -20;
    private const int LastYearAgrees = 60;
    private const int Swapped = 40;
    private const int Moved = 30;
    private const int OneDigit = 20;
    private const int DigitWrong = 8;
    private const int LeftZero = 6;
    private const int StaleTotal = 12;
    private const int PerDigitOfDifference = -2;

    /// <summary>The points of a set of changes and the reason to give.</summary>
    public (int Points, string Reason) Weigh(ReadOnlySpan<MendedCell> changes)
    {
        var points = 0;
        var reasons = new List<string>();
        for (var index = 0; index < changes.Length; index++)
        {
            points += WeighCell(changes[index], reasons);
            for (var other = index + 1; other < changes.Length; other++)
            {
                points += WeighPair(changes[index], changes[other], reasons);
            }
        }

        return (points, Tell([.. reasons.Distinct()]));
    }

    /// <summary>What the text says of a cell, where that is a count.</summary>
    public long? Wish(FigureAddress cell) =>
        supported is not null && supported.TryGetValue(cell, out var figure) && figure is >= 0 and <= long.MaxValue && decimal.IsInteger(figure)
            ? (long)figure
            : null;

    private static string Tell(List<string> reasons) =>
        string.Join("；", reasons.Take(MostReasons)) + (reasons.Count > MostReasons ? $"等{reasons.Count}处" : "");

    private int WeighCell(MendedCell change, List<string> reasons)
    {
        var place = change.Address.Figure.Description;
        var from = change.From ?? 0;
        var points = PerDigitOfDifference * Figure.Format(decimal.Truncate(Math.Abs(change.To - from))).Length;
        if (supported is not null && supported.TryGetValue(change.Address, out var stated))
        {
            points += stated == change.To ? TextAgrees : stated == change.From ? TextBacksWhatStands : TextSaysAnother;
            if (stated == change.To)
            {
                reasons.Add($"正文所述与{place}改为{Figure.Format(change.To)}一致");
            }
        }

        if (carryOver.Printed(change.Address) is { } carried && carried == change.To)
        {
            points += LastYearAgrees;
            reasons.Add($"上年报告结转下年度为{carried}件，{place}应与之一致");
        }

        if (FigureTotals.IsTotal(change.Address))
        {
            points += StaleTotal;
            reasons.Add($"{place}是合计数，疑未随明细更新");
        }

        return points + WeighSlip(change, place, reasons);
    }

    private static int WeighSlip(MendedCell change, string place, List<string> reasons)
    {
        var slip = change.From is { } from ? Slips.Between(from, change.To) : Slip.None;
        if (slip != Slip.None)
        {
            reasons.Add(place + Slips.Name(slip));
        }

        return slip switch
        {
            Slip.None => 0,
            Slip.LeftZero => LeftZero,
            Slip.DigitLost or Slip.DigitAdded or Slip.DigitsTransposed => OneDigit,
            Slip.DigitWrong => DigitWrong,
        };
    }

    private static int WeighPair(MendedCell one, MendedCell other, List<string> reasons)
    {
        var (row, otherRow) = (NationalForm.RowOf(one.Address), NationalForm.RowOf(other.Address));
        var (column, otherColumn) = (NationalForm.ColumnOf(one.Address), NationalForm.ColumnOf(other.Address));
        if (one.From != other.To || other.From != one.To || one.From == one.To)
        {
            return 0;
        }

        if (one.From != 0 && other.From != 0)
        {
            reasons.Add($"{one.Address.Figure.Description}与{other.Address.Figure.Description}的数疑为互换");
            return Swapped;
        }

        var isBesideIt = (row == otherRow && Math.Abs((column - otherColumn) ?? 1) == 1) || (column == otherColumn && Math.Abs((row - otherRow) ?? 1) == 1);
        var (wrong, right) = one.From == 0 ? (other, one) : (one, other);
        reasons.Add($"{right.Address.Figure.Description}的数疑误填在{wrong.Address.Figure.Description}");
        return isBesideIt ? Moved : row == otherRow || column == otherColumn ? Moved * 2 / 3 : 0;
    }
}
