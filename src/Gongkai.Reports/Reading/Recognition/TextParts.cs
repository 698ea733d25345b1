using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>The text of a report outside its tables: title, preamble, six sections, signature.</summary>
internal sealed record TextParts
{
    // A sentence of the report may use the same words; what a page prints below it is short.
    private const int LongestFurniture = 40;
    private static readonly string[] PageFurniture = ["打印本页", "关闭窗口", "版权所有", "网站地图", "ICP备", "网站标识码", "公网安备", "扫一扫", "分享到"];

    public string? Title { get; private init; }

    public string Agency { get; private init; } = "";

    public int? Year { get; private init; }

    public string Preamble { get; private init; } = "";

    public StatisticalPeriod? Period { get; private init; }

    public DateOnly? SignedOn { get; private init; }

    public string? Signatory { get; private init; }

    public ImmutableArray<Section> Sections { get; private init; } = [];

    public ImmutableArray<Finding> Findings { get; private init; } = [];

    /// <summary>Finds the parts among the rows that belong to no table.</summary>
    public static TextParts Find(List<(int Index, string Text)> lines, List<Heading> headings, SourceDocument document)
    {
        var firstHeading = headings.Count > 0 ? headings[0].Row : int.MaxValue;
        var head = lines.FindAll(line => line.Index < firstHeading && line.Text.Length > 0);
        var titleAt = TitleAt(head, out var title, out var titleLine);
        var outside = title is null && document.Title is { } carried ? Naming.Title(carried) : null;
        title ??= outside;
        titleLine ??= outside is null ? null : document.Title;
        var tail = new Signature();
        var sections = Divide(lines, headings, document.Kind, tail);
        var preamble = string.Join('\n', head.Skip(titleAt + 1).Select(static line => line.Text));
        if (headings.Count == 0)
        {
            preamble = tail.Take(preamble);
        }

        var agency = title?.Agency ?? "";
        if (agency.Length == 0)
        {
            agency = titleAt > 0 && Naming.IsAgency(head[titleAt - 1].Text) ? head[titleAt - 1].Text.Replace(" ", "", StringComparison.Ordinal) : tail.Signatory ?? "";
        }

        if (agency.Length == 0)
        {
            agency = Naming.InPreamble(preamble);
        }

        var period = Dates.Period(preamble) ?? (sections.IsEmpty ? null : Dates.Period(Start(sections[0].Text)));
        return new TextParts
        {
            Title = titleLine,
            Agency = Naming.Complete(agency, lines.Select(line => line.Text).Append(tail.Signatory ?? "")),
            Year = title?.Year ?? period?.From.Year,
            Preamble = preamble,
            Period = period,
            SignedOn = tail.SignedOn,
            Signatory = tail.Signatory,
            Sections = sections,
            Findings = NumberFindings(headings),
        };
    }

    private static string Start(string text) => text.Length <= 600 ? text : text[..600];

    /// <summary>
    /// The line of the title; a title over two lines is put together. A line that begins with an agency's name comes before
    /// one that does not, as pages repeat parts of the title. -1 where there is none.
    /// </summary>
    private static int TitleAt(List<(int Index, string Text)> head, out (string Agency, int? Year)? title, out string? titleLine)
    {
        (title, titleLine) = (null, null);
        var at = -1;
        for (var index = 0; index < head.Count; index++)
        {
            var line = head[index].Text;
            if (Naming.Title(line) is { } whole)
            {
                var above = whole.Agency.Length == 0 && index > 0 && Naming.IsAgency(head[index - 1].Text);
                if (above || Naming.IsAgency(whole.Agency))
                {
                    (title, titleLine) = (whole, above ? head[index - 1].Text.Trim() + line : line);
                    return index;
                }

                if (at < 0)
                {
                    (title, titleLine, at) = (whole, line, index);
                }
            }
            else if (at < 0 && index + 1 < head.Count && line.Length < 40 && head[index + 1].Text.Length < 40 && Naming.Title(head[index + 1].Text) is null
                && Naming.Title(line + head[index + 1].Text) is { } broken)
            {
                (title, titleLine, at) = (broken, line + head[index + 1].Text, index + 1);
            }
        }

        return at;
    }

    private static ImmutableArray<Section> Divide(List<(int Index, string Text)> lines, List<Heading> headings, string kind, Signature tail)
    {
        var sections = ImmutableArray.CreateBuilder<Section>(headings.Count);
        var paragraphs = new List<string>();
        var at = 0;
        for (var index = 0; index < headings.Count; index++)
        {
            var heading = headings[index];
            var isLast = index == headings.Count - 1;
            var end = isLast ? int.MaxValue : headings[index + 1].Row;
            while (at < lines.Count && lines[at].Index <= heading.Row)
            {
                at++;
            }

            paragraphs.Clear();
            paragraphs.AddRange(heading.Rest.Length > 0 ? [heading.Rest] : []);
            for (; at < lines.Count && lines[at].Index < end; at++)
            {
                var text = lines[at].Text;
                if (isLast && kind == "html" && IsFurniture(text))
                {
                    break;
                }

                if (text.Length > 0)
                {
                    paragraphs.Add(text);
                }
            }

            var whole = string.Join("\n", CollectionsMarshal.AsSpan(paragraphs));
            sections.Add(new Section(heading.Number, heading.Text, isLast ? tail.Take(whole) : whole));
        }

        return sections.MoveToImmutable();
    }

    private static bool IsFurniture(string line) =>
        line.Length <= LongestFurniture && Array.Exists(PageFurniture, word => line.Contains(word, StringComparison.Ordinal));

    private static ImmutableArray<Finding> NumberFindings(List<Heading> headings) =>
    [
        .. headings.Where(heading => heading.Printed != heading.Number).Select(heading => new Finding(
            "read.heading.number",
            Severity.Note,
            heading.Printed == 0
                ? $"第{"一二三四五六"[heading.Number - 1]}部分的标题“{heading.Text}”没有编号，应为“{"一二三四五六"[heading.Number - 1]}、”。"
                : $"第{"一二三四五六"[heading.Number - 1]}部分的标题“{heading.Text}”编号印成了“{"一二三四五六七八九十"[heading.Printed - 1]}”，应为“{"一二三四五六"[heading.Number - 1]}、”。")
        {
            Section = heading.Number,
            Expected = "一二三四五六"[heading.Number - 1].ToString(),
            Actual = heading.Printed == 0 ? "" : "一二三四五六七八九十"[heading.Printed - 1].ToString(),
        }),
    ];
}
