using System.Buffers;
using System.Globalization;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>Reads what stands in one cell of the tables: a figure, a stroke, words, or something that is none of these for certain.</summary>
internal static class FigureText
{
    private const string Strokes = "-/\\—–―─━‐‑‒﹣ー_~～";
    private const string LettersBeforeFigures = "不没暂空未增减";
    private const int MostDigits = 15;
    private const decimal MostOfACount = 100_000_000;

    private static readonly SearchValues<char> StrokesAndSpaces = SearchValues.Create(Strokes + "／－ ");
    private static readonly SearchValues<char> MisreadDigits = SearchValues.Create("OoQDlI|?0123456789 .,");
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789OolI?〇零一二三四五六七八九十百千万亿两");

    /// <summary>What the cell holds.</summary>
    /// <param name="text">The cell's text.</param>
    /// <param name="unit">The unit of the figure that is looked for: 件, 项, 万元 or 元.</param>
    /// <param name="place">Where it stands.</param>
    public static Cell Read(string text, string unit, SourcePlace place)
    {
        if (text.Length == 1 && char.IsAsciiDigit(text[0]))
        {
            return Cell.Number(text[0] - '0', text, place);
        }

        if (PlainCount(text) is { } count)
        {
            return Cell.Number(count, text, place);
        }

        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return Cell.Blank(place);
        }

        if (trimmed.StartsWith(CellText.UnreadMark, StringComparison.Ordinal))
        {
            return Cell.Unreadable(trimmed[CellText.UnreadMark.Length..], place);
        }

        if (trimmed == CellText.MissingMark)
        {
            return Cell.Missing;
        }

        if (IsStroke(trimmed))
        {
            return Cell.Dash(trimmed, place);
        }

        var folded = Folding.Fold(trimmed);
        if (Parse(folded, unit) is { } value)
        {
            return Cell.Number(value, trimmed, place);
        }

