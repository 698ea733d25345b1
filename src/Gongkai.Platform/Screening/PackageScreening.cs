namespace Gongkai.Platform.Screening;

/// <summary>What Word and Excel files hide alike: their properties, and what is embedded in them.</summary>
internal static class PackageScreening
{
    private const int Longest = 60;

    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        ["creator"] = "作者",
        ["lastModifiedBy"] = "最后保存者",
        ["Company"] = "单位",
        ["Manager"] = "经理",
        ["subject"] = "主题",
        ["keywords"] = "关键词",
        ["description"] = "备注",
        ["category"] = "类别",
        ["contentStatus"] = "状态",
        ["HyperlinkBase"] = "超链接基础",
    };

    public static IEnumerable<HiddenContent> Hits(OfficePackage package) => PropertyHits(package).Concat(EmbeddedHits(package));

    /// <summary>The beginning of a text in one line; null where there is none.</summary>
    public static string? Short(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line.Length <= Longest ? line : $"{line[..(char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1)]}…";
    }

    /// <summary>The parts that hold the properties of the file, wherever its writer put them.</summary>
    public static HashSet<string> PropertyParts(OfficePackage package) => package.RelationsOf("")
        .Where(relation => relation.Type is "core-properties" or "extended-properties" or "custom-properties" or "thumbnail").Select(relation => relation.Target)
        .Concat(package.Names.Where(name => name.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase)))
        .Where(package.Names.Contains).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<HiddenContent> PropertyHits(OfficePackage package)
    {
        foreach (var name in PropertyParts(package))
        {
            if (package.Xml(name) is not { } xml)
            {
                yield return new HiddenContent(HiddenKind.Property, "第一页的缩略图", null);
                continue;
            }

            foreach (var element in xml.Root?.Elements() ?? [])
            {
                var place = element.Name.LocalName == "property" ? $"自定义属性“{(string?)element.Attribute("name")}”" : Properties.GetValueOrDefault(element.Name.LocalName);
                if (place is not null && Short(element.Value) is { } value)
                {
                    yield return new HiddenContent(HiddenKind.Property, place, value);
                }
            }
        }
    }

    private static IEnumerable<HiddenContent> EmbeddedHits(OfficePackage package)
    {
        foreach (var name in package.Names)
        {
            var file = name.Split('/')[^1];
            if (name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase))
            {
                yield return new HiddenContent(HiddenKind.EmbeddedObject, $"嵌入的文件 {file}", null);
            }
            else if (file.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            {
                yield return new HiddenContent(HiddenKind.EmbeddedObject, "宏", null);
            }
            else if (name.Contains("/activeX/activeX", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            {
                yield return new HiddenContent(HiddenKind.EmbeddedObject, "控件", null);
            }
            else if (file.StartsWith("externalLink", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            {
                yield return new HiddenContent(HiddenKind.CachedData, "链接到别的文件，并存有那个文件里的数据", Short(TextOf(package, name)));
            }
            else if (file.StartsWith("pivotCacheRecords", StringComparison.OrdinalIgnoreCase))
            {
                yield return new HiddenContent(HiddenKind.CachedData, "数据透视表存有全部源数据", null);
            }
            else if (name.Contains("/revisions/", StringComparison.OrdinalIgnoreCase) && file.StartsWith("revisionLog", StringComparison.OrdinalIgnoreCase))
            {
                yield return new HiddenContent(HiddenKind.TrackedChange, "共享工作簿的修订记录", null);
            }
        }
    }

    private static string TextOf(OfficePackage package, string name) =>
        string.Join(' ', (package.Xml(name)?.Root?.Descendants() ?? []).Where(element => element.Name.LocalName == "sheetName").Select(element => (string?)element.Attribute("val")));
}
