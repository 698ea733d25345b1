using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Testing.Published;

/// <summary>Ways of writing the labels of the form.</summary>
public static partial class LabelStyles
{
    private const string Simplified = "请处复诉讼总数规范许罚强业费决况题进项报体个类国内务过执档询现补后访举变确获届转继续会机构织组门问间无当单区属于与为从来对应将县乡镇办营济级选结维纠审统网号条据实际纪质权标识发领导职责监调协论证书关动开参点纳绩这询东";
    private const string Traditional = "請處復訴訟總數規範許罰強業費決況題進項報體個類國內務過執檔詢現補後訪舉變確獲屆轉繼續會機構織組門問間無當單區屬於與為從來對應將縣鄉鎮辦營濟級選結維糾審統網號條據實際紀質權標識發領導職責監調協論證書關動開參點納績這詢東";
    private const string Looks = "请清已己未末人入申中大太公么收牧息恩理埋补朴正止机杌关美信倌总忌获茯经轻数敖";

    /// <summary>Numbers written in another way, or wrongly, or not at all.</summary>
    public static PrintStyle Numbering(Random random)
    {
        var digits = random.Next(7);
        var groups = random.Next(4);
        return new PrintStyle
        {
            Label = label => Group(Digits(label, digits), groups),
        };
    }

    /// <summary>Full-width digits and brackets turned half-width, or the other way round.</summary>
    public static PrintStyle Width(Random random)
    {
        var wide = random.Next(2) == 0;
        return new PrintStyle { Label = label => wide ? Wide(label) : Narrow(label), Figure = (_, cell) => wide ? Wide(cell.Raw) : cell.Raw };
    }

    /// <summary>Spaces of several kinds within labels.</summary>
    public static PrintStyle Spaced(Random random)
    {
        string[] spaces = [" ", "\u3000", "\u00a0"];
        return new PrintStyle
        {
            Label = label => label.Length is > 1 and <= 6 && random.Next(2) == 0
                ? string.Join(spaces[random.Next(3)], label.ToCharArray())
                : label.Insert(random.Next(label.Length), spaces[random.Next(3)]),
        };
    }

    /// <summary>Notes on filling in, with numbers in them.</summary>
    public static PrintStyle Notes(Random random)
    {
        string[] notes = ["（单位：件，含第20条第1项）", "（填报口径见说明3）", "（按711号令第36条统计）", "(注：不含2个派出机构)"];
        return new PrintStyle
        {
            Label = label => label.Length >= 4 && !label.Contains('第', StringComparison.Ordinal) && random.Next(3) == 0 ? label + notes[random.Next(notes.Length)] : label,
        };
    }

    /// <summary>A character of a long label misread.</summary>
    public static PrintStyle Misread(Random random) => new()
    {
        Label = label => label.Length < 7 || random.Next(3) != 0 ? label : MisreadOne(label, random),
    };

    /// <summary>Long labels broken over two lines.</summary>
    public static PrintStyle Broken(Random random) => new()
    {
        Label = label => label.Length < 7 ? label : label.Insert(random.Next(3, label.Length - 1), "\n"),
    };

    /// <summary>Everything turned into Traditional script character by character.</summary>
    public static PrintStyle TraditionalScript(Random random) => new() { Finish = ToTraditional };

    private static string ToTraditional(string text)
    {
        var result = new StringBuilder(text);
        for (var index = 0; index < Simplified.Length; index++)
        {
            result.Replace(Simplified[index], Traditional[index]);
        }

        return result.ToString();
    }

    private static string MisreadOne(string label, Random random)
    {
        var start = random.Next(label.Length);
        for (var offset = 0; offset < label.Length; offset++)
        {
            var index = (start + offset) % label.Length;
            var known = Looks.IndexOf(label[index], StringComparison.Ordinal);
            if (known >= 0)
            {
                return label[..index] + Looks[known ^ 1] + label[(index + 1)..];
            }
        }

        return label;
    }

    private static string Digits(string label, int way) => Digit().Replace(label, match =>
    {
        var number = match.Groups[1].Value;
        return way switch
        {
            0 => $"{number}、",
            1 => Wide(number) + "．",
            2 => $"（{number}）",
            3 => $"{number} . ",
            4 => "",
            5 => $"{(number[0] - '0') % 8 + 1}.",
            _ => "①②③④⑤⑥⑦⑧"[number[0] - '1'].ToString(),
        };
    });

    private static string Group(string label, int way) => Bracketed().Replace(label, match => way switch
    {
        0 => $"({match.Groups[1].Value}) ",
        1 => $"{match.Groups[1].Value}、",
        2 => $"（ {match.Groups[1].Value} ）",
        _ => match.Value,
    });

    private static string Wide(string text) =>
        string.Concat(text.Select(character => character is >= '!' and <= '~' and not '/' ? (char)(character - '!' + 0xFF01) : character));

    private static string Narrow(string text) => text.Replace('（', '(').Replace('）', ')').Replace('，', ',').Replace('：', ':');

    [GeneratedRegex(@"^(\d)\.")]
    private static partial Regex Digit();

    [GeneratedRegex("^（([一二三四五六七])）")]
    private static partial Regex Bracketed();
}
