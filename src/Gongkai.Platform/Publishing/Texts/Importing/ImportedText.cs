using Gongkai.Platform.Publishing.Texts.Cleaning;

namespace Gongkai.Platform.Publishing.Texts.Importing;

/// <summary>A part of an imported text with what helps to tell what it is.</summary>
/// <param name="Block">The part.</param>
/// <param name="Size">The size of its letters in points; 0 where the file does not say.</param>
/// <param name="IsIndented">Whether its first line is moved in.</param>
/// <param name="IsTitle">Whether the file says that it is the title.</param>
internal sealed record ImportedBlock(TextBlock Block, double Size = 0, bool IsIndented = false, bool IsTitle = false)
{
    public string Text { get; } = Block is Paragraph paragraph ? TextRuns.TextOf(paragraph.Runs).Replace('\n', ' ').Trim() : "";

    public bool IsCentred => Block is Paragraph { Look.Alignment: Alignment.Centre };
}

/// <summary>What a file was read into, before its facts are found.</summary>
internal sealed record ImportedText(IReadOnlyList<ImportedBlock> Blocks)
{
    private const int LongestTitle = 200;

    public IReadOnlyList<TextPicture> Pictures { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The title that the file carries outside of its text.</summary>
    public string? OutsideTitle { get; init; }

    public ImportedDocument ToDocument(string fileName, string kind)
    {
        var facts = DocumentFacts.Of(Blocks);
        var name = Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/'));
        var title = facts.Title ?? OutsideTitle ?? TextRuns.OneLine(name);
        var hasIndents = Blocks.Any(static block => block.IsIndented);
        var body = Blocks.Index().Skip(facts.BodyFrom).Select(pair => Settled(pair.Item, hasIndents, facts.Signature.Contains(pair.Index))).ToList();
        return new ImportedDocument
        {
            Title = title.Length <= LongestTitle ? title : title[..LongestTitle],
            Number = facts.Number,
            MadeOn = facts.MadeOn,
            Agency = facts.Agency,
            Mark = facts.Mark,
            Html = HtmlWriting.Of(ListLines.Grouped(body, 0)),
            Pictures = Pictures,
            Notes = Notes,
            Kind = kind,
        };
    }

    /// <summary>Where the file sets indents, a paragraph without one is meant to have none.</summary>
    private static TextBlock Settled(ImportedBlock imported, bool hasIndents, bool isSignature) => imported.Block is Paragraph { Look: { Heading: 0 } look } paragraph
        ? isSignature ? paragraph with { Look = new ParagraphLook(Alignment: Alignment.Signature) }
        : hasIndents && !imported.IsIndented && look is { Alignment: Alignment.Start, Indent: 0 } ? paragraph with { Look = look with { IsFlush = true } }
        : paragraph
        : imported.Block;
}
