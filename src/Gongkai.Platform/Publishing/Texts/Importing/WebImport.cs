using Gongkai.Platform.Publishing.Texts.Cleaning;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Html;

namespace Gongkai.Platform.Publishing.Texts.Importing;

/// <summary>Reads a saved web page: where it can be told, only its article, without menus and footers.</summary>
internal static class WebImport
{
    private const int LeastText = 80;
    private const string Articles = "#zoom, #UCAP-CONTENT, .TRS_UEDITOR, .TRS_Editor, .trs_editor_view, #articleContent, .article-content, .article_content, #xxgk_content, article, main";

    [ThreadStatic]
    private static BoundedParser? parser;

    public static ImportedText Read(string html)
    {
        parser ??= new BoundedParser(static name => CleanHtml.IsUsed(name) || name is "id");
        if (parser.ParseOrNull(html.Replace('\0', '\uFFFD')) is not { Body: { } body } document)
        {
            throw new UnreadableSourceException("网页中的元素过多或嵌套过深，没有读取；请打开网页，复制正文粘贴到编辑框。");
        }

        var pictures = new PicturesFound();
        var article = body.QuerySelectorAll(Articles).FirstOrDefault(static element => element.TextContent.Trim().Length >= LeastText) ?? body;
        var reading = new TextReading(article.QuerySelector("h1") is null ? 0 : 1, html.Length, pictures);
        var blocks = reading.Settled(BlockReader.Read(article, reading));
        var heading = body.QuerySelector("h1")?.TextContent ?? document.Title;
        return new ImportedText([.. blocks.Select(static (block, index) => new ImportedBlock(block, IsTitle: index == 0 && block is Paragraph { Look.Heading: 2 }))])
        {
            Pictures = pictures.Kept,
            Notes = pictures.Lost.Count > 0 ? [$"网页里有 {pictures.Lost.Count} 张图片没有随文件带来，正文中标了〔图片〕；需要的请另外插入。"] : [],
            OutsideTitle = TextRuns.OneLine(heading ?? "") is { Length: > 0 } title ? title : null,
        };
    }
}
