using System.IO.Compression;
using System.Text;
using System.Xml;
using AngleSharp.Html.Parser;

namespace Gongkai.Bench;

/// <summary>What a format costs before anybody looks for a report in it.</summary>
internal static class Bare
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
    private static readonly HtmlParser Parser = new();

    /// <summary>Decodes a text and splits it into lines.</summary>
    public static int Lines(byte[] bytes) => Encoding.UTF8.GetString(bytes).Split('\n').Length;

    /// <summary>Decodes a page and parses it with AngleSharp as it comes.</summary>
    public static int Html(byte[] bytes)
    {
        using var document = Parser.ParseDocument(Encoding.UTF8.GetString(bytes));
        return document.ChildElementCount;
    }

    /// <summary>Unzips the XML parts of a Word file and walks through them.</summary>
    public static int Word(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var nodes = 0;
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = XmlReader.Create(entry.Open(), Settings);
            while (reader.Read())
            {
                nodes++;
            }
        }

        return nodes;
    }
}
