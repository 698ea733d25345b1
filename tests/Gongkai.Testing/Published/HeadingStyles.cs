namespace Gongkai.Testing.Published;

/// <summary>Ways of heading and ordering the six sections.</summary>
public static class HeadingStyles
{
    private const string Chinese = "一二三四五六";

    /// <summary>The fifth heading without its number.</summary>
    public static PrintStyle FifthBare(Random random) => new()
    {
        Heading = (number, words) => number == 5 ? words : $"{Chinese[number - 1]}、{words}",
    };

    /// <summary>One numbering system, another than the form's.</summary>
    public static PrintStyle Renumbered(Random random)
    {
        var way = random.Next(6);
        return new PrintStyle
        {
            Heading = (number, words) => way switch
            {
                0 => $"（{Chinese[number - 1]}）{words}",
                1 => $"{number}.{words}",
                2 => $"第{Chinese[number - 1]}部分 {words}",
                3 => $"{Chinese[number - 1]} 、 {words}",
                4 => $"{Chinese[number - 1]}.{words}：",
                _ => words,
            },
        };
    }

    /// <summary>Two numbering systems in one report, or one number twice.</summary>
    public static PrintStyle Mixed(Random random)
    {
        var turn = random.Next(2, 6);
        var twice = random.Next(2) == 0;
        return new PrintStyle
        {
            Heading = (number, words) => number < turn ? $"{Chinese[number - 1]}、{words}"
                : twice ? $"{Chinese[number - 2]}、{words}"
                : $"（{Chinese[number - 1]}）{words}",
        };
    }

    /// <summary>Other words than the form's.</summary>
    public static PrintStyle Reworded(Random random)
    {
        string[] words = random.Next(2) == 0
            ? ["概述", "行政机关主动公开政府信息情况", "行政机关收到和处理政府信息公开申请情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
                "政府信息公开工作存在的主要问题及改进情况", "其他需要报告的事项"]
            : ["总体情况", "主动公开政府信息的情况", "收到和处理政府信息公开申请的情况", "政府信息公开行政复议及行政诉讼情况",
                "存在的主要问题和改进措施", "其他需要报告事项"];
        return new PrintStyle { Heading = (number, _) => $"{Chinese[number - 1]}、{words[number - 1]}" };
    }

    /// <summary>A section without a table left out.</summary>
    public static PrintStyle LeftOut(Random random)
    {
        int[] choices = [1, 5, 6];
        var missing = choices[random.Next(choices.Length)];
        return new PrintStyle { Sections = [.. Enumerable.Range(1, 6).Where(number => number != missing)] };
    }

    /// <summary>A section where it does not belong.</summary>
    public static PrintStyle Elsewhere(Random random) => new()
    {
        Sections = random.Next(3) switch
        {
            0 => [1, 2, 3, 4, 6, 5],
            1 => [1, 5, 2, 3, 4, 6],
            _ => [2, 3, 4, 1, 5, 6],
        },
    };
}
