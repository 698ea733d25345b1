using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Gongkai.Reports.Writing;

/// <summary>An Office package being written: parts one after the other, with a fixed date, so that the same report gives the same bytes.</summary>
internal sealed class PackageZip(Stream output) : IDisposable
{
    private static readonly DateTimeOffset FixedDate = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XmlWriterSettings PartSettings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false };

    private readonly ZipArchive archive = new(output, ZipArchiveMode.Create, leaveOpen: true);

    public void Add(string name, string xml)
    {
        using var stream = Open(name);
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }

    public void Add(string name, Action<XmlWriter> write)
    {
        using var stream = Open(name);
        using var xml = XmlWriter.Create(stream, PartSettings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    public void Dispose() => archive.Dispose();

    private Stream Open(string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = FixedDate;
        return entry.Open();
    }
}
