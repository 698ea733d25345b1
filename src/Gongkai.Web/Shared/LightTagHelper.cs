using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Shared;

public enum Light
{
    Green,
    Yellow,
    Red,
    Grey,
}

/// <summary><c>&lt;light state="Yellow" text="还剩 3 个工作日" /&gt;</c>: colour, shape and words say the same.</summary>
[HtmlTargetElement("light", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LightTagHelper(Assets assets) : TagHelper
{
    public Light State { get; set; }

    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (name, word) = State switch
        {
            Light.Green => ("green", "正常"),
            Light.Yellow => ("yellow", "临近"),
            Light.Red => ("red", "逾期"),
            Light.Grey => ("grey", "不计时"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"light light-{name} {output.Attributes["class"]?.Value}".TrimEnd());
        output.Content.SetHtmlContent($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{assets.Url("icons.svg")}#light-{name}\"></use></svg>");
        output.Content.Append(Text ?? word);
    }
}
