using System.Globalization;
using Gongkai.Reports.Lists;

namespace Gongkai.Platform.Screening.Texts.Words;

/// <summary>Words as rows of a list that people keep in Excel: the list that comes with the program, and those that are taken in and given out.</summary>
public static class WordTable
{
    public const int LongestWord = 40;
    private const int LongestText = 400;
    private const int MostExceptions = 60;

    private static readonly Lazy<IReadOnlyList<ScreeningWord>> Shipped = new(static () =>
    {
        using var stream = typeof(WordTable).Assembly.GetManifestResourceStream("screening-words.csv")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return [.. Read(ListFile.Read(bytes, 10_000).Rows).Words.Select(row => row.Word)];
    });

    public static IReadOnlyList<string> Headings { get; } = ["类别", "词", "正确写法", "程度", "例外", "后接", "起用日期", "说明"];

    /// <summary>How wide the columns are in a workbook.</summary>
    public static IReadOnlyList<int> Widths { get; } = [16, 20, 20, 8, 40, 24, 12, 40];

    /// <summary>The words that come with the program.</summary>
    public static IReadOnlyList<ScreeningWord> BuiltIn => Shipped.Value;

    public static string Of(WordKind kind) => kind switch
    {
        WordKind.Grave => "严重错误",
        WordKind.Wrong => "错别字",
        WordKind.Agency => "过时的机关名称",
        WordKind.Law => "过时的法规名称",
        WordKind.Local => "本地提醒",
    };

    public static IReadOnlyList<string> Row(ScreeningWord word) =>
    [
        Of(word.Kind), word.Word, word.Replacement ?? "", ScreeningRules.Of(word.Severity), string.Join('；', word.Exceptions), string.Join('；', word.Followed),
        word.ValidFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", word.Note ?? "",
    ];

    /// <summary>The words of a list, and what is wrong with the rest of it.</summary>
    public static (IReadOnlyList<(int Row, ScreeningWord Word)> Words, IReadOnlyList<(int Row, string Fault)> Faults) Read(IReadOnlyList<ListRow> rows)
    {
        var words = new List<(int, ScreeningWord)>();
        var faults = new List<(int, string)>();
        int[] columns = rows.Count == 0 ? [] : [.. Headings.Select(heading => rows[0].Cells.ToList().IndexOf(heading))];
        if (columns.Length == 0 || columns[1] < 0)
        {
            return (words, [(1, "第一行里没有“词”这一列；请照导出的表填写。")]);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Skip(1))
        {
            string Cell(int column) => columns[column] >= 0 && columns[column] < row.Cells.Count ? row.Cells[columns[column]] : "";
            var (word, fault) = Parse([.. Enumerable.Range(0, Headings.Count).Select(Cell)]);
            if (word is null)
            {
                faults.Add((row.Number, fault!));
            }
            else if (!seen.Add(word.Word))
            {
                faults.Add((row.Number, $"“{word.Word}”在表里写了两遍。"));
            }
            else
            {
                words.Add((row.Number, word));
            }
        }

        return (words, faults);
    }

    /// <summary>Parts of a cell that holds several words.</summary>
    public static IReadOnlyList<string> Parts(string? text) => [.. (text ?? "").Split(['；', ';', '、', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Why a word cannot be kept, as a sentence; null where it can.</summary>
    public static string? FaultOf(ScreeningWord word) =>
        word.Word.Trim().Length < 2 ? "词至少要有两个字，太短会误报。"
        : word.Word.Length > LongestWord ? $"词最多 {LongestWord} 个字。"
        : word.Word.Any(char.IsWhiteSpace) ? "词里不能有空格。"
        : word.Replacement == word.Word ? "正确写法和词一样。"
        : (word.Replacement?.Length ?? 0) > LongestText || (word.Note?.Length ?? 0) > LongestText ? $"正确写法、说明最多 {LongestText} 个字。"
        : word.Exceptions.Count > MostExceptions || word.Followed.Count > MostExceptions ? $"例外、后接最多各写 {MostExceptions} 个。"
        : word.Exceptions.FirstOrDefault(exception => !exception.Contains(word.Word, StringComparison.Ordinal)) is { } alien ? $"例外“{alien}”里没有“{word.Word}”，用不上。"
        : null;

    private static (ScreeningWord? Word, string? Fault) Parse(string[] cells)
    {
        var kind = cells[0].Length == 0 ? WordKind.Wrong : Enum.GetValues<WordKind>().Cast<WordKind?>().FirstOrDefault(known => Of(known!.Value) == cells[0]);
        var severity = cells[3].Length == 0 ? ScreeningSeverity.Warning : Enum.GetValues<ScreeningSeverity>().Cast<ScreeningSeverity?>().FirstOrDefault(known => ScreeningRules.Of(known!.Value) == cells[3]);
        DateOnly? from = DateOnly.TryParse(cells[6], CultureInfo.InvariantCulture, out var day) ? day : null;
        if (kind is null || severity is null || (from is null && cells[6].Length > 0))
        {
            return (null, kind is null ? $"没有“{cells[0]}”这个类别。" : severity is null ? $"没有“{cells[3]}”这个程度；写提示、警告或严重。" : $"“{cells[6]}”不是日期；照 2018-03-17 这样写。");
        }

        var word = new ScreeningWord(kind.Value, cells[1], cells[2].Length == 0 ? null : cells[2], severity.Value)
        {
            Exceptions = Parts(cells[4]), Followed = Parts(cells[5]), ValidFrom = from, Note = cells[7].Length == 0 ? null : cells[7],
        };
        return FaultOf(word) is { } fault ? (null, fault) : (word, null);
    }
}
