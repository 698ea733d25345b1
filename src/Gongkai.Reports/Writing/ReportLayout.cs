using System.Globalization;

namespace Gongkai.Reports.Writing;

/// <summary>What a block of the printed report is.</summary>
public enum LayoutKind
{
    Title,
    Paragraph,
    Heading,
    Table,
    Signatory,
    Date,
}

/// <summary>A block of the printed report: a line of text, or a table.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; empty for a table.</param>
/// <param name="Section">The statutory number of the section that it stands in; 0 outside of them.</param>
/// <param name="Table">The table.</param>
public readonly record struct LayoutBlock(LayoutKind Kind, string Text, int Section = 0, PrintedTable? Table = null);

/// <summary>A report in the order in which it is printed: title, preamble, sections each with its table after the text, signatory, date.</summary>
public static class ReportLayout
{
    private const string Numbers = "一二三四五六七八九十";

    public static IEnumerable<LayoutBlock> Of(AnnualReport report)
    {
        if (report.Title is not null)
        {
            yield return new LayoutBlock(LayoutKind.Title, report.Title);
        }

        foreach (var paragraph in Paragraphs(report.Preamble))
        {
            yield return new LayoutBlock(LayoutKind.Paragraph, paragraph);
        }

        foreach (var block in Sections(report))
        {
            yield return block;
        }

        if (report.Signatory is not null)
        {
            yield return new LayoutBlock(LayoutKind.Signatory, report.Signatory);
        }

        if (report.SignedOn is { } date)
        {
            yield return new LayoutBlock(LayoutKind.Date, DateText(date));
        }
    }

    /// <summary>A day as it stands under a report: <c>2025年1月20日</c>.</summary>
    public static string DateText(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    /// <summary>The lines of a text that hold something.</summary>
    public static IEnumerable<string> Paragraphs(string text) =>
        text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line));

    // A table whose section the report has not is printed where the section would stand.
    private static IEnumerable<LayoutBlock> Sections(AnnualReport report)
    {
        var withTables = new SortedSet<int> { 2, 3, 4 };
        foreach (var section in report.Sections)
        {
            var orphans = withTables.Where(number => number < section.Number && report.SectionOrNull(number) is null).ToList();
            foreach (var block in orphans.SelectMany(number => Tables(report, number)))
            {
                yield return block;
            }

            withTables.ExceptWith(orphans);
            yield return new LayoutBlock(LayoutKind.Heading, NumberOf(section) + section.Heading, section.Number);
            foreach (var paragraph in Paragraphs(section.Text))
            {
                yield return new LayoutBlock(LayoutKind.Paragraph, paragraph, section.Number);
            }

            if (withTables.Remove(section.Number))
            {
                foreach (var block in Tables(report, section.Number))
                {
                    yield return block;
                }
            }
        }

        foreach (var block in withTables.SelectMany(number => Tables(report, number)))
        {
            yield return block;
        }
    }

    private static IEnumerable<LayoutBlock> Tables(AnnualReport report, int number) =>
        PrintedTables.Of(number, report.Figures).Select(table => new LayoutBlock(LayoutKind.Table, "", number, table));

    private static string NumberOf(Section section) =>
        section.Number >= 1 && section.Number <= Numbers.Length ? $"{Numbers[section.Number - 1]}、" : "";
}
