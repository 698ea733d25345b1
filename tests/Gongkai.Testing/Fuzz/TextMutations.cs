using System.Globalization;
using System.Text;
using Gongkai.Reports.Form;

namespace Gongkai.Testing.Fuzz;

/// <summary>Damage to text and mark-up: to digits, labels, separators, lines and tags.</summary>
internal static class TextMutations
{
    private const int LargestText = 600_000;

    private static readonly string[] Numbers =
    [
        "0", "00", "-1", "−7", "+3", "1,234", "1,23", "12 34", "１２３", "9999999999999999999999999999999", "79228162514264337593543950336", "0.1", "1.2.3", ".", "1e9", "1E-400", "٣", "①", "3½",
        "十二", "零", "O", "l0", "12（其中3件）", "3件", "70487元", "5万元", "7%", "/", "—", "无", "N/A", "12/13", "2024", "减4", "增加", "", " ", "\u200B", "1\u00A02", "-", "--5", "＋", "NaN", "true", "null", "\"5\"",
    ];

    private static readonly string[] Marks =
    [
        "\t", "\t\t\t", "|", "｜", "||||||", "|---|---|", "\n", "\r", "\r\n\r\n", "\f", "\u2028", "\0", "　", "，", "。", "**", "#", "`", "&nbsp;", "&#48;", "&#x1F600;", "&amp;", "&", "<br>", "<", ">", "\"", "'", "\\", "{", "}",
        "[", "]", ",", ":", "\uFEFF", "\uD83D", "\uDE00", "\u202E", "\u0301", "第3页", "- 3 -", "合计", "自然人", "一、", "（一）", "（二十）", "2024年", "13月45日",
    ];

    private static readonly string[] Tags =
    [
        "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td rowspan=\"65535\" colspan=\"65535\">", "<td colspan=\"0\" rowspan=\"-3\">", "<th>", "<tbody>", "<p>", "</p>", "<div style=\"display:none\">",
        "<span hidden>", "</span>", "<script>", "<style>", "<!--", "-->", "<![CDATA[", "<svg>", "<math>", "<template>", "<select>", "<frameset>", "<ol start=\"2147483647\">", "<li value=\"-2147483648\">", "<textarea>", "<title>", "<plaintext>",
        "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p/>", "<w:r><w:t>7</w:t></w:r>", "<w:gridSpan w:val=\"99999\"/>", "<w:gridSpan w:val=\"-4\"/>", "<w:vMerge/>", "<w:vMerge w:val=\"restart\"/>", "<w:del>", "<w:ins>",
        "<w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"1\"/></w:numPr>", "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>", "<w:br/>", "<w:tab/>", "<w:txbxContent>", "<row r=\"1048577\">", "<c r=\"XFD1048576\"><v>1</v></c>", "<v>1e999</v>",
        "<mergeCell ref=\"A1:XFD1048576\"/>", "<t>", "</t>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "<?xml version=\"1.0\"?>",
    ];

    private static readonly string[] Labels = [.. NationalForm.Figures.Select(figure => figure.Row).Distinct()];

    public static void Spoil(StringBuilder text, string other, Random random, List<string> how)
    {
        if (text.Length == 0 || text.Length > LargestText)
        {
            return;
        }

        var at = random.Next(text.Length);
        switch (random.Next(14))
        {
            case 0 or 1:
                how.Add("numbers changed");
                ChangeNumbers(text, random, random.Next(1, 40));
                break;
            case 2:
                how.Add("marks put in");
                Insert(text, random, Marks, random.Next(1, 20));
                break;
            case 3:
                how.Add("tags put in");
                Insert(text, random, Tags, random.Next(1, 10));
                break;
            case 4:
                how.Add("labels put in");
                Insert(text, random, Labels, random.Next(1, 6));
                break;
            case 5:
                how.Add("separators changed");
                text.Replace(Pick(["\t", "|", "\n", "</td>", "</w:tc>", ",", "\"", "</w:p>"], random), Pick([.. Marks, .. Tags], random), at, text.Length - at);
                break;
            case 6:
                how.Add("lines shuffled");
                ChangeLines(text, random, static (lines, random) => random.Shuffle(lines));
                break;
            case 7:
                how.Add("lines swapped, lost and doubled");
                ChangeLines(text, random, SwapLines);
                break;
            case 8:
                how.Add("characters lost");
                text.Remove(at, Math.Min(text.Length - at, random.Next(1, 60)));
                break;
            case 9:
                how.Add("spliced");
                var from = random.Next(other.Length);
                text.Insert(at, other.AsSpan(from, Math.Min(other.Length - from, random.Next(1, 3000))));
                break;
            case 10:
                how.Add("passage many times");
                Repeat(text, at, random);
                break;
            case 11:
                how.Add("nested");
                Nest(text, at, random);
                break;
            case 12:
                how.Add("digits moved");
                ShiftDigits(text, random);
                break;
            default:
                how.Add("line ends lost");
                text.Replace("\n", Pick(["", " ", "\t"], random), at, Math.Min(text.Length - at, random.Next(1, 2000)));
                break;
        }
    }

