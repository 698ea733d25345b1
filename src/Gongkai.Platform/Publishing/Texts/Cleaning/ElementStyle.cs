using System.Buffers;
using System.Globalization;
using AngleSharp.Dom;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

/// <summary>What an element's style, class and old attributes say that a text keeps.</summary>
internal readonly record struct ElementStyle
{
    private const double PointsOfAnIndent = 28;
    private const double LeastIndent = 18;

    private static readonly SearchValues<char> Numerals = SearchValues.Create("-.0123456789");

    /// <summary>What is no part of the text: the number that Word prints before an item, its comments.</summary>
    public bool IsLeftOut { get; private init; }

    public Alignment? Alignment { get; private init; }

    public int? Indent { get; private init; }

    public bool IsFlush { get; private init; }

    public bool? HasFirstLineIndent { get; private init; }

    /// <summary>The level of the list of Word that a paragraph is in, from 1.</summary>
    public int? ListLevel { get; private init; }

    private int? OutlineLevel { get; init; }

    private int? HeadingOfClass { get; init; }

    private Marks Added { get; init; }

    private Marks Removed { get; init; }

    public static ElementStyle Of(IElement element)
    {
        var style = new ElementStyle();
        if (element.GetAttribute("align") is { } align)
        {
            style = style with { Alignment = AlignmentOf(align) };
        }

        style = element.LocalName == "center" ? style with { Alignment = Cleaning.Alignment.Centre } : style;
        if (element.GetAttribute("class") is { } classes)
        {
            foreach (var range in classes.AsSpan().Split(' '))
            {
                style = style.WithClass(classes.AsSpan(range));
            }
        }

        if (element.GetAttribute("style") is { } declarations)
        {
            foreach (var range in declarations.AsSpan().Split(';'))
            {
                var declaration = declarations.AsSpan(range);
                if (declaration.IndexOf(':') is > 0 and var colon)
                {
                    style = style.With(declaration[..colon].Trim(), declaration[(colon + 1)..].Trim(), element.LocalName);
                }
            }
        }

        return style;
    }

    /// <summary>The level of heading that the element is; 0 for none.</summary>
    public int HeadingOf(string name, int shift) => name switch
    {
        "h1" => 2,
        "h2" or "h3" or "h4" or "h5" or "h6" => Math.Min(4, name[1] - '0' + shift),
        _ when HeadingOfClass is { } heading => heading,
        "p" when OutlineLevel is { } level => Math.Min(4, level + 1),
        _ => 0,
    };

    public Marks MarksOver(Marks marks, string name) => ((marks | MarkOf(name)) & ~Removed) | Added;

    private static Marks MarkOf(string name) => name switch
    {
        "b" or "strong" => Marks.Strong,
        "i" or "em" => Marks.Emphasis,
        "u" or "ins" => Marks.Underline,
        "s" or "strike" or "del" => Marks.Strike,
        "sub" => Marks.Subscript,
        "sup" => Marks.Superscript,
        _ => Marks.None,
    };

    private ElementStyle WithClass(ReadOnlySpan<char> name) => name switch
    {
        "text-center" => this with { Alignment = Cleaning.Alignment.Centre },
        "text-end" => this with { Alignment = Cleaning.Alignment.End },
        "signature" => this with { Alignment = Cleaning.Alignment.Signature },
        "flush" => this with { IsFlush = true },
        "indent-1" or "indent-2" or "indent-3" or "indent-4" => this with { Indent = name[^1] - '0' },
        "MsoTitle" => this with { HeadingOfClass = 2 },
        "MsoSubtitle" => this with { HeadingOfClass = 3 },
        "MsoCommentReference" or "MsoCommentText" => this with { IsLeftOut = true },
        _ => this,
    };

    private ElementStyle With(ReadOnlySpan<char> property, ReadOnlySpan<char> value, string element)
    {
        Span<char> lower = stackalloc char[24];
        var length = property.Length <= lower.Length ? property.ToLowerInvariant(lower) : 0;
        return lower[..Math.Max(0, length)] switch
        {
            "text-align" => this with { Alignment = AlignmentOf(value) ?? Alignment },
            "text-indent" => this with { HasFirstLineIndent = Points(value) is > 1 },
            "margin-left" when element == "p" => this with { Indent = Points(value) is >= LeastIndent and var points ? (int)Math.Round(points / PointsOfAnIndent) : 0 },
            "font-weight" => IsBold(value) ? this with { Added = Added | Marks.Strong } : this with { Removed = Removed | Marks.Strong },
            "font-style" => Is(value, "italic") ? this with { Added = Added | Marks.Emphasis } : this with { Removed = Removed | Marks.Emphasis },
            "text-decoration" or "text-decoration-line" => this with { Added = Added | (Has(value, "underline") ? Marks.Underline : 0) | (Has(value, "line-through") ? Marks.Strike : 0) },
            "vertical-align" => Is(value, "sub") ? this with { Added = Added | Marks.Subscript } : Is(value, "super") ? this with { Added = Added | Marks.Superscript } : this,
            "mso-outline-level" => this with { OutlineLevel = value is [>= '1' and <= '9'] ? value[0] - '0' : null },
            "mso-list" => Is(value, "ignore") ? this with { IsLeftOut = true } : this with { ListLevel = ListLevelOf(value) },
            "mso-element" => this with { IsLeftOut = Is(value, "comment-list") || Is(value, "comment") },
            _ => this,
        };
    }

    private static Alignment? AlignmentOf(ReadOnlySpan<char> value) =>
        Is(value, "center") || Is(value, "middle") ? Cleaning.Alignment.Centre
        : Is(value, "right") || Is(value, "end") ? Cleaning.Alignment.End
        : Is(value, "left") || Is(value, "start") || Is(value, "justify") ? Cleaning.Alignment.Start
        : null;

    private static int? ListLevelOf(ReadOnlySpan<char> value)
    {
        var at = value.IndexOf("level", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at + 5 < value.Length && value[at + 5] is >= '1' and <= '9' ? value[at + 5] - '0' : null;
    }

    private static bool IsBold(ReadOnlySpan<char> value) =>
        Is(value, "bold") || Is(value, "bolder") || (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight >= 600);

    private static double? Points(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAnyExcept(Numerals);
        if (end <= 0 || !double.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return value[end..].Trim() switch
        {
            "pt" => number,
            "px" => number * 0.75,
            "cm" => number * 28.35,
            "mm" => number * 2.835,
            "in" => number * 72,
            "em" or "rem" or "ic" => number * 16,
            "ch" => number * 8,
            _ => null,
        };
    }

    private static bool Is(ReadOnlySpan<char> value, string word) => value.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool Has(ReadOnlySpan<char> value, string word) => value.Contains(word, StringComparison.OrdinalIgnoreCase);
}
