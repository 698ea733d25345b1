using System.Xml.Linq;

namespace Gongkai.Platform.Screening;

/// <summary>The sheets of an Excel file.</summary>
internal sealed class ExcelBook
{
    private readonly OfficePackage package;

    public ExcelBook(OfficePackage package)
    {
        this.package = package;
        Part = package.RelationsOf("").FirstOrDefault(relation => relation.Type == "officeDocument").Target ?? "xl/workbook.xml";
        Xml = package.Xml(Part);
        var targets = package.RelationsOf(Part).GroupBy(relation => relation.Id).ToDictionary(group => group.Key, group => group.First().Target, StringComparer.Ordinal);
        Sheets =
        [
            .. from sheet in Xml?.Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "sheets")?.Elements() ?? []
               let id = sheet.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0)?.Value
               select new ExcelSheet(sheet, (string?)sheet.Attribute("name") ?? "", (string?)sheet.Attribute("state") ?? "visible", targets.GetValueOrDefault(id ?? "")),
        ];
    }

    /// <summary>The part that lists the sheets.</summary>
    public string Part { get; }

    public XDocument? Xml { get; }

    public IReadOnlyList<ExcelSheet> Sheets { get; }

    /// <summary>The part with the texts of cells, each kept once for the whole book; null where every cell has its own.</summary>
    public string? TextsPart => package.Names.FirstOrDefault(name => name.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>The parts of one type to which a sheet refers.</summary>
    public IEnumerable<string> PartsOf(ExcelSheet sheet, string type) =>
        sheet.Part is null ? [] : package.RelationsOf(sheet.Part).Where(relation => relation.Type == type).Select(relation => relation.Target);
}

/// <summary>A sheet of a book.</summary>
/// <param name="Element">Its line in the list of sheets.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">visible, hidden or veryHidden.</param>
/// <param name="Part">Its part; null where the book names none.</param>
internal sealed record ExcelSheet(XElement Element, string Name, string State, string? Part)
{
    public bool IsHidden => State is "hidden" or "veryHidden";
}
