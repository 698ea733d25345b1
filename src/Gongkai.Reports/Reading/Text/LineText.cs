using System.Buffers;
using System.Net;

namespace Gongkai.Reports.Reading.Text;

/// <summary>Where the pipes of a text stand.</summary>
internal enum PipeStyle
{
    /// <summary>Between the cells only.</summary>
    Between,

    /// <summary>Between the cells and on both sides of the row, as in Markdown.</summary>
    Around,

    /// <summary>After each cell, the last one too.</summary>
    After,
}

/// <summary>The small marks that text files carry around their words: white space, Markdown emphasis, entities.</summary>
internal static class LineText
{
    /// <summary>Everything that ends a line or a page.</summary>
    public static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\f\v\u0085\u2028\u2029");

    /// <summary>What the rule between the head and the body of a Markdown table is made of.</summary>
    public static readonly SearchValues<char> RuleMarks = SearchValues.Create("|-:=+ \t｜—");

    private const int FewestClosed = 8;

    private static readonly SearchValues<char> Markup = SearchValues.Create("*#`&<");
    private static readonly SearchValues<char> PageStrokes = SearchValues.Create("-—–－─");
    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    /// <summary>Trims white space, also the zero-width kinds that <see cref="char.IsWhiteSpace(char)"/> leaves out.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && IsSpace(text[start]))
        {
            start++;
        }

        var end = text.Length;
        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>Whether a text has line ends other than the line feed.</summary>
    public static bool HasOtherLineEnds(ReadOnlySpan<char> text) =>
        text.ContainsAny('\r', '\f', '\v') || text.ContainsAny('\u0085', '\u2028', '\u2029');

    /// <summary>Whether nothing would be left of the text if it were trimmed.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!IsSpace(character))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where the pipes of a text stand; between cells only, a pipe at an end parts off a blank cell.</summary>
    public static PipeStyle StyleOfPipes(ReadOnlySpan<char> text)
    {
        var outer = 0;
        var inner = 0;
        var closing = 0;
        var open = 0;
        foreach (var range in text.SplitAny(LineEnds))
        {
            var line = Trim(text[range]);
            if (line.IndexOfAny('|', '｜') < 0)
            {
                continue;
            }

            var opens = line[0] is '|' or '｜';
            var closes = line[^1] is '|' or '｜';
            closing += closes && line.IndexOfAnyExcept(RuleMarks) >= 0 ? 1 : 0;
            open += closes ? 0 : 1;
            outer += opens && closes ? 1 : 0;
            inner += !opens && line.Count('|') + line.Count('｜') > 2 ? 1 : 0;
        }

        return outer > inner ? PipeStyle.Around : open == 0 && closing >= FewestClosed ? PipeStyle.After : PipeStyle.Between;
    }

    /// <summary>The words of a cell or line, without Markdown emphasis and entities.</summary>
    public static string Clean(ReadOnlySpan<char> trimmed)
    {
        if (trimmed.Length <= 1)
        {
            return trimmed.IsEmpty ? "" : trimmed[0] is >= '0' and <= '9' ? Digits[trimmed[0] - '0'] : trimmed.ToString();
        }

        return trimmed.IndexOfAny(Markup) < 0 ? trimmed.ToString() : Unmark(trimmed.ToString());
    }

    /// <summary>Whether a line is a page's number: <c>- 3 -</c>, <c>第3页</c>, <c>第 3 页 共 9 页</c>.</summary>
    public static bool IsPageNumber(ReadOnlySpan<char> text)
    {
        if (text.Length is < 3 or > 16)
        {
            return false;
        }

        if (text[0] == '第')
        {
            return text[^1] is '页' or '頁';
        }

        if (text.IndexOfAny(PageStrokes) != 0 || text[^1..].IndexOfAny(PageStrokes) != 0)
        {
            return false;
        }

        Span<char> folded = stackalloc char[text.Length];
        Folding.Fold(text, folded);
        var digits = folded.Trim("-—–－─ ");
        return digits.Length is > 0 and < 4 && digits.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    // Chinese characters, which are most, are settled by the first two comparisons.
    private static bool IsSpace(char character) =>
        character > '\u3000' ? character == '\uFEFF'
        : character <= '~' ? character is ' ' or '\t'
        : char.IsWhiteSpace(character) || character is '\u200B' or '\u2060';

    private static string Unmark(string text)
    {
        if (text.Contains('&', StringComparison.Ordinal))
        {
            text = WebUtility.HtmlDecode(text);
        }

        text = text
            .Replace("<br>", "\n", StringComparison.OrdinalIgnoreCase)
            .Replace("<br/>", "\n", StringComparison.OrdinalIgnoreCase)
            .Replace("<br />", "\n", StringComparison.OrdinalIgnoreCase)
            .Replace("**", "", StringComparison.Ordinal)
            .Replace("`", "", StringComparison.Ordinal);
        return Trim(text.AsSpan().TrimStart('#')).ToString();
    }
}
