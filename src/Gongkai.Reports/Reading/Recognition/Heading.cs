using System.Buffers;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>A line that may be the heading of one of the six sections.</summary>
/// <param name="Row">The row of the source.</param>
/// <param name="Number">The statutory number of the section that it names.</param>
/// <param name="Printed">The number printed before it; 0 where there is none.</param>
/// <param name="Style">How the number is printed.</param>
/// <param name="Text">The heading without its number.</param>
/// <param name="Rest">What follows it on the same line.</param>
/// <param name="IsExact">Whether the words are exactly the form's.</param>
internal sealed record Heading(int Row, int Number, int Printed, HeadingStyle Style, string Text, string Rest, bool IsExact)
{
    private const int MostLetters = 45;
    private static readonly SearchValues<char> Numbers = SearchValues.Create("一二三四五六第（(#*123456１２３４５６ \u3000");
    private static readonly SearchValues<char> Endings = SearchValues.Create("况況项項施述");
    private static readonly SearchValues<char> HeadingEnds = SearchValues.Create("：:。 \u3000\t");
    private const string Numerals = "一二三四五六七八九十";

    /// <summary>How surely this line is the heading; higher is surer.</summary>
    public int Score => (IsExact ? 4 : 0)
        + (Printed == Number ? 3 : 0)
        + Style switch
        {
            HeadingStyle.Chinese => 6,
            HeadingStyle.Part => 6,
            HeadingStyle.None => 3,
            HeadingStyle.Arabic => 1,
            HeadingStyle.Bracketed => 0,
        };

    /// <summary>Whether a line numbered as a part of a section can be a section at all: only under its own number.</summary>
    public bool IsPossible => Style switch
    {
        HeadingStyle.Chinese or HeadingStyle.Part => true,
        HeadingStyle.None => IsExact || Number is 5 or 6,
        HeadingStyle.Arabic or HeadingStyle.Bracketed => Printed == Number && (IsExact || Number is 4 or 5 or 6),
    };

    /// <summary>The heading that a line holds, or null.</summary>
    public static Heading? Find(string line, int row)
    {
        if (line.Length is < 4 or > 2_000 || (line.Length > MostLetters + 10 && !Numbers.Contains(line[0])) || !MayBe(line))
        {
            return null;
        }

        Span<char> buffer = stackalloc char[MostLetters + 1];
        var body = SkipNumber(line, out var printed, out var style);
        if (printed == 1 && style == HeadingStyle.Chinese && LabelText.Letters(body, buffer) is "概述" or "工作概述")
        {
            return new Heading(row, 1, printed, style, Tidy(body), "", IsExact: false);
        }

        var whole = body.Length <= MostLetters ? Match(LabelText.Letters(body, buffer)) : null;
        if (whole is { } match && body.IndexOfAny('。', '；') is < 0 or > 4)
        {
            return new Heading(row, match.Number, printed, style, Tidy(body), "", match.IsExact);
        }

        var cut = body.IndexOfAny(HeadingEnds);
        if (cut is < 4 or > MostLetters || style is HeadingStyle.None or HeadingStyle.Arabic)
        {
            return null;
        }

        return Match(LabelText.Letters(body[..cut], buffer)) is { IsExact: true } first
            ? new Heading(row, first.Number, printed, style, Tidy(body[..cut]), body[(cut + 1)..].Trim().ToString(), true)
            : null;
    }

    /// <summary>A quick look before the words are compared.</summary>
    private static bool MayBe(string line) => line.AsSpan(0, Math.Min(line.Length, 60)).IndexOfAny(Endings) >= 0;

