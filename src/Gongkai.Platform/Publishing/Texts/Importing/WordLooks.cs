using System.Xml;
using System.Xml.Linq;
using Gongkai.Platform.Publishing.Texts.Cleaning;
using Gongkai.Platform.Screening;
using Gongkai.Reports.Reading.Word;

namespace Gongkai.Platform.Publishing.Texts.Importing;

/// <summary>How a paragraph of Word stands, from itself and the styles that it is based on.</summary>
internal sealed record WordParagraphLook(ParagraphLook Look, bool IsIndented, bool IsTitle, bool IsBold, double Size);

/// <summary>The styles and the lists of a Word file.</summary>
internal sealed class WordLooks
{
    private const int LongestChain = 20;
    private const double PointsOfAnIndent = 28;
    private const double LeastIndent = 18;

    private readonly Dictionary<string, XElement> styles = [];
    private readonly string? usual;
    private readonly WordNumbering? numbering;
    private readonly WordStyles? numberingStyles;

    public WordLooks(OfficePackage package)
    {
        numbering = Part(package, "word/numbering.xml", WordNumbering.Read);
        numberingStyles = Part(package, "word/styles.xml", WordStyles.Read);
        foreach (var style in package.Xml("word/styles.xml")?.Root?.Elements().Where(static element => element.Name.LocalName == "style") ?? [])
        {
            if (style.Value("styleId") is { } id && styles.TryAdd(id, style) && style.Value("type") == "paragraph" && style.Value("default") is "1" or "true")
            {
                usual = id;
            }
        }
    }

    public WordParagraphLook Of(XElement paragraph)
    {
        var properties = paragraph.Child("pPr");
        var style = properties.Child("pStyle").Value() ?? usual;
        var chain = Chain(style);
        T? First<T>(Func<XElement?, T?> find) => find(properties) is { } own ? own : chain.Select(one => find(one.Child("pPr"))).FirstOrDefault(static found => found is not null);

        var level = First(static look => look.Child("outlineLvl").Integer()) ?? LevelOfName(chain);
        var alignment = First(static look => look.Child("jc").Value()) switch
        {
            "center" => Alignment.Centre,
            "right" or "end" => Alignment.End,
            _ => Alignment.Start,
        };
        var indents = First(static look => look.Child("ind"));
        var left = Points(indents, "left", "leftChars") ?? Points(indents, "start", "startChars") ?? 0;
        var name = chain.Select(static one => one.Child("name").Value()).FirstOrDefault();
        return new WordParagraphLook(
            new ParagraphLook(level is >= 0 and < 9 ? Math.Min(4, level.Value + 2) : 0, alignment, left >= LeastIndent ? Math.Clamp((int)Math.Round(left / PointsOfAnIndent), 1, ParagraphLook.MostIndent) : 0),
            Points(indents, "firstLine", "firstLineChars") is > 1,
            name is "Title" or "标题" or "title",
            chain.Select(static one => one.Child("rPr").Child("b").IsOn()).FirstOrDefault(static bold => bold is not null) ?? false,
            (SizeOf(paragraph) ?? chain.Select(static one => one.Child("rPr").Child("sz").Integer()).FirstOrDefault(static size => size is not null) ?? 0) / 2.0);
    }

    /// <summary>What Word prints before the paragraph; null where it is in no list. It counts on, so it is asked once for each paragraph in order.</summary>
    public WordListMark? MarkOf(XElement paragraph)
    {
        if (numbering is null)
        {
            return null;
        }

        var properties = paragraph.Child("pPr");
        var own = properties.Child("numPr");
        var place = own.Child("numId").Integer() is { } instance ? (instance, own.Child("ilvl").Integer() ?? 0)
            : numberingStyles?.NumberingOf(properties.Child("pStyle").Value(), numbering) is { } inherited ? (inherited.Instance, own.Child("ilvl").Integer() ?? inherited.Level)
            : default((int Instance, int Level)?);
        if (place is not { } found || found.Instance == 0)
        {
            return null;
        }

        var label = numbering.Next(found.Instance, found.Level).Trim();
        return numbering.HasBullets(found.Instance, found.Level) ? new WordListMark(found.Level + 1, ListMark.Bullet, "")
            : label.Length > 0 ? WordListMark.Of(label, found.Level + 1)
            : null;
    }

    private List<XElement> Chain(string? style)
    {
        var chain = new List<XElement>();
        while (style is not null && chain.Count < LongestChain && styles.TryGetValue(style, out var found))
        {
            chain.Add(found);
            style = found.Child("basedOn").Value();
        }

        return chain;
    }

    /// <summary>The built-in heading styles bear their level in their name.</summary>
    private static int? LevelOfName(List<XElement> chain) =>
        chain.Select(static style => style.Child("name").Value()?.ToLowerInvariant()).FirstOrDefault(static name => name is ['h', 'e', 'a', 'd', 'i', 'n', 'g', ' ', >= '1' and <= '9']) is { } heading
            ? heading[^1] - '1'
            : null;

    private static int? SizeOf(XElement paragraph) =>
        paragraph.Elements().Where(static run => run.Name.LocalName == "r").Select(static run => run.Child("rPr").Child("sz").Integer()).FirstOrDefault(static size => size is not null);

    /// <summary>Twentieths of a point, or hundredths of a letter.</summary>
    private static double? Points(XElement? indents, string name, string letters) =>
        indents.Integer(letters) is { } hundredths and not 0 ? hundredths / 100.0 * 16 : indents.Integer(name) / 20.0;

    private static T? Part<T>(OfficePackage package, string name, Func<XmlReader, T> read)
        where T : class
    {
        if (!package.Names.Contains(name))
        {
            return null;
        }

        using var stream = package.Open(name);
        using var reader = XmlReader.Create(stream, OfficePackage.ReaderSettings);
        try
        {
            return read(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
