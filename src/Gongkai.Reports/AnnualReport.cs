using System.Collections.Immutable;

namespace Gongkai.Reports;

/// <summary>
/// A 政府信息公开工作年度报告 as a document: what was printed, unchanged. Figures are kept as they stood, also where they disagree;
/// what was not read is never a zero (《政府信息公开条例》第五十条; 国办公开办函〔2021〕30号).
/// </summary>
public sealed record AnnualReport
{
    /// <summary>The full name of the agency as the report gives it; null where none can be found.</summary>
    public string? Agency { get; init; }

    /// <summary>The year that the report is about; null where none can be found.</summary>
    public int? Year { get; init; }

    /// <summary>The form that it was written on.</summary>
    public Edition Edition { get; init; } = Edition.National2021;

    /// <summary>The title as printed, on one line; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>What stands between the title and section one; paragraphs are parted by line feeds.</summary>
    public string Preamble { get; init; } = "";

    /// <summary>The statistical period that the preamble names.</summary>
    public StatisticalPeriod? Period { get; init; }

    /// <summary>The date under the report.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>The agency's name under the report, as printed; null where there is none.</summary>
    public string? Signatory { get; init; }

    /// <summary>The sections that the source has, in the order in which it has them.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>The cells of the three tables.</summary>
    public FigureSet Figures { get; init; } = FigureSet.Empty;

    /// <summary>The file that it was read from; null for a report made in the program.</summary>
    public ReportSource? Source { get; init; }

    /// <summary>What the reader has to say: rows it could not place, headings printed wrongly, another form.</summary>
    public ImmutableArray<Finding> ReadingFindings { get; init; } = [];

    /// <summary>The section with this statutory number, or null where the report has none.</summary>
    /// <param name="number">1 to 6.</param>
    public Section? SectionOrNull(int number) => Sections.FirstOrDefault(section => section.Number == number);
}

/// <summary>One of the six sections.</summary>
/// <param name="Number">The statutory number, 1 to 6, whatever the source printed.</param>
/// <param name="Heading">The heading as printed, without its number.</param>
/// <param name="Text">The text without the table; paragraphs are parted by line feeds.</param>
public sealed record Section(int Number, string Heading, string Text);

/// <summary>The span of days that the figures count.</summary>
public readonly record struct StatisticalPeriod(DateOnly From, DateOnly To);

/// <summary>The file that a report was read from.</summary>
/// <param name="Name">The file's name; within a zip, <c>archive.zip/inner.docx</c>.</param>
/// <param name="Kind">The format: <c>txt html docx pdf xlsx xls json csv doc wps odt rtf</c>.</param>
/// <param name="Sha256">The hash of its bytes, in lower-case hexadecimal.</param>
public sealed record ReportSource(string Name, string Kind, string Sha256);
