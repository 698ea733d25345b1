using System.Xml;
using System.Xml.Linq;

namespace Gongkai.Platform.Screening;

/// <summary>Takes comments and hidden sheets out of an Excel file, with the texts that nothing shows any more. A sheet on which another one builds stays: without it, what one sees would change.</summary>
internal static class ExcelCleaning
{
    public static void Clean(OfficePackage package)
    {
        var book = new ExcelBook(package);
        RemoveComments(package, book);
        RemoveHiddenSheets(package, book);
        ForgetTexts(package, book);
    }

    /// <summary>A book keeps the texts of cells apart from them: what stood in no cell but those that are gone would go out all the same.</summary>
    private static void ForgetTexts(OfficePackage package, ExcelBook book)
    {
        if (book.TextsPart is not { } part || package.Xml(part) is not { Root: { } root } xml)
        {
            return;
        }

        var used = new HashSet<int>();
        foreach (var sheet in book.Sheets.Where(sheet => sheet.Part is not null && package.Names.Contains(sheet.Part)))
        {
            if (!AddTexts(package, sheet.Part!, used))
            {
                return;
            }
        }

        // The place in the list is the number that cells know a text by: an empty one stays in it.
        foreach (var text in root.Elements().Where(element => element.Name.LocalName == "si").Where((_, number) => !used.Contains(number)).ToList())
        {
            text.ReplaceNodes(new XElement(text.Name.Namespace + "t"));
        }

        package.Put(part, xml);
    }

    /// <returns>False where the sheet could not be read to its end.</returns>
    private static bool AddTexts(OfficePackage package, string sheet, HashSet<int> used)
    {
        try
        {
            using var stream = package.Open(sheet);
            using var reader = XmlReader.Create(stream, OfficePackage.ReaderSettings);
            var (isShared, isValue) = (false, false);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    isShared = reader.LocalName == "c" ? reader.GetAttribute("t") == "s" : isShared;
                    isValue = reader.LocalName == "v";
                }
                else if (reader.NodeType == XmlNodeType.Text && isShared && isValue && int.TryParse(reader.Value, System.Globalization.CultureInfo.InvariantCulture, out var number))
                {
                    used.Add(number);
                }
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static void RemoveComments(OfficePackage package, ExcelBook book)
    {
        var gone = package.Names.Where(name => name.Contains("/persons/", StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var sheet in book.Sheets.Where(sheet => sheet.Part is not null))
        {
            var comments = book.PartsOf(sheet, "comments").ToList();
            gone.AddRange(book.PartsOf(sheet, "threadedComment"));
            if (comments.Count == 0)
            {
                continue;
            }

            // The boxes of old comments are drawings; where they stand among buttons and lists, both stay.
            var drawings = book.PartsOf(sheet, "vmlDrawing").ToList();
            if (drawings.TrueForAll(drawing => HoldsNotesOnly(package, drawing)) && package.Xml(sheet.Part!) is { Root: { } root } xml)
            {
                root.Elements().Where(element => element.Name.LocalName == "legacyDrawing").ToList().ForEach(element => element.Remove());
                package.Put(sheet.Part!, xml);
                gone.AddRange([.. comments, .. drawings]);
            }
        }

        package.Remove(gone);
    }

    private static bool HoldsNotesOnly(OfficePackage package, string drawing) =>
        package.Xml(drawing)?.Descendants().Where(element => element.Name.LocalName == "ClientData").All(element => (string?)element.Attribute("ObjectType") == "Note") ?? false;

    private static void RemoveHiddenSheets(OfficePackage package, ExcelBook book)
    {
        if (book.Xml?.Root is not { } root)
        {
            return;
        }

        var hidden = book.Sheets.Where(sheet => sheet.IsHidden && sheet.Part is not null && !IsReferred(package, book, sheet)).ToList();
        if (hidden.Count == 0)
        {
            return;
        }

        var numbers = book.Sheets.Select((sheet, number) => (sheet, number)).Where(pair => hidden.Contains(pair.sheet)).Select(pair => pair.number).ToHashSet();
        foreach (var name in root.Descendants().Where(element => element.Name.LocalName == "definedName").ToList())
        {
            Renumber(name, numbers);
        }

        root.Elements().Where(element => element.Name.LocalName == "definedNames" && !element.HasElements).ToList().ForEach(element => element.Remove());
        foreach (var view in root.Descendants().Where(element => element.Name.LocalName == "workbookView"))
        {
            view.Attribute("activeTab")?.Remove();
            view.Attribute("firstSheet")?.Remove();
        }

        hidden.ForEach(sheet => sheet.Element.Remove());
        package.Put(book.Part, book.Xml);
        var own = hidden.SelectMany(sheet => package.RelationsOf(sheet.Part!)).Where(relation => relation.Type is "drawing" or "vmlDrawing" or "comments" or "threadedComment" or "table" or "printerSettings").Select(relation => relation.Target);
        package.Remove([.. own, .. hidden.Select(sheet => sheet.Part!), .. package.Names.Where(name => name.EndsWith("/calcChain.xml", StringComparison.OrdinalIgnoreCase))]);
    }

    /// <summary>A name that belongs to a sheet says which by its number.</summary>
    private static void Renumber(XElement name, HashSet<int> gone)
    {
        if (!int.TryParse((string?)name.Attribute("localSheetId"), System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return;
        }

        if (gone.Contains(number))
        {
            name.Remove();
        }
        else
        {
            name.SetAttributeValue("localSheetId", number - gone.Count(other => other < number));
        }
    }

    /// <summary>Whether something outside of a sheet names it, or has its data: a formula, a name, a chart, a pivot table.</summary>
    private static bool IsReferred(OfficePackage package, ExcelBook book, ExcelSheet sheet)
    {
        var number = book.Sheets.Select((other, index) => (other, index)).First(pair => pair.other == sheet).index;
        var isNamed = book.Xml!.Descendants().Any(element => element.Name.LocalName == "definedName"
            && (string?)element.Attribute("localSheetId") != number.ToString(System.Globalization.CultureInfo.InvariantCulture) && Names(element.Value, sheet));
        return isNamed || package.Names.Any(part => IsOther(part, book, sheet) && Mentions(package, part, sheet));
    }

    private static bool IsOther(string part, ExcelBook book, ExcelSheet sheet) =>
        part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !part.Equals(sheet.Part, StringComparison.OrdinalIgnoreCase) && !part.Equals(book.Part, StringComparison.OrdinalIgnoreCase)
        && !part.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase) && !part.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) && !part.EndsWith("styles.xml", StringComparison.OrdinalIgnoreCase);

    private static bool Mentions(OfficePackage package, string part, ExcelSheet sheet)
    {
        try
        {
            using var stream = package.Open(part);
            using var reader = XmlReader.Create(stream, OfficePackage.ReaderSettings);
            while (reader.Read())
            {
                if ((reader is { NodeType: XmlNodeType.Text } && Names(reader.Value, sheet))
                    || (reader is { NodeType: XmlNodeType.Element, LocalName: "worksheetSource" or "hyperlink" } && (reader.GetAttribute("sheet") == sheet.Name || Names(reader.GetAttribute("location") ?? "", sheet))))
                {
                    return true;
                }
            }

            return false;
        }
        catch (XmlException)
        {
            return true;
        }
    }

    private static bool Names(string text, ExcelSheet sheet) =>
        text.Contains($"{sheet.Name}!", StringComparison.OrdinalIgnoreCase)
        || text.Contains($"{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!", StringComparison.OrdinalIgnoreCase)
        || text.Contains($":{sheet.Name}", StringComparison.OrdinalIgnoreCase);
}
