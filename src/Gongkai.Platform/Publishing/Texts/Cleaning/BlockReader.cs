using AngleSharp.Dom;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

/// <summary>Reads the tree of a page into blocks: what they can say is kept, all else goes and leaves its text behind.</summary>
internal sealed class BlockReader(TextReading reading, int depth)
{
    /// <summary>How deep lists, quotations and tables may stand in one another.</summary>
    public const int Deepest = 10;

    private const int SignatureIndent = 12;
    private const int LongestSignature = 40;

    private readonly List<TextBlock> blocks = [];
    private readonly LineBuilder line = new();
    private ParagraphLook look;
    private bool isIndented;
    private WordListMark? listMark;

    private readonly record struct Inline(Marks Marks, string? Link, bool IsPreformatted);

    public static List<TextBlock> Read(INode root, TextReading reading, int depth = 0, ParagraphLook look = default)
    {
        var reader = new BlockReader(reading, depth) { look = look };
        reader.line.IsLoose = depth == 0;
        reader.Children(root, default);
        reader.Flush();
        return ListLines.Grouped(reader.blocks, depth);
    }

    /// <summary>The lines of an element that cannot hold blocks, as one.</summary>
    public static List<TextRun> ReadLine(INode root, TextReading reading) => JoinedLines(Read(root, reading, Deepest));

    private static List<TextRun> JoinedLines(List<TextBlock> blocks)
    {
        var runs = new List<TextRun>();
        foreach (var paragraph in blocks.OfType<Paragraph>())
        {
            if (runs.Count > 0)
            {
                runs.Add(TextRun.Break);
            }

            runs.AddRange(paragraph.Runs);
        }

        return runs;
    }

