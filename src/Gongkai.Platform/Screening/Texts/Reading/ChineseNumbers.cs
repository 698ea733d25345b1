namespace Gongkai.Platform.Screening.Texts.Reading;

/// <summary>Numbers in Chinese letters.</summary>
internal static class ChineseNumbers
{
    private const string Small = "零一二三四五六七八九";
    private const string Large = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>A number up to 9999 in ordinary letters; null where it is none.</summary>
    public static int? Of(string text)
    {
        var (total, digit) = (0, 0);
        foreach (var letter in text)
        {
            if (Small.IndexOf(letter == '〇' ? '零' : letter == '两' ? '二' : letter, StringComparison.Ordinal) is >= 0 and var value)
            {
                digit = value;
                continue;
            }

            var unit = letter switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit == 0)
            {
                return null;
            }

            total += (digit == 0 && unit == 10 ? 1 : digit) * unit;
            digit = 0;
        }

        return total + digit;
    }

    /// <summary>A number below a hundred in ordinary letters.</summary>
    public static string Write(int number) => number switch
    {
        < 10 => Small[number].ToString(),
        10 => "十",
        < 20 => $"十{Small[number - 10]}",
        _ when number % 10 == 0 => $"{Small[number / 10]}十",
        < 100 => $"{Small[number / 10]}十{Small[number % 10]}",
        _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>An amount in the letters of accounts (壹万贰仟元整), in yuan; null where it is none.</summary>
    public static decimal? Amount(string text)
    {
        decimal total = 0, section = 0, digit = 0;
        var isAny = false;
        foreach (var letter in text)
        {
            var value = Large.IndexOf(letter == '〇' ? '零' : letter, StringComparison.Ordinal);
            if (value >= 0)
            {
                (digit, isAny) = (value, true);
                continue;
            }

            switch (letter)
            {
                case '拾' or '佰' or '仟':
                    section += (digit == 0 && letter == '拾' ? 1 : digit) * (letter switch { '拾' => 10, '佰' => 100, _ => 1000 });
                    digit = 0;
                    break;
                case '万':
                    (total, section, digit) = (((total % 100_000_000) + section + digit) * 10_000 + (total - (total % 100_000_000)), 0, 0);
                    break;
                case '亿':
                    (total, section, digit) = ((total + section + digit) * 100_000_000, 0, 0);
                    break;
                case '元' or '圆':
                    (total, section, digit) = (total + section + digit, 0, 0);
                    break;
                case '角':
                    (total, digit) = (total + (digit / 10), 0);
                    break;
                case '分':
                    (total, digit) = (total + (digit / 100), 0);
                    break;
                case '整' or '正':
                    break;
                default:
                    return null;
            }
        }

        return isAny ? total + section + digit : null;
    }
}
