namespace Gongkai.Reports.Reading.Html;

/// <summary>What an element does to the blocks around it.</summary>
internal enum ElementKind
{
    Inline,
    Block,
    LineBreak,
    Preformatted,
    List,
    ListItem,
    Table,
    RowGroup,
    Row,
    Cell,
    Skipped,
}

internal static class ElementKinds
{
    public static ElementKind Of(string name) => name switch
    {
        "span" or "b" or "strong" or "font" or "a" or "i" or "u" or "em" or "o:p" or "st1:chsdate" => ElementKind.Inline,
        "td" or "th" => ElementKind.Cell,
        "tr" => ElementKind.Row,
        "br" => ElementKind.LineBreak,
        "table" => ElementKind.Table,
        "tbody" or "thead" or "tfoot" => ElementKind.RowGroup,
        "p" or "div" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "section" or "article" or "main" or "header" or "footer"
            or "nav" or "aside" or "address" or "blockquote" or "center" or "dl" or "dt" or "dd" or "ul" or "menu" or "dir" or "figure"
            or "figcaption" or "fieldset" or "legend" or "form" or "hr" or "caption" or "details" or "summary" or "option" => ElementKind.Block,
        "ol" => ElementKind.List,
        "li" => ElementKind.ListItem,
        "pre" or "xmp" or "listing" or "plaintext" => ElementKind.Preformatted,
        "script" or "style" or "noscript" or "template" or "head" or "title" or "iframe" or "object" or "audio" or "video" or "canvas"
            or "select" or "datalist" or "colgroup" or "col" or "rp" or "rt" or "noframes" or "noembed" => ElementKind.Skipped,
        _ => ElementKind.Inline,
    };
}
