using System.Text;

namespace Gongkai.Platform.Search.Texts;

/// <summary>The first letters of how a Chinese name is read: jyj for 教育局. The common letters of GB 2312 stand in the order of their reading, so that the first of each initial is enough of a table.</summary>
public static class PinyinInitials
{
    private const string Letters = "abcdefghjklmnopqrstwxyz";
    private const int MostReadings = 4;
    private const int LastCommon = 55_289;

    private static readonly int[] Firsts =
    [
        45_217, 45_253, 45_761, 46_318, 46_826, 47_010, 47_297, 47_614, 48_119, 49_062, 49_324, 49_896, 50_371, 50_614, 50_622, 50_906, 51_387, 51_446, 52_218, 52_698, 52_980, 53_689, 54_481,
    ];

    /// <summary>Letters that are read in two ways in names of agencies and places, and some that are not among the common ones.</summary>
    private static readonly Dictionary<char, string> Others = new()
    {
        ['长'] = "cz", ['行'] = "xh", ['重'] = "zc", ['乐'] = "ly", ['调'] = "td", ['厦'] = "xs", ['会'] = "hk", ['校'] = "xj", ['藏'] = "cz", ['朝'] = "cz", ['给'] = "gj", ['率'] = "ls", ['传'] = "cz", ['都'] = "d", ['车'] = "c", ['蔚'] = "wy", ['六'] = "l",
        ['圳'] = "z", ['泸'] = "l", ['衢'] = "q", ['亳'] = "b", ['儋'] = "d", ['邛'] = "q", ['崃'] = "l", ['沭'] = "s", ['沂'] = "y", ['莒'] = "j", ['郯'] = "t", ['邳'] = "p", ['泗'] = "s", ['涿'] = "z", ['滦'] = "l", ['濮'] = "p", ['漯'] = "l", ['荥'] = "xy", ['鄄'] = "j",
        ['郓'] = "y", ['鄱'] = "p", ['歙'] = "s", ['黟'] = "y", ['婺'] = "w", ['嵊'] = "s", ['泾'] = "j", ['岷'] = "m", ['珲'] = "h", ['璧'] = "b", ['綦'] = "q", ['涪'] = "f", ['衙'] = "y", ['邕'] = "y", ['榕'] = "r",
    };

    private static readonly Encoding Gb2312 = Encoded();

    /// <summary>The initials of a name, in each way in which it may be read; letters and digits stand for themselves.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        List<string> readings = [""];
        foreach (var letter in SearchLetters.Fold(name))
        {
            var initials = InitialsOf(letter);
            if (initials.Length > 0)
            {
                readings = [.. readings.SelectMany(reading => initials.Select(initial => reading + initial)).Take(MostReadings)];
            }
        }

        return readings[0].Length == 0 ? [] : readings;
    }

    /// <summary>The initials from each letter on, so that the beginning of any of them finds the name.</summary>
    public static IEnumerable<string> TailsOf(string name) =>
        Of(name).SelectMany(reading => Enumerable.Range(0, Math.Max(0, reading.Length - 1)).Select(start => reading[start..])).Distinct();

    /// <summary>Whether a word may be meant as initials.</summary>
    public static bool MayBe(string folded) => folded.Length is >= 2 and <= 12 && folded.All(char.IsAsciiLetterLower);

    private static string InitialsOf(char letter)
    {
        if (char.IsAsciiLetterOrDigit(letter))
        {
            return letter.ToString();
        }

        if (Others.TryGetValue(letter, out var others))
        {
            return others;
        }

        Span<byte> bytes = stackalloc byte[4];
        if (!SearchLetters.IsHan(char.IsSurrogate(letter) ? new Rune('a') : new Rune(letter)) || Gb2312.GetBytes([letter], bytes) != 2)
        {
            return "";
        }

        var code = (bytes[0] << 8) | bytes[1];
        var index = Array.BinarySearch(Firsts, code);
        index = index < 0 ? ~index - 1 : index;
        return index < 0 || code > LastCommon ? "" : Letters[index].ToString();
    }

    private static Encoding Encoded()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("gb2312", new EncoderReplacementFallback(""), DecoderFallback.ReplacementFallback);
    }
}
