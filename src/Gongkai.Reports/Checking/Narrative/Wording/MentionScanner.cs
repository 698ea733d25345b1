using System.Buffers;
using System.Globalization;

namespace Gongkai.Reports.Checking.Narrative.Wording;

/// <summary>Finds the counted numbers of a sentence, in digits and in Chinese numerals; dates, list numbers and rough figures are left out.</summary>
internal static class MentionScanner
{
    private const string Numerals = "零一二三四五六七八九十百千两";

    private static readonly SearchValues<char> AllDigits = SearchValues.Create(Numerals + "0123456789");

    public static void Scan(ReadOnlySpan<char> sentence, List<Mention> mentions)
    {
        mentions.Clear();
        var index = 0;
        while (index < sentence.Length && sentence[index..].IndexOfAny(AllDigits) is >= 0 and var distance)
        {
            index += distance;
            index = char.IsAsciiDigit(sentence[index]) ? Digits(sentence, index, mentions) : Chinese(sentence, index, mentions);
        }
    }

    private static int Digits(ReadOnlySpan<char> sentence, int start, List<Mention> mentions)
    {
        var end = start;
        Span<char> digits = stackalloc char[24];
        var length = 0;
        var decimals = -1;
        while (end < sentence.Length && length < digits.Length)
        {
            var character = sentence[end];
            if (char.IsAsciiDigit(character))
            {
                decimals += decimals >= 0 ? 1 : 0;
            }
            else if (character == '.' && decimals < 0 && end + 1 < sentence.Length && char.IsAsciiDigit(sentence[end + 1]))
            {
                decimals = 0;
            }
            else if (character == ',' && decimals < 0 && IsThousands(sentence, start, end))
            {
                end++;
                continue;
            }
            else
            {
                break;
            }

            digits[length++] = character;
            end++;
        }

        if (!decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || IsPartOfOther(sentence, start, end))
        {
            return Math.Max(end, start + 1);
        }

        if (UnitAt(sentence, start, end, out var unitLength) is { } unit && !(end < sentence.Length && sentence[end] is '余' or '多'))
        {
            mentions.Add(new Mention(start, end + unitLength, value, unit, Math.Max(decimals, 0)));
        }

        return end;
    }

    private static bool IsThousands(ReadOnlySpan<char> sentence, int start, int comma) =>
        (comma - start <= 3 || sentence[comma - 4] == ',')
        && comma + 3 < sentence.Length
        && char.IsAsciiDigit(sentence[comma + 1]) && char.IsAsciiDigit(sentence[comma + 2]) && char.IsAsciiDigit(sentence[comma + 3])
        && (comma + 4 >= sentence.Length || !char.IsAsciiDigit(sentence[comma + 4]));

    /// <summary>Whether the digits belong to a longer thing: 第3件, 12345, a date, a range, another number beside it.</summary>
    private static bool IsPartOfOther(ReadOnlySpan<char> sentence, int start, int end) =>
        (start > 0 && (sentence[start - 1] is '第' or '-' or '~' or '/' or '.' or ' ' or '近' or '约' or '超' or '逾' or '[' or '+' || char.IsAsciiLetter(sentence[start - 1])))
        || (start > 1 && sentence[(start - 2)..start] is "超过" or "将近" or "大约" or "不足" or "不到" or "至少" or "突破")
        || (end < sentence.Length && (sentence[end] is '-' or '~' or ' ' || char.IsAsciiLetter(sentence[end])));

    private static MentionUnit? UnitAt(ReadOnlySpan<char> sentence, int start, int end, out int length)
    {
        var rest = sentence[end..];
        length = 1;
        if (rest.IsEmpty || Passage.EndsClause(rest[0]) || rest[0] is '.' or '\n')
        {
            length = 0;
            return start > 0 && sentence[start - 1] is '为' or '是' ? MentionUnit.Bare : null;
        }

        switch (rest[0])
        {
            case '件':
                length = rest.Length > 1 && rest[1] == '次' ? 2 : 1;
                return rest.Length > length && rest[length] is '事' or '套' ? null : MentionUnit.Case;
            case '条' or '宗' or '份' or '起' or '例':
                return MentionUnit.Case;
            case '%' or '％':
                return MentionUnit.Percent;
            case '人' when rest.Length > 1 && rest[1] == '次':
                length = 2;
                return MentionUnit.Loose;
            case '次' or '个' or '项':
                return MentionUnit.Loose;
            default:
                return null;
        }
    }

    private static int Chinese(ReadOnlySpan<char> sentence, int start, List<Mention> mentions)
    {
        var end = start;
        while (end < sentence.Length && Numerals.Contains(sentence[end], StringComparison.Ordinal))
        {
            end++;
        }

        var follows = end < sentence.Length ? sentence[end] : '\0';
        var precedes = start > 0 ? sentence[start - 1] : '\0';
        var counted = follows is '件' or '宗' or '起' or '例' && !(end + 1 < sentence.Length && sentence[end + 1] is '事' or '套');
        if (precedes is '为' or '是' && sentence[start..end] is "零" && (follows == '\0' || Passage.EndsClause(follows)))
        {
            mentions.Add(new Mention(start, end, 0, MentionUnit.Bare, 0));
        }
        else if (counted && precedes is not ('第' or '每' or '任' or '这' or '那' or '某' or '同' or '首' or '万' or '百' or '约' or '近')
            && Value(sentence[start..end]) is { } value)
        {
            mentions.Add(new Mention(start, end + 1, value, MentionUnit.Case, 0));
        }

        return end;
    }

    private static int? Value(ReadOnlySpan<char> numerals)
    {
        var (sum, digit) = (0, 0);
        var hasUnit = false;
        foreach (var numeral in numerals)
        {
            var unit = numeral switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit > 0)
            {
                sum += Math.Max(digit, 1) * unit;
                digit = 0;
                hasUnit = true;
            }
            else if (digit > 0 && !hasUnit)
            {
                return null;
            }
            else
            {
                digit = numeral == '两' ? 2 : Numerals.IndexOf(numeral, StringComparison.Ordinal);
            }
        }

        return sum + digit;
    }
}