    public static byte[] Encode(string text, Random random, List<string> how)
    {
        var name = random.Next(12) switch
        {
            0 => "utf-16",
            1 => "gb18030",
            2 => "utf-16BE",
            3 => "utf-32",
            _ => null,
        };
        if (name is null)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        how.Add(name);
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        return random.Next(2) == 0 ? encoding.GetBytes(text) : [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    private static void ChangeNumbers(StringBuilder text, Random random, int count)
    {
        var whole = text.ToString();
        for (; count > 0 && text.Length > 0; count--)
        {
            var start = whole.AsSpan(random.Next(whole.Length)).IndexOfAnyInRange('0', '9');
            if (start < 0 || start >= text.Length)
            {
                continue;
            }

            var index = Math.Min(random.Next(text.Length), text.Length - 1);
            while (index < text.Length && !char.IsAsciiDigit(text[index]))
            {
                index++;
            }

            var end = index;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            var number = random.Next(3) == 0 ? random.Next(100_000).ToString(CultureInfo.InvariantCulture) : Pick(Numbers, random);
            text.Remove(index, end - index).Insert(index, number);
        }
    }

    private static void Insert(StringBuilder text, Random random, string[] pieces, int count)
    {
        for (; count > 0; count--)
        {
            text.Insert(random.Next(text.Length + 1), Pick(pieces, random));
        }
    }

    private static void ChangeLines(StringBuilder text, Random random, Action<string[], Random> change)
    {
        var separator = Pick(["\n", "\t", "</tr>", "</w:tr>", "</td>", ","], random);
        var lines = text.ToString().Split(separator);
        change(lines, random);
        text.Clear().AppendJoin(separator, lines);
    }

    private static void SwapLines(string[] lines, Random random)
    {
        for (var count = random.Next(1, 10); count > 0; count--)
        {
            var one = random.Next(lines.Length);
            var two = random.Next(lines.Length);
            (lines[one], lines[two]) = random.Next(3) switch
            {
                0 => (lines[two], lines[one]),
                1 => (lines[one], lines[one]),
                _ => (lines[one] + lines[two], ""),
            };
        }
    }

    private static void Repeat(StringBuilder text, int at, Random random)
    {
        var passage = text.ToString(at, Math.Min(text.Length - at, random.Next(1, 1 << random.Next(1, 12))));
        var times = Math.Min(random.Next(2, 3000), LargestText / passage.Length);
        text.Insert(at, passage, times);
    }

    private static void Nest(StringBuilder text, int at, Random random)
    {
        var (open, close) = random.Next(6) switch
        {
            0 => ("<table><tr><td>", "</td></tr></table>"),
            1 => ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
            2 => ("<div>", "</div>"),
            3 => ("[", "]"),
            4 => ("{\"a\":", "}"),
            _ => ("（", "）"),
        };
        var depth = 1 << random.Next(1, 12);
        var end = Math.Min(text.Length, at + random.Next(1, 2000));
        text.Insert(end, close, random.Next(4) == 0 ? 0 : depth).Insert(at, open, depth);
    }

    private static void ShiftDigits(StringBuilder text, Random random)
    {
        var share = random.Next(2, 30);
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsAsciiDigit(text[index]) && random.Next(share) == 0)
            {
                text[index] = random.Next(8) switch
                {
                    0 => ' ',
                    1 => 'O',
                    2 => (char)('０' + random.Next(10)),
                    _ => (char)('0' + random.Next(10)),
                };
            }
        }
    }

    private static T Pick<T>(T[] list, Random random) => list[random.Next(list.Length)];
}