    private void Children(INode node, Inline inline)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                line.Append(text.Data, inline.Marks, inline.Link, inline.IsPreformatted);
            }
            else if (child is IElement element)
            {
                Take(element, inline);
            }
        }
    }

    private void Take(IElement element, Inline inline)
    {
        var style = ElementStyle.Of(element);
        switch (element.LocalName)
        {
            case var _ when style.IsLeftOut:
            case "script" or "style" or "title" or "template" or "iframe" or "head" or "meta" or "link" or "xml" or "noembed" or "noframes"
                or "annotation" or "annotation-xml" or "desc" or "metadata" or "colgroup" or "datalist":
                break;
            case "br":
                line.Break();
                break;
            case "img":
                TakePicture(element, inline);
                break;
            case "hr":
                Flush();
                blocks.Add(new Rule());
                break;
            case "table" when depth < Deepest:
                Flush();
                blocks.AddRange(TableReader.Read(element, reading, depth + 1));
                break;
            case "ul" or "ol" or "menu" or "dir" when depth < Deepest:
                TakeList(element);
                break;
            case "blockquote" when depth < Deepest:
                Flush();
                if (Read(element, reading, depth + 1) is { Count: > 0 } quoted)
                {
                    blocks.Add(new Quotation(quoted));
                }

                break;
            case "figure" when depth < Deepest:
                TakeFigure(element);
                break;
            case var name when BlockNames.AreBlocks(name):
                TakeBlock(element, style, inline with { IsPreformatted = inline.IsPreformatted || name is "pre" or "xmp" or "listing" or "plaintext" or "textarea" });
                break;
            default:
                Children(element, inline with { Marks = style.MarksOver(inline.Marks, element.LocalName), Link = LinkOf(element) ?? inline.Link });
                break;
        }
    }

    private void TakeBlock(IElement element, ElementStyle style, Inline inline)
    {
        Flush();
        var (before, beforeIndented, wasLoose) = (look, isIndented, line.IsLoose);
        line.IsLoose = false;
        var heading = style.HeadingOf(element.LocalName, reading.HeadingShift);
        look = new ParagraphLook(
            heading > 0 ? heading : look.Heading,
            style.Alignment ?? look.Alignment,
            style.Indent is { } indent ? Math.Min(ParagraphLook.MostIndent, indent) : look.Indent,
            style.IsFlush || look.IsFlush);
        isIndented = style.HasFirstLineIndent ?? isIndented;
        if (element.LocalName is "p" && WordListMark.Of(element, style) is { } mark)
        {
            listMark = mark.IsItem && depth < Deepest ? mark : null;
            line.Append(listMark is null ? mark.Text : "", Marks.None, null);
        }

        Children(element, inline with { Marks = style.MarksOver(inline.Marks, element.LocalName) });
        Flush();
        listMark = null;
        (look, isIndented, line.IsLoose) = (before, beforeIndented, wasLoose);
    }

    private void TakeList(IElement element)
    {
        Flush();
        var items = new List<IReadOnlyList<TextBlock>>();
        foreach (var child in element.ChildNodes)
        {
            var isItem = child is IElement { LocalName: "li" };
            var content = isItem ? Read(child, reading, depth + 1) : ReadStray(child);
            if (content.Count == 0)
            {
                continue;
            }

            // What stands right below a list belongs to the item above it.
            if (isItem || items.Count == 0)
            {
                items.Add(content);
            }
            else
            {
                items[^1] = [.. items[^1], .. content];
            }
        }

        if (items.Count > 0)
        {
            blocks.Add(new TextList(BlockNames.MarkOf(element), items));
        }
    }

    private List<TextBlock> ReadStray(INode node)
    {
        var reader = new BlockReader(reading, depth + 1);
        if (node is IElement element)
        {
            reader.Take(element, default);
        }
        else if (node is IText text)
        {
            reader.line.Append(text.Data, Marks.None, null);
        }

        reader.Flush();
        return ListLines.Grouped(reader.blocks, depth + 1);
    }

    private void TakeFigure(IElement element)
    {
        Flush();
        var inside = Read(element, reading, depth);
        if (inside is [Paragraph { Runs: [{ Picture: not null } picture] }, ..]
            && (inside.Count == 1 || (inside is [_, Paragraph { Look.Heading: 0 } caption] && caption.Runs.All(static run => run.Picture is null) && element.Children.Any(static child => child.LocalName == "figcaption"))))
        {
            blocks.Add(new Figure(picture, inside.Count == 1 ? [] : ((Paragraph)inside[1]).Runs));
            return;
        }

        blocks.AddRange(inside);
    }

    private void TakePicture(IElement element, Inline inline)
    {
        switch (reading.PictureOf(element))
        {
            case { Source: { } source, Alternative: var alternative } picture:
                line.Picture(new TextPictureMark(source, alternative, picture.Width, picture.Height), inline.Link);
                break;
            case { Alternative: var alternative }:
                line.Append(alternative.Length > 0 ? $"〔图片：{alternative}〕" : "〔图片〕", inline.Marks, inline.Link);
                break;
        }
    }

    private string? LinkOf(IElement element) =>
        element.LocalName == "a" && element.GetAttribute("href") is { } href ? Links.Clean(href) : null;

    private void Flush()
    {
        if (line.IsEmpty)
        {
            line.Take();
            return;
        }

        var indent = line.Indent;
        foreach (var taken in line.Take())
        {
            var runs = reading.Afforded(taken);
            var paragraph = new Paragraph(LookOf(runs, indent), look.Heading > 0 ? TextRuns.Without(Marks.Strong, runs) : runs);
            blocks.Add(listMark is { } mark ? new ListLine(mark.Level, mark.Mark, paragraph) : paragraph);
            if (depth == 0 && listMark is null && paragraph.Look is { Heading: 0, Alignment: Alignment.Start, Indent: 0 })
            {
                reading.Seen(paragraph, indent >= 2 || isIndented);
            }
        }
    }

    /// <summary>Spaces that push a short line far to the right sign a document.</summary>
    private ParagraphLook LookOf(List<TextRun> runs, int indent) =>
        indent >= SignatureIndent && depth == 0 && look is { Heading: 0, Alignment: Alignment.Start } && runs.Sum(static run => run.Text.Length) <= LongestSignature
            ? look with { Alignment = Alignment.Signature }
            : look;
}
