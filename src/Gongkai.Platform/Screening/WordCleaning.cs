using System.Xml.Linq;

namespace Gongkai.Platform.Screening;

/// <summary>Takes comments and hidden letters out of a Word file, and accepts its tracked changes (ECMA-376 part 1, 17.13.4 and 17.13.5).</summary>
internal static class WordCleaning
{
    private static readonly string[] Markers =
    [
        "commentRangeStart", "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
    ];

    public static void Clean(OfficePackage package)
    {
        var styles = WordScreening.HiddenStyles(package);
        var comments = new List<string>();
        foreach (var (name, xml, _) in WordScreening.Texts(package))
        {
            if (xml.Root!.Name.LocalName == "comments")
            {
                comments.Add(name);
                continue;
            }

            RemoveComments(xml.Root);
            Accept(xml.Root);
            xml.Root.Descendants(xml.Root.Name.Namespace + "r").Where(run => WordScreening.IsHidden(run, styles)).ToList().ForEach(run => run.Remove());
            package.Put(name, xml);
        }

        // Beside the comments stand their threads and the people who wrote them.
        package.Remove([.. comments, .. package.Names.Where(name => name.Split('/')[^1] is "people.xml" or "commentsExtended.xml" or "commentsIds.xml" or "commentsExtensible.xml")]);
        StopTracking(package);
    }

    private static void RemoveComments(XElement root)
    {
        var word = root.Name.Namespace;
        foreach (var reference in root.Descendants(word + "commentReference").ToList())
        {
            var run = reference.Parent!;
            reference.Remove();
            if (run.Name == word + "r" && run.Elements().All(element => element.Name == word + "rPr"))
            {
                run.Remove();
            }
        }

        root.Descendants().Where(element => element.Name.Namespace == word && Markers.Contains(element.Name.LocalName)).ToList().ForEach(element => element.Remove());
    }

    private static void Accept(XElement root)
    {
        var word = root.Name.Namespace;
        foreach (var paragraph in root.Descendants(word + "p").Where(IsEndDeleted).ToList())
        {
            JoinWithNext(paragraph);
        }

        foreach (var row in root.Descendants(word + "trPr").Where(look => look.Element(word + "del") is not null).Select(look => look.Parent!).ToList())
        {
            row.Remove();
        }

        foreach (var cell in root.Descendants(word + "cellDel").Select(mark => mark.Ancestors(word + "tc").FirstOrDefault()).OfType<XElement>().ToList())
        {
            cell.Remove();
        }

        foreach (var change in root.Descendants().Where(WordScreening.IsChange).ToList())
        {
            // A change inside one that went before has gone with it.
            if (change.Parent is null || !change.Ancestors().Contains(root))
            {
                continue;
            }

            if (change.Name.LocalName is "ins" or "moveTo")
            {
                change.ReplaceWith(change.Nodes());
            }
            else
            {
                change.Remove();
            }
        }
    }

    private static bool IsEndDeleted(XElement paragraph)
    {
        var word = paragraph.Name.Namespace;
        var look = paragraph.Element(word + "pPr")?.Element(word + "rPr");
        return look?.Element(word + "del") is not null || look?.Element(word + "moveFrom") is not null;
    }

    /// <summary>Where the end of a paragraph was deleted, what is left of it begins the next one.</summary>
    private static void JoinWithNext(XElement paragraph)
    {
        var word = paragraph.Name.Namespace;
        var rest = paragraph.Elements().Where(element => element.Name != word + "pPr").ToList();
        if (paragraph.ElementsAfterSelf().FirstOrDefault() is { } next && next.Name == word + "p")
        {
            rest.ForEach(element => element.Remove());
            if (next.Element(word + "pPr") is { } look)
            {
                look.AddAfterSelf(rest);
            }
            else
            {
                next.AddFirst(rest);
            }

            paragraph.Remove();
        }
        else if (rest.TrueForAll(element => element.Name.LocalName is "del" or "moveFrom") && paragraph.ElementsBeforeSelf(word + "p").Any())
        {
            paragraph.Remove();
        }
    }

    private static void StopTracking(OfficePackage package)
    {
        foreach (var name in package.Names.Where(name => name.Split('/')[^1] == "settings.xml").ToList())
        {
            if (package.Xml(name) is { Root: { } root } xml)
            {
                root.Elements().Where(element => element.Name.LocalName is "trackRevisions" or "rsids").ToList().ForEach(element => element.Remove());
                package.Put(name, xml);
            }
        }
    }
}
