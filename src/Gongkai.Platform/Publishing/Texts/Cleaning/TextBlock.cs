namespace Gongkai.Platform.Publishing.Texts.Cleaning;

/// <summary>A part of a text that stands on lines of its own. What a text may hold is what these can say.</summary>
internal abstract record TextBlock;

/// <summary>A paragraph or a heading.</summary>
internal sealed record Paragraph(ParagraphLook Look, IReadOnlyList<TextRun> Runs) : TextBlock;

/// <summary>A paragraph that is an item of a list in the making: Word writes lists as paragraphs.</summary>
internal sealed record ListLine(int Level, ListMark Mark, Paragraph Paragraph) : TextBlock;

internal sealed record TextList(ListMark Mark, IReadOnlyList<IReadOnlyList<TextBlock>> Items) : TextBlock;

internal sealed record Quotation(IReadOnlyList<TextBlock> Blocks) : TextBlock;

internal sealed record Rule : TextBlock;

internal sealed record Figure(TextRun Picture, IReadOnlyList<TextRun> Caption) : TextBlock;

internal sealed record TextTable(IReadOnlyList<TextRun> Caption, IReadOnlyList<TextRow> Rows, int HeaderRows) : TextBlock;

internal sealed record TextRow(IReadOnlyList<TextCell> Cells);

/// <param name="Blocks">What it holds.</param>
/// <param name="IsHeader">Whether it heads a column or a row.</param>
/// <param name="Scope">What it heads: col, colgroup, row, rowgroup; null for what goes without saying.</param>
/// <param name="ColumnSpan">How many columns it takes.</param>
/// <param name="RowSpan">How many rows it takes.</param>
internal sealed record TextCell(IReadOnlyList<TextBlock> Blocks, bool IsHeader, string? Scope, int ColumnSpan, int RowSpan);

/// <summary>How the items of a list are marked.</summary>
/// <param name="Type">1, a, A, i, I; null for bullets.</param>
/// <param name="Start">The number of the first item.</param>
internal readonly record struct ListMark(char? Type, int Start)
{
    public static ListMark Bullet => new(null, 1);

    public bool IsOrdered => Type is not null;
}

/// <summary>A stretch of a line with one look, a line break (a text of one line feed), or a picture.</summary>
internal readonly record struct TextRun(string Text, Marks Marks = Marks.None, string? Link = null, TextPictureMark? Picture = null)
{
    public static TextRun Break => new("\n");

    public bool IsBreak => Picture is null && Text == "\n";
}

/// <summary>A picture in a line.</summary>
internal sealed record TextPictureMark(string Source, string Alternative, int? Width, int? Height);

[Flags]
internal enum Marks
{
    None = 0,
    Strong = 1,
    Emphasis = 2,
    Underline = 4,
    Strike = 8,
    Subscript = 16,
    Superscript = 32,
}

internal enum Alignment
{
    Start,
    Centre,
    End,
    Signature,
}

/// <summary>How a paragraph stands.</summary>
/// <param name="Heading">2, 3 or 4; 0 for a paragraph of text.</param>
/// <param name="Alignment">To which side.</param>
/// <param name="Indent">How far the whole paragraph is moved in, 0 to <see cref="MostIndent"/>.</param>
/// <param name="IsFlush">Whether its first line begins at the margin, where others are moved in by two letters.</param>
internal readonly record struct ParagraphLook(int Heading = 0, Alignment Alignment = Alignment.Start, int Indent = 0, bool IsFlush = false)
{
    public const int MostIndent = 4;

    /// <summary>The classes that say so.</summary>
    public string Classes => string.Join(' ', new[]
    {
        Alignment switch
        {
            Alignment.Centre => "text-center",
            Alignment.End => "text-end",
            Alignment.Signature => "signature",
            _ => null,
        },
        Indent > 0 ? $"indent-{Indent}" : null,
        IsFlush ? "flush" : null,
    }.OfType<string>());
}
