using System.Xml;
using System.Xml.Linq;
using Gongkai.Platform.Screening;
using Gongkai.Reports.Reading;

namespace Gongkai.Platform.Publishing.Texts.Importing;

/// <summary>Reads a Word file (.docx): its final state, without comments and hidden text, with its notes at the end.</summary>
internal static class WordImport
{
    private const int DeepestXml = 400;

    public static ImportedText Read(OfficePackage package)
    {
        var main = package.Names.FirstOrDefault(static name => name.Equals("word/document.xml", StringComparison.OrdinalIgnoreCase))
            ?? package.Names.FirstOrDefault(static name => name.StartsWith("word/document", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            ?? throw Damaged();
        RefuseDepth(package, main);
        var body = package.Xml(main)?.Root?.Elements().FirstOrDefault(static element => element.Name.LocalName == "body") ?? throw Damaged();
        var pictures = new WordPictures(package, main);
        var reading = new WordReading(new WordLooks(package), pictures, WordScreening.HiddenStyles(package));
        var text = new WordBody(reading);
        text.Read(body);
        text.AddNotes(Notes(package, main, "footnotes"), Notes(package, main, "endnotes"));
        return new ImportedText(text.Blocks) { Pictures = pictures.Kept, Notes = [.. Remarks(package, reading, pictures)] };
    }

    private static Dictionary<string, XElement> Notes(OfficePackage package, string main, string type)
    {
        var part = package.RelationsOf(main).FirstOrDefault(relation => relation.Type == type).Target;
        if (part is null || !package.Names.Contains(part))
        {
            return [];
        }

        RefuseDepth(package, part);
        return (package.Xml(part)?.Root?.Elements() ?? [])
            .Where(static note => note.Attribute(note.Name.Namespace + "type") is null && note.Attribute(note.Name.Namespace + "id") is not null)
            .GroupBy(static note => (string)note.Attribute(note.Name.Namespace + "id")!)
            .ToDictionary(static group => group.Key, static group => group.First());
    }

    private static IEnumerable<string> Remarks(OfficePackage package, WordReading reading, WordPictures pictures)
    {
        if (reading.HiddenCharacters > 0)
        {
            yield return $"原文件里有 {reading.HiddenCharacters} 个字设成了隐藏，没有读入正文；作为附件发布以前要清理。";
        }

        if (reading.Changes > 0)
        {
            yield return "原文件里有修订，已按全部接受读入；请核对是不是定稿。";
        }

        if (package.Names.Any(static name => name.EndsWith("comments.xml", StringComparison.OrdinalIgnoreCase)))
        {
            yield return "原文件里有批注，没有读入。";
        }

        if (pictures.Lost > 0)
        {
            yield return $"有 {pictures.Lost} 张图片是网页显示不了的格式，正文中标了〔图片〕；请另存为 PNG 或 JPEG 后插入。";
        }
    }

    /// <summary>The tree is walked by recursion, so it may not be too deep.</summary>
    private static void RefuseDepth(OfficePackage package, string part)
    {
        using var stream = package.Open(part);
        using var reader = XmlReader.Create(stream, OfficePackage.ReaderSettings);
        try
        {
            while (reader.Read())
            {
                if (reader.Depth > DeepestXml)
                {
                    throw new UnreadableSourceException("Word 文件里的嵌套过深，没有读取；请用 Word 或 WPS 打开后另存一份再导入。");
                }
            }
        }
        catch (XmlException)
        {
            throw Damaged();
        }
    }

    private static UnreadableSourceException Damaged() => new("Word 文件已损坏或不完整，打不开；请用 Word 或 WPS 打开后另存为 .docx 再导入。");
}