    private static (int Number, bool IsExact)? Match(ReadOnlySpan<char> letters)
    {
        if (letters.Length is < 4 or > MostLetters)
        {
            return null;
        }

        for (var index = 0; index < NationalForm.SectionHeadings.Length; index++)
        {
            if (letters.SequenceEqual(NationalForm.SectionHeadings[index]))
            {
                return (index + 1, true);
            }
        }

        return letters switch
        {
            "政府信息公开行政复议行政诉讼情况" or "因政府信息公开工作被申请行政复议提起行政诉讼情况" => (4, true),
            "政府信息公开工作存在的主要问题及改进情况" or "存在主要问题及改进情况" or "存在的主要问题和改进情况" => (5, true),
            "需要报告的其他事项" or "其他需报告的事项" or "其它需要报告的事项" => (6, true),
            "政府信息公开工作总体情况" => (1, true),
            _ => Likeness(letters) is var number and > 0 ? (number, false) : null,
        };
    }

    private static int Likeness(ReadOnlySpan<char> letters)
    {
        var ends = letters.EndsWith("情况");
        return letters switch
        {
            _ when letters.Length <= 36 && ends && Has(letters, "复议") && Has(letters, "诉讼") => 4,
            _ when letters.Length <= 26 && Has(letters, "问题") && (Has(letters, "改进") || Has(letters, "措施") || Has(letters, "整改") || Has(letters, "方向")) => 5,
            _ when letters.Length <= 16 && (Has(letters, "其他") || Has(letters, "其它")) && Has(letters, "报告") => 6,
            _ when letters.Length <= 22 && ends && Has(letters, "申请") && (Has(letters, "处理") || Has(letters, "收到") || Has(letters, "办理") || Has(letters, "依申请公开")) => 3,
            _ when letters.Length <= 18 && ends && Has(letters, "主动公开") => 2,
            _ when letters.Length <= 14 && ends && (Has(letters, "总体") || letters is "基本情况") => 1,
            _ => 0,
        };
    }

    private static bool Has(ReadOnlySpan<char> letters, string word) => letters.IndexOf(word) >= 0;

    private static ReadOnlySpan<char> SkipNumber(ReadOnlySpan<char> line, out int printed, out HeadingStyle style)
    {
        var at = 0;
        while (at < line.Length && Folding.Fold(line[at]) is ' ' or '#' or '*' or '\t')
        {
            at++;
        }

        (printed, style) = (0, HeadingStyle.None);
        var opening = at < line.Length ? Folding.Fold(line[at]) : ' ';
        var bracket = opening == '(';
        var part = opening == '第';
        var start = bracket || part ? at + 1 : at;
        var end = start;
        while (end < line.Length && end - start < 2 && Folding.Fold(line[end]) is var numeral && (Numerals.Contains(numeral, StringComparison.Ordinal) || char.IsAsciiDigit(numeral)))
        {
            end++;
        }

        if (end == start || end >= line.Length)
        {
            return line[at..];
        }

        var first = Folding.Fold(line[start]);
        var number = char.IsAsciiDigit(first) ? first - '0' : Numerals.IndexOf(first, StringComparison.Ordinal) + 1;
        var after = Folding.Fold(line[end]);
        var closes = bracket ? after == ')' : part ? after is '部' or '章' : after is ',' or '.' or ' ' or ':' or '、';
        if (!closes && (bracket || part || char.IsAsciiDigit(first)))
        {
            return line[at..];
        }

        printed = number;
        style = bracket ? HeadingStyle.Bracketed : part ? HeadingStyle.Part : char.IsAsciiDigit(first) ? HeadingStyle.Arabic : HeadingStyle.Chinese;
        return line[(part ? Math.Min(end + 2, line.Length) : closes ? end + 1 : end)..].TrimStart(" \u3000、.，:：");
    }

    private static string Tidy(ReadOnlySpan<char> heading) => heading.Trim().TrimEnd("：:。；*# ").Trim().ToString();
}

/// <summary>How a heading is numbered.</summary>
internal enum HeadingStyle
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>一、</summary>
    Chinese,

    /// <summary>1.</summary>
    Arabic,

    /// <summary>（一）</summary>
    Bracketed,

    /// <summary>第一部分</summary>
    Part,
}
