using System.Xml.Linq;
using Gongkai.Platform.Publishing.Texts.Cleaning;
using Gongkai.Reports.Reading;

namespace Gongkai.Platform.Publishing.Texts.Importing;

/// <summary>The paragraphs and tables of a Word file as blocks (ECMA-376 part 1, clause 17).</summary>
internal sealed class WordBody(WordReading reading, int depth = 0)
{
    private const int SignatureIndent = 12;
    private const int LongestSignature = 40;

    private readonly List<ImportedBlock> blocks = [];
    private WordLine? open;

    public IReadOnlyList<ImportedBlock> Blocks => blocks;

    public void Read(XElement parent)
    {
        Children(parent);
        End();
    }

    /// <summary>What the marks of notes refer to, at the end of the text.</summary>
    public void AddNotes(Dictionary<string, XElement> footnotes, Dictionary<string, XElement> endnotes)
    {
        for (var index = 0; index < reading.Notes.Count; index++)
        {
            var (isEndnote, id) = reading.Notes[index];
            if ((isEndnote ? endnotes : footnotes).TryGetValue(id, out var note))
            {
                var body = new WordBody(reading, depth);
                body.Read(note);
                blocks.AddRange(body.Blocks.Select((block, at) => at == 0 ? block with { Block = Numbered(block.Block, index + 1) } : block));
            }
        }
    }

    private static TextBlock Numbered(TextBlock block, int number) =>
        block is Paragraph paragraph ? paragraph with { Runs = [new TextRun(WordLine.NoteMark(number)), .. paragraph.Runs] } : block;

    private void Children(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "p":
                    TakeParagraph(element);
                    break;
                case "tbl":
                    End();
                    TakeTable(element);
                    break;
                case "del" or "moveFrom":
                    reading.Changes++;
                    break;
                case "sdt" or "sdtContent" or "ins" or "moveTo" or "customXml" or "smartTag" or "body":
                    Children(element);
                    break;
            }
        }
    }

    private void TakeParagraph(XElement paragraph)
    {
        Count();
        open ??= new WordLine(reading, paragraph);
        open.Add(paragraph);
        var mark = paragraph.Child("pPr").Child("rPr");
        if (mark.Child("del") is not null || mark.Child("moveFrom") is not null)
        {
            reading.Changes++;
            return;
        }

        End();
    }

    private void End()
    {
        if (open is not { } line)
        {
            return;
        }

        open = null;
        var (look, mark, indent) = (line.Look, line.Mark, line.Indent);
        foreach (var runs in line.Take())
        {
            var isSignature = depth == 0 && look.Look is { Heading: 0, Alignment: Alignment.Start } && runs.Sum(static run => run.Text.Length) <= LongestSignature
                && (indent >= SignatureIndent || look.Look.Indent == ParagraphLook.MostIndent);
            var paragraph = new Paragraph(
                isSignature ? new ParagraphLook(Alignment: Alignment.Signature) : mark is null ? look.Look : look.Look with { Indent = 0 },
                look.Look.Heading > 0 ? TextRuns.Without(Marks.Strong, runs) : runs);
            TextBlock block = mark is { IsItem: true } item && look.Look.Heading == 0 ? new ListLine(item.Level, item.Mark, paragraph) : paragraph;
            blocks.Add(new ImportedBlock(block, look.Size, look.IsIndented || indent >= 2 || mark is not null, look.IsTitle));
        }

        if (depth < BlockReader.Deepest)
        {
            foreach (var box in line.Boxes)
            {
                var body = new WordBody(reading, depth + 1);
                body.Read(box);
                blocks.AddRange(body.Blocks);
            }
        }
    }

    private void TakeTable(XElement table)
    {
        Count();
        if (depth >= BlockReader.Deepest)
        {
            foreach (var cell in table.Descendants(table.Name.Namespace + "tc"))
            {
                Children(cell);
                End();
            }

            return;
        }

        var rows = new WordTable(reading, depth + 1).Rows(table);
        if (rows.Count > 0)
        {
            blocks.Add(new ImportedBlock(TableReader.Settled([], rows)));
        }
    }

    private void Count()
    {
        if (++reading.Blocks > WordReading.MostBlocks)
        {
            throw new UnreadableSourceException($"Word 文件里的段落和表格超过 {WordReading.MostBlocks} 个，没有读取；请拆成几个文件，或者只导入正文、其余作为附件。");
        }
    }
}
