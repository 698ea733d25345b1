using System.Globalization;
using System.Xml.Linq;

namespace Gongkai.Platform.Screening;

/// <summary>What a Word file hides in its text.</summary>
internal sealed class WordScreening(OfficePackage package)
{
    private const int SmallestHalfPoints = 4;

    private static readonly Dictionary<string, string> Changes = new(StringComparer.Ordinal)
    {
        ["ins"] = "插入",
        ["moveTo"] = "移来",
        ["del"] = "删除",
        ["moveFrom"] = "移走",
        ["cellIns"] = "插入单元格",
        ["cellDel"] = "删除单元格",
        ["cellMerge"] = "合并单元格",
        ["rPrChange"] = "改格式",
        ["pPrChange"] = "改格式",
        ["sectPrChange"] = "改格式",
        ["tblPrChange"] = "改格式",
        ["tblPrExChange"] = "改格式",
        ["tblGridChange"] = "改格式",
        ["trPrChange"] = "改格式",
        ["tcPrChange"] = "改格式",
        ["numberingChange"] = "改格式",
    };

    /// <summary>The parts that hold text, with what they are called.</summary>
    public static IEnumerable<(string Name, XDocument Xml, string Title)> Texts(OfficePackage package)
    {
        foreach (var name in package.Names.Where(name => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            if (package.Xml(name) is { Root: { } root } xml && IsWord(root) && TitleOf(root.Name.LocalName) is { } title)
            {
                yield return (name, xml, title);
            }
        }
    }

    /// <summary>The styles whose letters are hidden.</summary>
    public static HashSet<string> HiddenStyles(OfficePackage package) =>
    [
        .. from name in package.Names
           where name.EndsWith("styles.xml", StringComparison.OrdinalIgnoreCase)
           let root = package.Xml(name)?.Root
           where root is not null && IsWord(root)
           from style in root.Elements(root.Name.Namespace + "style")
           where IsOn(style.Element(root.Name.Namespace + "rPr")?.Element(root.Name.Namespace + "vanish"))
           select (string?)style.Attribute(root.Name.Namespace + "styleId") ?? "",
    ];

    public static bool IsChange(XElement element) => Changes.ContainsKey(element.Name.LocalName) && IsWord(element);

    /// <summary>Whether the letters of a run are hidden, by themselves or by a style.</summary>
    public static bool IsHidden(XElement run, HashSet<string> styles)
    {
        var word = run.Name.Namespace;
        var look = run.Element(word + "rPr");
        if (look?.Element(word + "vanish") is { } vanish)
        {
            return IsOn(vanish);
        }

        return styles.Contains(Value(look?.Element(word + "rStyle")) ?? "")
            || styles.Contains(Value(run.Ancestors(word + "p").FirstOrDefault()?.Element(word + "pPr")?.Element(word + "pStyle")) ?? "")
            || (int.TryParse(Value(look?.Element(word + "sz")), CultureInfo.InvariantCulture, out var size) && size <= SmallestHalfPoints);
    }

    public IEnumerable<HiddenContent> Hits()
    {
        var styles = HiddenStyles(package);
        foreach (var (_, xml, title) in Texts(package))
        {
            var root = xml.Root!;
            var word = root.Name.Namespace;
            if (root.Name.LocalName == "comments")
            {
                foreach (var (comment, index) in root.Elements(word + "comment").Select((comment, index) => (comment, index)))
                {
                    yield return new HiddenContent(HiddenKind.Comment, $"第 {index + 1} 条批注{By(comment)}", PackageScreening.Short(TextOf(comment)));
                }

                continue;
            }

            if (root.Name.LocalName is "hdr" or "ftr" && PackageScreening.Short(TextOf(root)) is { } printed)
            {
                yield return new HiddenContent(HiddenKind.HeaderFooter, title, printed);
            }

            var paragraphs = root.Descendants(word + "p").Select((paragraph, index) => (paragraph, index)).ToDictionary(pair => pair.paragraph, pair => pair.index + 1);
            string PlaceOf(XElement element) => element.AncestorsAndSelf(word + "p").FirstOrDefault() is { } paragraph ? $"{title}第 {paragraphs[paragraph]} 段" : title;
            foreach (var hit in ChangeHits(root, PlaceOf).Concat(HiddenTextHits(root, styles, PlaceOf)))
            {
                yield return hit;
            }
        }
    }

    private static IEnumerable<HiddenContent> ChangeHits(XElement root, Func<XElement, string> placeOf) =>
        from change in root.Descendants()
        where IsChange(change)
        group change by (Place: placeOf(change), What: $"{Changes[change.Name.LocalName]}{By(change)}") into changes
        select new HiddenContent(HiddenKind.TrackedChange, $"{changes.Key.Place}，{changes.Key.What}", PackageScreening.Short(string.Concat(changes.Select(TextOf))));

    private static IEnumerable<HiddenContent> HiddenTextHits(XElement root, HashSet<string> styles, Func<XElement, string> placeOf) =>
        from run in root.Descendants(root.Name.Namespace + "r")
        where IsHidden(run, styles) && TextOf(run).Length > 0
        group run by placeOf(run) into runs
        select new HiddenContent(HiddenKind.HiddenText, runs.Key, PackageScreening.Short(string.Concat(runs.Select(TextOf))));

    private static string By(XElement element)
    {
        var word = element.Name.Namespace;
        var author = PackageScreening.Short((string?)element.Attribute(word + "author"));
        var day = (string?)element.Attribute(word + "date") is { Length: >= 10 } date ? $" {date[..10]}" : "";
        return author is null ? day : $"（{author}{day}）";
    }

    private static string TextOf(XElement element) =>
        string.Concat(element.Descendants().Where(part => part.Name.LocalName is "t" or "delText" && part.Name.Namespace == element.Name.Namespace).Select(part => part.Value));

    private static bool IsOn(XElement? element) => element is not null && Value(element) is not ("0" or "false" or "off");

    private static string? Value(XElement? element) => (string?)element?.Attribute(element.Name.Namespace + "val");

    private static bool IsWord(XElement element) => element.Name.NamespaceName.EndsWith("/wordprocessingml/main", StringComparison.Ordinal) || element.Name.NamespaceName.EndsWith("/wordprocessingml/2006/main", StringComparison.Ordinal);

    private static string? TitleOf(string root) => root switch
    {
        "document" => "正文",
        "hdr" => "页眉",
        "ftr" => "页脚",
        "footnotes" => "脚注",
        "endnotes" => "尾注",
        "comments" => "批注",
        _ => null,
    };
}
