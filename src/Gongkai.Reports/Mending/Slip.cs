using System.Globalization;

namespace Gongkai.Reports.Mending;

/// <summary>The usual slips by which one figure comes to stand for another.</summary>
internal enum Slip
{
    None,
    LeftZero,
    DigitLost,
    DigitAdded,
    DigitsTransposed,
    DigitWrong,
}

/// <summary>Recognises slips.</summary>
internal static class Slips
{
    /// <summary>What may have happened when <paramref name="printed"/> was written instead of <paramref name="meant"/>.</summary>
    public static Slip Between(decimal printed, decimal meant)
    {
        if (printed < 0 || !decimal.IsInteger(printed))
        {
            return Slip.None;
        }

        if (printed == 0)
        {
            return Slip.LeftZero;
        }

        var (was, should) = (Digits(printed), Digits(meant));
        return (was.Length - should.Length) switch
        {
            -1 when IsWithoutOne(should, was) => Slip.DigitLost,
            1 when meant != 0 && IsWithoutOne(was, should) => Slip.DigitAdded,
            0 => SameLength(was, should),
            _ => Slip.None,
        };
    }

    /// <summary>The slip in Chinese, as the end of a sentence about the cell.</summary>
    public static string Name(Slip slip) => slip switch
    {
        Slip.None => "",
        Slip.LeftZero => "疑为漏填（填了0）",
        Slip.DigitLost => "疑为少写一位数字",
        Slip.DigitAdded => "疑为多写一位数字",
        Slip.DigitsTransposed => "疑为相邻两位数字颠倒",
        Slip.DigitWrong => "疑为一位数字写错",
    };

    private static string Digits(decimal figure) => decimal.Truncate(figure).ToString(CultureInfo.InvariantCulture);

    private static bool IsWithoutOne(string longer, string shorter)
    {
        var at = longer.AsSpan().CommonPrefixLength(shorter);
        return longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at));
    }

    private static Slip SameLength(string was, string should)
    {
        var first = was.AsSpan().CommonPrefixLength(should);
        var differing = was.Zip(should).Count(pair => pair.First != pair.Second);
        return differing switch
        {
            1 when was.Length > 1 => Slip.DigitWrong,
            2 when was[first] == should[first + 1] && was[first + 1] == should[first] => Slip.DigitsTransposed,
            _ => Slip.None,
        };
    }
}
