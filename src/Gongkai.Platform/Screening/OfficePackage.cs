using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using System.Xml.Linq;
using Gongkai.Reports.Reading;

namespace Gongkai.Platform.Screening;

/// <summary>The parts of a .docx or .xlsx (ECMA-376 part 2), unpacked within bounds whatever the zip says of itself.</summary>
internal sealed class OfficePackage
{
    private const long MostUnpacked = 120_000_000;
    private const int MostParts = 10_000;
    private const long MostXml = 40_000_000;
    private const string ContentTypes = "[Content_Types].xml";

    private readonly SortedDictionary<string, byte[]> parts = new(StringComparer.OrdinalIgnoreCase);

    private OfficePackage()
    {
    }

    /// <summary>The names of its parts.</summary>
    public IReadOnlyCollection<string> Names => parts.Keys;

    /// <exception cref="UnreadableSourceException">It is damaged or past the limits.</exception>
    public static OfficePackage Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var stream = MemoryMarshal.TryGetArray(file, out var segment)
                ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
                : new MemoryStream(file.ToArray(), writable: false);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            var package = new OfficePackage();
            var left = MostUnpacked;
            foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
            {
                if (package.parts.Count >= MostParts)
                {
                    throw TooLarge();
                }

                var content = Unpack(entry, left);
                left -= content.Length;
                package.parts[entry.FullName.Replace('\\', '/')] = content;
            }

            return package;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            throw new UnreadableSourceException("文件已损坏或设有密码，打不开，不能检查；请重新保存以后再上传。");
        }
    }

    public Stream Open(string name) => new MemoryStream(parts[name], writable: false);

    /// <summary>A part as XML; null where there is none, or where it is no XML.</summary>
    public XDocument? Xml(string name)
    {
        if (!parts.TryGetValue(name, out var content))
        {
            return null;
        }

        if (content.Length > MostXml)
        {
            throw TooLarge();
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content, writable: false), ReaderSettings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static XmlReaderSettings ReaderSettings => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };

    /// <summary>What a part refers to: the id, the last word of the type, the part.</summary>
    public IEnumerable<(string Id, string Type, string Target)> RelationsOf(string part) =>
        from relation in Xml(RelationsPart(part))?.Root?.Elements() ?? []
        where (string?)relation.Attribute("TargetMode") != "External"
        let target = (string?)relation.Attribute("Target")
        where target is not null
        select ((string?)relation.Attribute("Id") ?? "", ((string?)relation.Attribute("Type") ?? "").Split('/')[^1], Resolve(part, target));

    /// <summary>Where the links of a part lead outside of the file: the id, the address.</summary>
    public IEnumerable<(string Id, string Target)> OutsideLinksOf(string part) =>
        from relation in Xml(RelationsPart(part))?.Root?.Elements() ?? []
        where (string?)relation.Attribute("TargetMode") == "External" && ((string?)relation.Attribute("Type"))?.EndsWith("/hyperlink", StringComparison.Ordinal) == true
        select ((string?)relation.Attribute("Id") ?? "", (string?)relation.Attribute("Target") ?? "");

    public void Put(string name, XDocument xml)
    {
        using var content = new MemoryStream();
        using (var writer = XmlWriter.Create(content, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = false }))
        {
            xml.Save(writer);
        }

        parts[name] = content.ToArray();
    }

    /// <summary>Takes parts away, and every reference to them.</summary>
    public void Remove(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        var gone = names.Concat(names.Select(RelationsPart)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in gone)
        {
            parts.Remove(name);
        }

        foreach (var relations in parts.Keys.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            Edit(relations, element => (string?)element.Attribute("TargetMode") != "External" && (string?)element.Attribute("Target") is { } target && gone.Contains(Resolve(OwnerOf(relations), target)));
        }

        Edit(ContentTypes, element => (string?)element.Attribute("PartName") is { } name && gone.Contains(name.TrimStart('/')));
    }

    public byte[] Write()
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of the parts comes first: some programs read no further to know what the file is.
            foreach (var (name, content) in parts.OrderBy(part => part.Key != ContentTypes).ThenBy(part => part.Key, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return output.ToArray();
    }

    private void Edit(string name, Predicate<XElement> isGone)
    {
        if (Xml(name) is { Root: { } root } xml && root.Elements().Where(element => isGone(element)).ToList() is { Count: > 0 } elements)
        {
            elements.ForEach(element => element.Remove());
            Put(name, xml);
        }
    }

    private static byte[] Unpack(ZipArchiveEntry entry, long most)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        while (stream.Read(buffer) is > 0 and var read)
        {
            content.Write(buffer, 0, read);
            if (content.Length > most)
            {
                throw TooLarge();
            }
        }

        return content.ToArray();
    }

    private static UnreadableSourceException TooLarge() => new("文件解压后太大，不能检查；请把文件拆小，或者转成 PDF 提供。");

    private static string RelationsPart(string part) => part.LastIndexOf('/') is >= 0 and var slash ? $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels" : $"_rels/{part}.rels";

    private static string OwnerOf(string relations) => relations.Replace("_rels/", "", StringComparison.OrdinalIgnoreCase)[..^".rels".Length];

    private static string Resolve(string part, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var folders = part.Split('/')[..^1].ToList();
        foreach (var step in target.Split('/'))
        {
            switch (step)
            {
                case "." or "":
                    break;
                case "..":
                    folders.RemoveRange(Math.Max(0, folders.Count - 1), Math.Min(1, folders.Count));
                    break;
                default:
                    folders.Add(step);
                    break;
            }
        }

        return string.Join('/', folders);
    }
}
