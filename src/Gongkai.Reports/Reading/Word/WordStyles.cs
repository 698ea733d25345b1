using System.Xml;

namespace Gongkai.Reports.Reading.Word;

/// <summary>What the styles of a Word file say about numbering and hidden text (styles.xml).</summary>
public sealed class WordStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, Style> styles = [];
    private string? usual;

    /// <summary>The list that a paragraph style is in, through the styles that it is based on.</summary>
    public (int Instance, int Level)? NumberingOf(string? style, WordNumbering numbering)
    {
        var name = style ?? usual;
        for (var step = 0; step < LongestChain && name is not null && styles.TryGetValue(name, out var found); step++, name = found.BasedOn)
        {
            if (found.Instance is { } instance)
            {
                return instance == 0 ? null : (instance, found.Level ?? numbering.LevelOfStyle(instance, name) ?? 0);
            }
        }

        return null;
    }

    /// <summary>Whether the letters of a style are hidden.</summary>
    public bool IsHidden(string? style)
    {
        for (var step = 0; step < LongestChain && style is not null && styles.TryGetValue(style, out var found); step++, style = found.BasedOn)
        {
            if (found.Hidden is { } hidden)
            {
                return hidden;
            }
        }

        return false;
    }

    /// <summary>Reads the part of the file that holds the styles.</summary>
    public static WordStyles Read(XmlReader reader)
    {
        var sheet = new WordStyles();
        Style? style = null;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "style":
                    style = sheet.Begin(reader);
                    break;
                case "tblStylePr":
                    style = null;
                    break;
                case "basedOn" when style is not null:
                    style.BasedOn = reader.Value();
                    break;
                case "numId" when style is not null:
                    style.Instance = reader.Integer();
                    break;
                case "ilvl" when style is not null:
                    style.Level = reader.Integer();
                    break;
                case "vanish" when style is not null:
                    style.Hidden = reader.IsOn();
                    break;
            }
        }

        return sheet;
    }

    private Style Begin(XmlReader reader)
    {
        var style = new Style();
        if (reader.Value("styleId") is { } id)
        {
            styles[id] = style;
            if (reader.Value("type") == "paragraph" && reader.Value("default") is "1" or "true")
            {
                usual = id;
            }
        }

        return style;
    }

    private sealed class Style
    {
        public string? BasedOn { get; set; }

        public int? Instance { get; set; }

        public int? Level { get; set; }

        public bool? Hidden { get; set; }
    }
}
