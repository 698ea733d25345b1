using System.Xml.Linq;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Platform.Screening.Files;

/// <summary>Something to be written in the place of a few letters of a cell.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Offset">How many letters of the cell come before it.</param>
/// <param name="Length">How many letters it takes.</param>
public sealed record CellPlace(string Sheet, int Row, int Column, int Offset, int Length);

/// <summary>Puts the suggestions of hits into the cells of an .xlsx file: masks a number, shortens a name. Nothing of what stood there stays in the file.</summary>
public static class ExcelMending
{
    /// <summary>The file with the replacements; null where it is no such file or none of the places is there.</summary>
    public static byte[]? Apply(ReadOnlyMemory<byte> file, IReadOnlyCollection<(CellPlace Place, string Replacement)> replacements)
    {
        if (Sniffing.KindOf(file) != SourceKind.Excel)
        {
            return null;
        }

        var package = OfficePackage.Read(file);
        var book = new ExcelBook(package);
        var sharedPart = book.TextsPart;
        var shared = sharedPart is null ? null : package.Xml(sharedPart);
        var items = shared?.Root?.Elements().Where(element => element.Name.LocalName == "si").ToList() ?? [];
        var isChanged = false;
        foreach (var sheet in book.Sheets.Where(sheet => sheet.Part is not null && package.Names.Contains(sheet.Part)))
        {
            if (replacements.Where(one => one.Place.Sheet == sheet.Name).ToList() is { Count: > 0 } own && package.Xml(sheet.Part!) is { } xml)
            {
                // From the end of each cell, so that what is written moves nothing that is still to be written.
                foreach (var (place, replacement) in own.OrderByDescending(one => one.Place.Offset))
                {
                    isChanged |= CellAt(xml, place) is { } cell && Write(cell, items, place, replacement);
                }

                package.Put(sheet.Part!, xml);
            }
        }

        if (!isChanged)
        {
            return null;
        }

        if (sharedPart is not null && shared is not null)
        {
            package.Put(sharedPart, shared);
        }

        return package.Write();
    }

    private static XElement? CellAt(XDocument sheet, CellPlace place)
    {
        var name = FormattableString.Invariant($"{ExcelScreening.ColumnName(place.Column)}{place.Row}");
        return sheet.Descendants().FirstOrDefault(element => element.Name.LocalName == "c" && (string?)element.Attribute("r") == name);
    }

    private static bool Write(XElement cell, List<XElement> items, CellPlace place, string replacement)
    {
        // A shared string is the same text wherever it stands: what is masked in one cell is masked in all.
        var holder = (string?)cell.Attribute("t") == "s" && int.TryParse(cell.Value, System.Globalization.CultureInfo.InvariantCulture, out var index) && index >= 0 && index < items.Count ? items[index] : null;
        var text = string.Concat((holder ?? cell).Descendants().Where(element => element.Name.LocalName is "t" or "v").Select(element => element.Value));
        if (place.Offset + place.Length > text.Length)
        {
            return false;
        }

        var written = string.Concat(text.AsSpan(0, place.Offset), replacement, text.AsSpan(place.Offset + place.Length));
        var line = new XElement(cell.Name.Namespace + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), written);
        if (holder is not null)
        {
            holder.ReplaceNodes(line);
        }
        else
        {
            cell.SetAttributeValue("t", "inlineStr");
            cell.ReplaceNodes(new XElement(cell.Name.Namespace + "is", line));
        }

        return true;
    }
}
