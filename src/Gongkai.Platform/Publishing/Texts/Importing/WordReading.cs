using System.Globalization;
using System.Xml.Linq;

namespace Gongkai.Platform.Publishing.Texts.Importing;

/// <summary>What is known and counted while a Word file is read.</summary>
internal sealed class WordReading(WordLooks looks, WordPictures pictures, HashSet<string> hiddenStyles)
{
    public const int MostBlocks = 200_000;

    public WordLooks Looks { get; } = looks;

    public WordPictures Pictures { get; } = pictures;

    public HashSet<string> HiddenStyles { get; } = hiddenStyles;

    /// <summary>The notes that the text refers to, by kind and id, in the order of their marks.</summary>
    public List<(bool IsEndnote, string Id)> Notes { get; } = [];

    public int HiddenCharacters { get; set; }

    public int Changes { get; set; }

    public int Blocks { get; set; }
}

internal static class WordXmlValues
{
    public static string? Value(this XElement? element, string name = "val") => (string?)element?.Attribute(element.Name.Namespace + name);

    public static int? Integer(this XElement? element, string name = "val") =>
        int.TryParse(element.Value(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool? IsOn(this XElement? element) => element is null ? null : element.Value() is not ("0" or "false" or "off" or "none");

    public static XElement? Child(this XElement? element, string name) => element?.Element(element.Name.Namespace + name);
}
