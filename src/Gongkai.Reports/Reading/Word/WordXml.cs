using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Reports.Reading.Word;

/// <summary>Opens the XML parts of an Office file: no DTD, no outside entities, bounded size.</summary>
internal static class WordXml
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>Opens a part, or returns null where the file has none of that name.</summary>
    public static XmlReader? OpenOrNull(ZipArchive archive, string part, ReadLimits limits) =>
        archive.GetEntry(part) is { } entry ? Open(entry, limits) : null;

    public static XmlReader Open(ZipArchiveEntry entry, ReadLimits limits) =>
        XmlReader.Create(new BoundedStream(entry, limits.UnpackedBytes), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            CloseInput = true,
            MaxCharactersInDocument = limits.UnpackedBytes,
        });

    /// <summary>The attribute of the element's own namespace.</summary>
    public static string? Value(this XmlReader reader, string name = "val")
    {
        if (!reader.HasAttributes)
        {
            return null;
        }

        return reader.GetAttribute(name, reader.NamespaceURI) ?? reader.GetAttribute(name);
    }

    /// <summary>A property that is on when it stands there without a value: <c>w:vanish</c>, <c>w:b</c>.</summary>
    public static bool IsOn(this XmlReader reader) => reader.Value() is not ("0" or "false" or "off");

    public static int? Integer(this XmlReader reader, string name = "val") =>
        int.TryParse(reader.Value(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
