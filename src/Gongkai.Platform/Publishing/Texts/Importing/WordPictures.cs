using System.Globalization;
using System.Xml.Linq;
using Gongkai.Platform.Publishing.Texts.Cleaning;
using Gongkai.Platform.Screening;

namespace Gongkai.Platform.Publishing.Texts.Importing;

/// <summary>The pictures of a Word file, and where its links lead.</summary>
internal sealed class WordPictures
{
    private const int MostPictures = 500;
    private const long PixelOfWord = 9_525;
    private const int LargestSide = 5_000;

    private readonly OfficePackage package;
    private readonly Dictionary<string, string> parts = [];
    private readonly Dictionary<string, string> links = [];
    private readonly PicturesFound found = new();

    public WordPictures(OfficePackage package, string main)
    {
        this.package = package;
        foreach (var (id, type, target) in package.RelationsOf(main))
        {
            if (type == "image")
            {
                parts[id] = target;
            }
        }

        foreach (var (id, target) in package.OutsideLinksOf(main))
        {
            links[id] = target;
        }
    }

    public IReadOnlyList<TextPicture> Kept => found.Kept;

    public int Lost => found.Lost.Count;

    public string? LinkOf(string id) => links.TryGetValue(id, out var target) ? Links.Clean(target) : null;

    /// <summary>The picture of a drawing; null where it holds none, or one that no browser shows.</summary>
    public TextPictureMark? Of(XElement drawing)
    {
        if (Id(drawing) is not { } id)
        {
            return null;
        }

        if (!parts.TryGetValue(id, out var part) || !package.Names.Contains(part) || found.Kept.Count >= MostPictures || PictureData.Of(Bytes(part)) is not { } picture)
        {
            found.Lose(new LostPicture("", part ?? ""));
            return null;
        }

        var about = drawing.Descendants().FirstOrDefault(static element => element.Name.LocalName == "docPr");
        var extent = drawing.Descendants().FirstOrDefault(static element => element.Name.LocalName == "extent");
        return new TextPictureMark(found.Keep(picture), TextRuns.OneLine((string?)about?.Attribute("descr") ?? ""), Side(extent, "cx"), Side(extent, "cy"));
    }

    public static bool HasPicture(XElement drawing) => Id(drawing) is not null;

    private static string? Id(XElement drawing) => drawing.Descendants()
        .Where(static element => element.Name.LocalName is "blip" or "imagedata")
        .SelectMany(static element => element.Attributes())
        .FirstOrDefault(static attribute => attribute.Name.LocalName is "embed" or "id" && attribute.Name.NamespaceName.EndsWith("relationships", StringComparison.Ordinal))?.Value;

    private byte[] Bytes(string part)
    {
        using var stream = package.Open(part);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static int? Side(XElement? extent, string name) =>
        long.TryParse((string?)extent?.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length / PixelOfWord is >= 3 and <= LargestSide and var pixels ? (int)pixels : null;
}
