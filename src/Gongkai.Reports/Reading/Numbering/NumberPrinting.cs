using System.Globalization;
using System.Text;

namespace Gongkai.Reports.Reading.Numbering;

/// <summary>Writes automatic numbers as Word and browsers do.</summary>
public static class NumberPrinting
{
    private const string Digits = "〇一二三四五六七八九";
    private const string FormalDigits = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";

    public static string Print(this NumberFormat format, int number) => format switch
    {
        NumberFormat.None => "",
        NumberFormat.Decimal => Plain(number),
        NumberFormat.DecimalZero => number.ToString("00", CultureInfo.InvariantCulture),
        NumberFormat.FullWidth => string.Concat(Plain(number).Select(static digit => (char)(digit - '0' + '０'))),
        NumberFormat.Circled => Symbol('①', number),
        NumberFormat.Parenthesized => Symbol('⑴', number),
        NumberFormat.FullStopped => Symbol('⒈', number),
        NumberFormat.Chinese => Counting(number, Digits, "十百千", shortTen: true),
        NumberFormat.ChineseDigits => string.Concat(Plain(number).Select(static digit => char.IsAsciiDigit(digit) ? Digits[digit - '0'] : digit)),
        NumberFormat.ChineseFormal => Counting(number, FormalDigits, "拾佰仟", shortTen: false),
        NumberFormat.HeavenlyStem => number is >= 1 and <= 10 ? Stems[number - 1].ToString() : Plain(number),
        NumberFormat.UpperLetter => Letters(number, 'A'),
        NumberFormat.LowerLetter => Letters(number, 'a'),
        NumberFormat.UpperRoman => Roman(number),
        NumberFormat.LowerRoman => Roman(number).ToLowerInvariant(),
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Symbol(char first, int number) =>
        number is >= 1 and <= 20 ? ((char)(first + number - 1)).ToString() : Plain(number);

    private static string Letters(int number, char first) =>
        number is < 1 or > 780 ? Plain(number) : new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Counting(int number, string digits, string units, bool shortTen)
    {
        if (number is < 1 or > 9999)
        {
            return number == 0 ? digits[..1] : Plain(number);
        }

        var text = new StringBuilder();
        var zero = false;
        var rest = number;
        for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10)
        {
            var digit = rest / unit;
            rest %= unit;
            if (digit == 0)
            {
                zero = text.Length > 0;
                continue;
            }

            if (zero)
            {
                text.Append('零');
                zero = false;
            }

            if (!(shortTen && digit == 1 && place == 1 && text.Length == 0))
            {
                text.Append(digits[digit]);
            }

            if (place > 0)
            {
                text.Append(units[place - 1]);
            }
        }

        return text.ToString();
    }

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return Plain(number);
        }

        var text = new StringBuilder();
        ReadOnlySpan<(int Value, string Sign)> signs =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
            (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }
}