        return HoldsDigits(folded) ? Cell.Unreadable(trimmed, place) : Cell.Text(trimmed, place);
    }

    /// <summary>Whether a cell of a table's value columns holds something that stands in a figure's place, rather than a label.</summary>
    public static bool StandsForFigure(ReadOnlySpan<char> text)
    {
        if (text.Length == 1)
        {
            return char.IsAsciiDigit(text[0]) || IsStroke(text) || text[0] is '无' or '無' or 'O' or 'o' or 'l' or 'I' or '〇' or '零' || char.IsDigit(Folding.Fold(text[0]));
        }

        // Nearly every label begins with a letter that no figure begins with.
        if (!text.IsEmpty && LabelText.IsLetter(text[0]) && !LettersBeforeFigures.Contains(Folding.Fold(text[0]), StringComparison.Ordinal))
        {
            return false;
        }

        text = text.Trim();
        if (text.Length is 0 or > 60)
        {
            return false;
        }

        if (text.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return true;
        }

        if (IsStroke(text) || text is "不适用" or "不適用" or "没有" or "暂无" or "空" or "N/A" or "n/a" or "未发生" or "未涉及")
        {
            return true;
        }

        var mark = text.StartsWith(CellText.UnreadMark) || text.SequenceEqual(CellText.MissingMark);
        return mark || StartsLikeFigure(text);
    }

    /// <summary>Whether the text is nothing but strokes.</summary>
    public static bool IsStroke(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(StrokesAndSpaces) < 0 && text.IndexOfAnyExcept(' ') >= 0;

    /// <summary>A figure with its sign, separators, unit and notes; null where it is none for certain.</summary>
    /// <param name="folded">Folded text without outer white space.</param>
    /// <param name="unit">The unit of the column.</param>
    public static decimal? Parse(string folded, string unit)
    {
        var at = 0;
        var sign = ReadSign(folded, ref at);
        if (!ReadDigits(folded, ref at, out var number))
        {
            return null;
        }

        var printedUnit = ReadUnit(folded, ref at);
        return SkipNotes(folded, at) && Scale(number, printedUnit, unit) is { } scaled && (unit is "万元" or "元" || scaled < MostOfACount) ? sign * scaled : null;
    }

    /// <summary>The count that a text of nothing but digits is; null for any other.</summary>
    private static int? PlainCount(string text)
    {
        if (text.Length is < 2 or > 8 || text[0] == '0')
        {
            return null;
        }

        var count = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
            {
                return null;
            }

            count = (count * 10) + character - '0';
        }

        return count;
    }

    private static bool StartsLikeFigure(ReadOnlySpan<char> text)
    {
        var first = Folding.Fold(text[0]);
        var at = first is '+' or '-' or '增' or '减' ? (first is '增' or '减' && text.Length > 1 && text[1] is '加' or '少' ? 2 : 1) : 0;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        if (at >= text.Length || !char.IsAsciiDigit(Folding.Fold(text[at])))
        {
            return text.Length <= 6 && IsMisreadDigits(text);
        }

        // A numbered label begins with a digit too: "1.属于国家秘密", "2、重复申请", "3 其他".
        while (at < text.Length && (char.IsAsciiDigit(Folding.Fold(text[at])) || Folding.Fold(text[at]) is ',' or '.' or ' '))
        {
            at++;
        }

        if (at == text.Length)
        {
            return Folding.Fold(text[^1]) is not ('.' or ',');
        }

        return Folding.Fold(text[at]) is '(' or '[' or '件' or '条' or '项' or '个' or '份' or '元' or '万' or '宗' or '起' or '次' or '人' or 'O' or 'o' or 'l' or 'I' or '?' or '-' or '+' or '*';
    }

    private static bool IsMisreadDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(MisreadDigits) < 0;

    private static int ReadSign(string text, ref int at)
    {
        switch (text[0])
        {
            case '+':
                at = 1;
                break;
            case '-' or '–' or '—':
                at = 1;
                SkipSpaces(text, ref at);
                return -1;
            case '增' or '减':
                at = text.Length > 1 && text[1] is '加' or '少' ? 2 : 1;
                SkipSpaces(text, ref at);
                return text[0] == '减' ? -1 : 1;
            default:
                break;
        }

        SkipSpaces(text, ref at);
        return 1;
    }

    private static bool ReadDigits(string text, ref int at, out decimal number)
    {
        number = 0;
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is ',' or '.'))
        {
            at++;
        }

        var digits = text.AsSpan(start, at - start);
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        if (whole.IsEmpty || digits[^1] is '.' or ',' || digits.Length > MostDigits + 5 || (point >= 0 && digits[(point + 1)..].IndexOfAny('.', ',') >= 0))
        {
            return false;
        }

        if (whole.Contains(',') ? !AreThousands(whole) : whole.Length > 1 && whole[0] == '0')
        {
            return false;
        }

        return decimal.TryParse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    private static bool AreThousands(ReadOnlySpan<char> whole)
    {
        var first = whole.IndexOf(',');
        if (first is < 1 or > 3 || whole[0] == '0' || (whole.Length - first) % 4 != 0)
        {
            return false;
        }

        for (var index = first; index < whole.Length; index++)
        {
            if ((index - first) % 4 == 0 != (whole[index] == ','))
            {
                return false;
            }
        }

        return true;
    }

    private static string ReadUnit(string text, ref int at)
    {
        SkipSpaces(text, ref at);
        foreach (var unit in (ReadOnlySpan<string>)["万元", "亿元", "元", "万件", "万条", "件次", "件", "条", "项", "个", "份", "宗", "起", "人次", "次", "万"])
        {
            if (text.AsSpan(at).StartsWith(unit))
            {
                at += unit.Length;
                return unit;
            }
        }

        return "";
    }

    /// <summary>The figure in the column's unit; null where the printed unit cannot be the column's.</summary>
    private static decimal? Scale(decimal number, string printed, string column) => (printed, column) switch
    {
        ("", _) => number,
        ("元", "万元") => number / 10_000,
        ("万元" or "万", "元") => number * 10_000,
        ("亿元", "万元") => number * 10_000,
        ("亿元", "元") => number * 100_000_000,
        ("万元" or "万", "万元") or ("元", "元") => number,
        (_, "万元" or "元") => null,
        ("万元" or "元" or "亿元", _) => null,
        ("万" or "万件" or "万条", _) => number * 10_000,
        _ => number,
    };

    private static bool SkipNotes(string text, int at)
    {
        while (true)
        {
            SkipSpaces(text, ref at);
            if (at == text.Length)
            {
                return true;
            }

            var close = text[at] switch
            {
                '(' => text.IndexOf(')', at),
                '[' => text.IndexOf(']', at),
                _ => -1,
            };
            if (close < 0)
            {
                return false;
            }

            at = close + 1;
        }
    }

    private static void SkipSpaces(string text, ref int at)
    {
        while (at < text.Length && text[at] is ' ' or '\n')
        {
            at++;
        }
    }

    private static bool HoldsDigits(string folded) => folded.AsSpan().IndexOfAny(Numerals) >= 0;
}
