using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck.Fluent;
using Gongkai.Platform.Publishing.Texts;

namespace Gongkai.Platform.Tests.Publishing.Texts;

public sealed class HostileHtmlTests
{
    private static readonly string[] Elements =
    [
        "p", "h2", "h3", "h4", "strong", "em", "u", "s", "sub", "sup", "ol", "ul", "li", "blockquote", "br", "hr", "a", "img", "figure", "figcaption",
        "table", "caption", "thead", "tbody", "tr", "th", "td",
    ];

    private static readonly string[] Attributes = ["href", "src", "alt", "width", "height", "start", "type", "colspan", "rowspan", "scope", "class"];

    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div align=center>", "</div>", "<b>", "</b>", "<i>", "<u>", "</u>", "<table>", "<tr>", "<td rowspan=3>", "<th>", "</table>", "<thead>", "<ul>", "<ol start=2>", "<li>", "</ul>", "</ol>",
        "<h1>", "<h3>", "</h3>", "<br>", "<hr>", "<blockquote>", "</blockquote>", "<a href='http://a.b/ c'>", "</a>", "<figure>", "<figcaption>", "</figure>", "<caption>", "<pre>", "</pre>", "<img src=x alt='图 片'>",
        "<img src=/documents/files/1>", "<span style='font-weight:bold'>", "</span>", "<svg><style>", "</svg>", "<math><mtext>", "<template>", "<select>", "<textarea>", "</textarea>", "<!--", "-->", "<p style='mso-list:l0 level3 lfo1'><span style='mso-list:Ignore'>1.</span>",
        "<p style='text-indent:2em'>", "一二三", "甲 乙", " ", "\n", "\n\n", "　　", "&nbsp;", "&lt;b&gt;", "a", "1", "\0", "\uD800", "\u202E", "<", ">", "\"", "&", "\u000B",
    ];

    public static TheoryData<string> Vectors =>
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<a href=javascript:alert(1)>x</a>", "<a href='java\tscript:alert(1)'>x</a>", "<a href=' &#14; javascript:alert(1)'>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>", "<a href='vbscript:x'>x</a>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<object data=javascript:alert(1)></object>", "<embed src=//evil>",
        "<base href=//evil>", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<link rel=stylesheet href=//evil>", "<style>@import '//evil'</style>", "<div style='background:url(javascript:alert(1))'>x</div>",
        "<form action=//evil><input name=x><button formaction=javascript:alert(1)>x</button></form>", "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>", "<svg><style><img src=x onerror=alert(1)></style></svg>", "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=alert(1)&gt;'>",
        "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id='</style><img onerror=alert(1) src>'>", "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>", "<textarea><img title='</textarea><img src onerror=alert(1)>'>",
        "<xmp><p title='</xmp><svg/onload=alert(1)>'>", "<template><script>alert(1)</script></template>", "<p id=x name=body class='x onload'>x</p>", "<img src='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+'>",
        "<img src=\"`><script>alert(1)</script>`\">", "<a href=\"x\" onmouseover=\"alert(1)\">x</a>", "<details open ontoggle=alert(1)>x</details>", "<video><source onerror=alert(1)></video>", "<body onload=alert(1)>x", "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
        "<!--[if IE]><script>alert(1)</script><![endif]-->", "<![CDATA[<script>alert(1)</script>]]>", "<a href='\\\\evil'>x</a><plaintext><script>alert(1)</script>", "<isindex action=javascript:alert(1)>", "<img src=/documents/files/1\" onerror=alert(1)>",
    ];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void An_attack_leaves_nothing_that_runs_however_often_it_is_parsed(string vector)
    {
        var cleaned = CleanHtml.Of(vector);

        ShouldBeHarmless(cleaned);
        ShouldBeHarmless(new HtmlParser().ParseDocument(cleaned).Body!.InnerHtml);
        CleanHtml.Of(cleaned).ShouldBe(cleaned);
    }

    [Fact]
    public void What_is_clean_comes_out_as_it_went_in() =>
        FsCheck.Check.One(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(4000), Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(static pieces => string.Concat(pieces)).ToArbitrary(), static html =>
        {
            var once = CleanHtml.Of(html);
            ShouldBeHarmless(once);
            CleanHtml.Of(once).ShouldBe(once, html.Replace("\n", "\\n", StringComparison.Ordinal));
        }));

    [Fact]
    public void No_word_between_the_tags_is_lost() =>
        FsCheck.Check.One(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
            Gen.Elements("<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<ul>", "<li>", "</ul>", "<h2>", "<table>", "<tr>", "<td>", "</table>", "<figure>", "<caption>", "<a href=x>", "字", "词", "句").ListOf().Select(static pieces => string.Concat(pieces)).ToArbitrary(),
            static html => Letters(PlainText.Of(html)).ShouldBe(Letters(html), html)));

    [Theory]
    [InlineData("<div>", 10_000)]
    [InlineData("<ul><li>", 10_000)]
    [InlineData("<table><tr><td>", 10_000)]
    [InlineData("<blockquote>", 10_000)]
    [InlineData("<b><p>", 10_000)]
    [InlineData("<a href=x><b><i>", 10_000)]
    [InlineData("<font color=1><div>", 200_000)]
    [InlineData("<p>字", 700_000)]
    [InlineData("<!--", 500_000)]
    [InlineData("<script>", 500_000)]
    [InlineData("<", 2_000_000)]
    [InlineData("<br>", 500_000)]
    [InlineData("&amp;", 500_000)]
    public void Deep_and_long_input_is_cleaned_in_bounded_time_and_size(string piece, int times)
    {
        var html = string.Concat(Enumerable.Repeat(piece, times)) + "末尾";
        var watch = Stopwatch.StartNew();

        var cleaned = CleanHtml.Of(html);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        cleaned.Length.ShouldBeLessThan((html.Length * 10) + 1000);
        if (piece is not ("<!--" or "<script>"))
        {
            cleaned.ShouldContain("末尾");
        }
    }

    [Fact]
    public void Ten_megabytes_and_a_tag_of_a_hundred_thousand_attributes_are_no_trouble()
    {
        CleanHtml.Of("<p>" + new string('字', 10_000_000)).Length.ShouldBe(10_000_007);
        CleanHtml.Of($"<p {string.Join(' ', Enumerable.Range(0, 100_000).Select(static index => $"a{index}=1"))}>字").ShouldBe("<p>字</p>");
        CleanHtml.Of($"<a href='https://a.b/{new string('x', 1900)}'>{string.Concat(Enumerable.Repeat("<p>字", 50_000))}").Length.ShouldBeLessThan(3_000_000);
    }

    private static string Letters(string text) => string.Concat(text.Where(static character => character is '字' or '词' or '句').Order());

    private static void ShouldBeHarmless(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).Body!.Descendants<IElement>())
        {
            Elements.ShouldContain(element.LocalName, html);
            element.NamespaceUri.ShouldBe("http://www.w3.org/1999/xhtml");
            element.Attributes.Select(static attribute => attribute.Name).Except(Attributes).ShouldBeEmpty(html);
            (element.GetAttribute("href") ?? "").Replace("\t", "", StringComparison.Ordinal).ShouldNotMatch("(?i)^\\s*(javascript|data|vbscript)", html);
            (element.GetAttribute("src") ?? CleanHtml.PicturePath).ShouldStartWith(CleanHtml.PicturePath, Case.Sensitive, html);
        }
    }
}
