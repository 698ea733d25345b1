using System.Globalization;
using System.Text;

namespace Gongkai.Platform.Channels.Printing;

/// <summary>Numbers as they are read aloud.</summary>
internal static class SpokenNumbers
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly string[] Places = ["", "十", "百", "千"];
    private static readonly string[] Groups = ["", "万", "亿", "万亿"];

    /// <summary>Digit by digit: a year, a code, a telephone number.</summary>
    public static string ByDigit(string digits, bool isTelephone = false) =>
        string.Concat(digits.Where(char.IsAsciiDigit).Select(digit => isTelephone && digit == '1' ? '幺' : Digits[digit - '0']));

    /// <summary>As a quantity, with what stands behind the point; too long a number is read by its digits.</summary>
    public static string AsQuantity(string number)
    {
        var plain = number.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        var parts = plain.Split('.');
        var whole = parts[0].TrimStart('0');
        var spoken = whole.Length == 0 ? "零" : whole.Length > 16 ? ByDigit(parts[0]) : Whole(long.Parse(whole, CultureInfo.InvariantCulture));
        return parts.Length == 2 && parts[1].Length > 0 ? $"{spoken}点{ByDigit(parts[1])}" : spoken;
    }

    private static string Whole(long number)
    {
        var groups = new List<int>();
        for (var rest = number; rest > 0; rest /= 10_000)
        {
            groups.Add((int)(rest % 10_000));
        }

        var text = new StringBuilder();
        var mustSayZero = false;
        for (var index = groups.Count - 1; index >= 0; index--)
        {
            var group = groups[index];
            if (group == 0)
            {
                mustSayZero = text.Length > 0;
                continue;
            }

            if (text.Length > 0 && (mustSayZero || group < 1000))
            {
                text.Append('零');
            }

            text.Append(Group(group)).Append(Groups[index]);
            mustSayZero = false;
        }

        var spoken = text.ToString();
        return spoken.StartsWith("一十", StringComparison.Ordinal) ? spoken[1..] : spoken;
    }

    private static string Group(int group)
    {
        var text = new StringBuilder();
        var isGap = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = group / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                isGap = text.Length > 0;
                continue;
            }

            text.Append(isGap ? "零" : "").Append(Digits[digit]).Append(Places[place]);
            isGap = false;
        }

        return text.ToString();
    }
}
