using System.Text.RegularExpressions;
using Gongkai.Platform.Screening.Texts.Reading;

namespace Gongkai.Platform.Screening.Texts.Rules;

/// <summary>What is wrong with the page as a page: links, pictures, tables, text that is not shown.</summary>
internal static partial class PageRules
{
    private const int Longest = 80;

    public static IEnumerable<ScreeningHit> Of(BodyText body, string? ownDomain) =>
        Links(body, ownDomain).Concat(Pictures(body)).Concat(Tables(body)).Concat(body.Hidden.Select(text => new ScreeningHit(
            ScreeningRules.HiddenText, ScreeningSeverity.Warning, new HitPlace(HitField.Body), Short(text), "网页里有看不见的文字，别人查看源代码就能看到；请删除，或者让它显示出来。")));

    private static IEnumerable<ScreeningHit> Links(BodyText body, string? ownDomain)
    {
        var number = 0;
        foreach (var link in body.Body.QuerySelectorAll("a[href]"))
        {
            var place = new HitPlace(HitField.Link) { Number = ++number };
            var href = link.GetAttribute("href")!.Trim();
            var text = link.TextContent.Trim();
            if (Fault(href) is { } fault)
            {
                yield return new ScreeningHit(ScreeningRules.BrokenLink, ScreeningSeverity.Warning, place, Short(href), $"链接“{Short(text)}”{fault}") { Around = text };
            }
            else if (Uri.TryCreate(href, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && !IsOfficial(address.Host, ownDomain))
            {
                yield return new ScreeningHit(ScreeningRules.ExternalLink, ScreeningSeverity.Hint, place, Short(href), $"链接“{Short(text)}”指向站外的网站；请确认可靠，并在打开前提示。") { Around = text };
            }
        }
    }

    /// <summary>Why a link cannot be opened, as far as one can see without opening it.</summary>
    private static string? Fault(string href) => href switch
    {
        "" or "#" => "没有地址；请补上，或者去掉链接。",
        _ when href.StartsWith('#') || href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || href.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) => null,
        _ when LocalFile().IsMatch(href) => "指向自己电脑上的文件，别人打不开；请上传为附件。",
        _ when href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || href.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || href.StartsWith("vbscript:", StringComparison.OrdinalIgnoreCase) => "是一段程序，不能放在正文里；请改成网址。",
        _ when href.Any(letter => letter is ' ' or '　' or '，' or '。' or '：') || href.Contains("...", StringComparison.Ordinal) || href.Contains('…', StringComparison.Ordinal) => "的地址里有空格、中文标点或省略号，打不开；请核对。",
        _ when Misspelt().IsMatch(href) => "的地址写错了开头；应是 http:// 或 https://。",
        _ when href.Contains("://", StringComparison.Ordinal) && (!Uri.TryCreate(href, UriKind.Absolute, out var address) || !IsHost(address.Host)) => "的地址不完整，打不开；请核对。",
        _ when Uri.TryCreate(href, UriKind.Absolute, out var inside) && Inside().IsMatch(inside.Host) => "指向内部网络，外面打不开；请改成公开的地址。",
        _ => null,
    };

    private static bool IsHost(string host) => host.Contains('.', StringComparison.Ordinal) || host.Contains(':', StringComparison.Ordinal) || host == "localhost";

    private static bool IsOfficial(string host, string? ownDomain) =>
        host.EndsWith(".gov.cn", StringComparison.OrdinalIgnoreCase) || host.Equals("gov.cn", StringComparison.OrdinalIgnoreCase)
        || (ownDomain is { Length: > 0 } own && (host.Equals(own, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{own}", StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<ScreeningHit> Pictures(BodyText body)
    {
        var number = 0;
        foreach (var picture in body.Body.QuerySelectorAll("img"))
        {
            var place = new HitPlace(HitField.Picture) { Number = ++number };
            var text = picture.GetAttribute("alt")?.Trim();
            var source = picture.GetAttribute("src")?.Trim() ?? "";
            if (LocalFile().IsMatch(source) || source.Length == 0)
            {
                yield return new ScreeningHit(ScreeningRules.BrokenLink, ScreeningSeverity.Warning, place, Short(source), "这张图片还在自己的电脑上，别人看不到；请上传图片。") { Around = text ?? "" };
            }

            if (string.IsNullOrEmpty(text) && picture.GetAttribute("role") != "presentation")
            {
                yield return new ScreeningHit(ScreeningRules.PictureText, ScreeningSeverity.Warning, place, Short(source), "这张图片没有文字说明，看不见的人不知道画的是什么；请写一句话。") { Around = source };
            }
            else if (text is not null && FileName().IsMatch(text))
            {
                yield return new ScreeningHit(ScreeningRules.PictureText, ScreeningSeverity.Hint, place, Short(text), "图片的文字说明像是文件名；请写画的是什么。") { Around = source };
            }
        }
    }

    private static IEnumerable<ScreeningHit> Tables(BodyText body) =>
        from table in body.Text.Tables
        where !table.HasHeader && table.Rows.Count > 1 && table.Width > 1
        select new ScreeningHit(ScreeningRules.TableHeader, ScreeningSeverity.Hint, table.Place, Short(string.Join('、', table.Rows[0])), "表格没有设表头，读屏软件读不出每一列是什么；请把第一行设为表头。");

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest] + "…";

    [GeneratedRegex(@"^(?:file:|[A-Za-z]:[\\/]|\\\\|blob:)", RegexOptions.IgnoreCase)]
    private static partial Regex LocalFile();

    [GeneratedRegex(@"^(?:https?:/(?!/)|https?//|htp:|htt:|http;|https;|ttp:|ttps?:|hppt|http:\\|https?：|https?://https?:|www\.)", RegexOptions.IgnoreCase)]
    private static partial Regex Misspelt();

    [GeneratedRegex(@"^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)")]
    private static partial Regex Inside();

    [GeneratedRegex(@"^(?:IMG|DSC|MVI|WeChat|mmexport|微信图片|QQ图片|QQ截图|图片|image|截图|未命名|photo|picture)[\s_\-—]*[\d_\-]*(?:\.\w{3,4})?$|\.(?:jpe?g|png|gif|bmp|webp)$", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();
}
