namespace Gongkai.Reports.Writing;

/// <summary>The formats that a report is written in.</summary>
public enum WriteFormat
{
    /// <summary><c>gongkai.report/1</c>: everything, exactly.</summary>
    Json,

    /// <summary>Word, in the national format and the look of an official document (GB/T 9704).</summary>
    Docx,

    /// <summary>One page that needs no other file and prints on A4.</summary>
    Html,

    /// <summary>One row a figure, for statistics programs.</summary>
    Csv,

    /// <summary>Excel: the tables with live sums, and the text.</summary>
    Xlsx,
}
