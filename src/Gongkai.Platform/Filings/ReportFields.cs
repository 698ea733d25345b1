using System.Globalization;
using System.Text;
using Gongkai.Reports;
using Gongkai.Reports.Form;

namespace Gongkai.Platform.Filings;

/// <summary>The fields of a report that a person writes: each figure by its address, the text and heading of a section, and what stands around them.</summary>
public static class ReportFields
{
    public const string Title = "title";
    public const string Preamble = "preamble";
    public const string Signatory = "signatory";
    public const string SignedOn = "signedOn";

    private const int LongestCell = 200;
    private const int LongestLine = 500;
    private const int LongestText = 200_000;

    /// <summary>The fields that a report of this edition has, in the order of the form.</summary>
    public static IEnumerable<string> Of(AnnualReport report) =>
    [
        Title,
        Preamble,
        .. Enumerable.Range(1, NationalForm.SectionHeadings.Length).SelectMany(number => (string[])[HeadingOf(number), TextOf(number)]),
        .. Figures(report).Select(address => address.ToString()),
        Signatory,
        SignedOn,
    ];

    /// <summary>The figures of the report's form.</summary>
    public static IEnumerable<FigureAddress> Figures(AnnualReport report) =>
        NationalForm.Of(report.Edition, Identities.HasSingleOtherwiseRow(report.Figures));

    public static string TextOf(int section) => string.Create(CultureInfo.InvariantCulture, $"section.{section}.text");

    public static string HeadingOf(int section) => string.Create(CultureInfo.InvariantCulture, $"section.{section}.heading");

    /// <summary>What a field holds, or null where no report has such a field.</summary>
    public static FieldValue? Find(AnnualReport report, string field)
    {
        if (FigureAddress.TryParse(field, null, out var address))
        {
            return Of(field, report.Figures[address]);
        }

        if (SectionOrNull(field) is { } section)
        {
            var found = report.SectionOrNull(section.Number);
            return new FieldValue(field, (section.IsHeading ? found?.Heading : found?.Text) ?? "", null);
        }

        return field switch
        {
            Title => new FieldValue(field, report.Title ?? "", null),
            Preamble => new FieldValue(field, report.Preamble, null),
            Signatory => new FieldValue(field, report.Signatory ?? "", null),
            SignedOn => new FieldValue(field, report.SignedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", null),
            _ => null,
        };
    }

    /// <summary>A cell as a field: the figure's digits, or what else stands there.</summary>
    public static FieldValue Of(string field, Cell cell) => new(field, cell.IsNumber ? Figure.Format(cell.Value) : cell.Raw, cell.Kind);

    /// <summary>The text as it is kept: no controls, no halves of characters, line feeds only.</summary>
    public static string Clean(string text)
    {
        var whole = text.ReplaceLineEndings("\n");
        var clean = new StringBuilder(whole.Length);
        foreach (var rune in whole.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Surrogate))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>Why a text cannot stand in a field, as a sentence; null where it can.</summary>
    public static string? Objection(string field, string text)
    {
        if (FigureAddress.TryParse(field, null, out _))
        {
            return text.Length > LongestCell ? $"单元格里的文字太长（超过 {LongestCell} 字），请只填一个数字。" : null;
        }

        if (SectionOrNull(field) is { } section)
        {
            return TooLong(text, section.IsHeading ? LongestLine : LongestText);
        }

        return field switch
        {
            Title or Signatory => TooLong(text, LongestLine),
            Preamble => TooLong(text, LongestText),
            SignedOn => text.Trim().Length > 0 && PrintedDates.DayOrNull(text) is null ? $"“{Short(text)}”不是日期，请写成 2026年1月20日 或 2026-01-20 的样子。" : null,
            _ => "报告里没有这一项，可能是页面过旧，请刷新后再试。",
        };
    }

    /// <summary>The report with the text in a field that is no figure; <see cref="Objection"/> has been asked before.</summary>
    public static AnnualReport With(AnnualReport report, string field, string text)
    {
        if (SectionOrNull(field) is { } section)
        {
            var changed = With(report, section.Number, section.IsHeading, text);
            return section.Number == 1 ? changed with { Period = PrintedDates.PeriodOf(changed) } : changed;
        }

        switch (field)
        {
            case Title:
                return report with { Title = NullIfEmpty(text) };
            case Signatory:
                return report with { Signatory = NullIfEmpty(text) };
            case SignedOn:
                return report with { SignedOn = PrintedDates.DayOrNull(text) };
            case Preamble:
                var changed = report with { Preamble = text };
                return changed with { Period = PrintedDates.PeriodOf(changed) };
            default:
                throw new ArgumentException($"“{field}” is no text of a report.", nameof(field));
        }
    }

    private static AnnualReport With(AnnualReport report, int number, bool isHeading, string text)
    {
        var before = report.SectionOrNull(number);
        var section = before ?? new Section(number, NationalForm.SectionHeadings[number - 1], "");
        var after = isHeading ? section with { Heading = text } : section with { Text = text };
        return report with
        {
            Sections = before is null
                ? [.. report.Sections.Append(after).OrderBy(one => one.Number)]
                : report.Sections.Replace(before, after),
        };
    }

    private static (int Number, bool IsHeading)? SectionOrNull(string field) =>
        field.StartsWith("section.", StringComparison.Ordinal) && field.Length > 10 && field[8] is >= '1' and <= '6'
            ? field[9..] switch
            {
                ".text" => (field[8] - '0', false),
                ".heading" => (field[8] - '0', true),
                _ => null,
            }
            : null;

    private static string? TooLong(string text, int most) => text.Length > most ? $"文字太长（{text.Length} 字，最多 {most} 字），请删减或分开。" : null;

    private static string? NullIfEmpty(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";
}

/// <summary>What a field holds.</summary>
/// <param name="Field">A figure's address, <c>section.3.text</c>, <c>section.3.heading</c>, <c>title</c>, <c>preamble</c>, <c>signatory</c>, <c>signedOn</c>.</param>
/// <param name="Text">As it is shown for writing.</param>
/// <param name="Kind">Of a figure's cell; null for text.</param>
public sealed record FieldValue(string Field, string Text, CellKind? Kind);
