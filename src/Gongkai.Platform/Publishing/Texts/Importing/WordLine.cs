using System.Globalization;
using System.Xml.Linq;
using Gongkai.Platform.Publishing.Texts.Cleaning;
using Gongkai.Platform.Screening;
using Gongkai.Reports.Reading.Word;

namespace Gongkai.Platform.Publishing.Texts.Importing;

/// <summary>The text of a paragraph of Word, run by run.</summary>
internal sealed class WordLine
{
    private readonly WordReading reading;
    private readonly LineBuilder line = new();

    public WordLine(WordReading reading, XElement paragraph)
    {
        this.reading = reading;
        Look = reading.Looks.Of(paragraph);
        Mark = reading.Looks.MarkOf(paragraph);
        if (Mark is { IsItem: false } number)
        {
            Append(number.Text, Marks.None, null);
        }
        else if (Mark is { Mark.IsOrdered: true, Mark.Start: var start } && Look.Look.Heading > 0)
        {
            Append(start.ToString(CultureInfo.InvariantCulture) + ". ", Marks.None, null);
        }
    }

    public WordParagraphLook Look { get; }

    public WordListMark? Mark { get; }

    /// <summary>The text boxes that are anchored here.</summary>
    public List<XElement> Boxes { get; } = [];

    public int Indent => line.Indent;

    public static string NoteMark(int number) => $"〔{number}〕";

    public void Add(XElement paragraph) => Inline(paragraph, null);

    public List<List<TextRun>> Take() => line.Take();

    private void Inline(XElement parent, string? link)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "r":
                    TakeRun(element, link);
                    break;
                case "hyperlink":
                    Inline(element, element.Attributes().FirstOrDefault(static attribute => attribute.Name.LocalName == "id")?.Value is { } id ? reading.Pictures.LinkOf(id) ?? link : link);
                    break;
                case "del" or "moveFrom":
                    reading.Changes++;
                    break;
                case "ins" or "moveTo":
                    reading.Changes++;
                    Inline(element, link);
                    break;
                case "sdt" or "sdtContent" or "smartTag" or "customXml" or "fldSimple" or "dir" or "bdo":
                    Inline(element, link);
                    break;
                case "oMath" or "oMathPara":
                    Append(string.Concat(element.Descendants().Where(static part => part.Name.LocalName == "t").Select(static part => part.Value)), Marks.None, link);
                    break;
            }
        }
    }

    private void TakeRun(XElement run, string? link)
    {
        if (WordScreening.IsHidden(run, reading.HiddenStyles))
        {
            reading.HiddenCharacters += run.Elements().Where(static part => part.Name.LocalName == "t").Sum(static part => part.Value.Length);
            return;
        }

        Parts(run, MarksOf(run.Child("rPr")), link);
    }

    private void Parts(XElement parent, Marks marks, string? link)
    {
        foreach (var part in parent.Elements())
        {
            switch (part.Name.LocalName)
            {
                case "t":
                    Append(part.Value, marks, link);
                    break;
                case "tab" or "ptab":
                    Append("\u3000\u3000", marks, link);
                    break;
                case "br" when part.Value("type") is null or "textWrapping":
                case "cr":
                    line.Break();
                    break;
                case "noBreakHyphen":
                    Append("-", marks, link);
                    break;
                case "sym":
                    Append(WordSymbols.Read(part.Value("font"), part.Value("char")), marks, link);
                    break;
                case "footnoteReference" or "endnoteReference" when part.Value("id") is { } id:
                    reading.Notes.Add((part.Name.LocalName[0] == 'e', id));
                    Append(NoteMark(reading.Notes.Count), Marks.Superscript, null);
                    break;
                case "ruby":
                    foreach (var run in part.Child("rubyBase")?.Elements().Where(static element => element.Name.LocalName == "r") ?? [])
                    {
                        TakeRun(run, link);
                    }

                    break;
                case "AlternateContent":
                    if (part.Elements().FirstOrDefault() is { } choice)
                    {
                        Parts(choice, marks, link);
                    }

                    break;
                case "drawing" or "pict" or "object":
                    TakeDrawing(part, link);
                    break;
            }
        }
    }

    private void TakeDrawing(XElement drawing, string? link)
    {
        var boxes = drawing.Descendants().Where(static element => element.Name.LocalName == "txbxContent").ToList();
        if (boxes.Count > 0)
        {
            Boxes.AddRange(boxes.Where(static box => !box.Ancestors().Any(static outer => outer.Name.LocalName is "txbxContent" or "Fallback")));
        }
        else if (WordPictures.HasPicture(drawing))
        {
            if (reading.Pictures.Of(drawing) is { } picture)
            {
                line.Picture(picture, link);
            }
            else
            {
                Append("〔图片〕", Marks.None, link);
            }
        }
    }

    /// <summary>Spaces that bear a line under them are a place to write on.</summary>
    private void Append(string text, Marks marks, string? link) => line.Append(
        marks.HasFlag(Marks.Underline) && string.IsNullOrWhiteSpace(text) ? new string('\u00A0', text.Length) : text.Replace('\n', ' '), marks, link, preformatted: true);

    private Marks MarksOf(XElement? look)
    {
        var marks = (look.Child("b").IsOn() ?? Look.IsBold) ? Marks.Strong : Marks.None;
        marks |= look.Child("i").IsOn() == true ? Marks.Emphasis : Marks.None;
        marks |= look.Child("u").IsOn() == true ? Marks.Underline : Marks.None;
        marks |= look.Child("strike").IsOn() == true || look.Child("dstrike").IsOn() == true ? Marks.Strike : Marks.None;
        return marks | look.Child("vertAlign").Value() switch
        {
            "subscript" => Marks.Subscript,
            "superscript" => Marks.Superscript,
            _ => Marks.None,
        };
    }
}
