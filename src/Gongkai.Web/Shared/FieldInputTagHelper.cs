using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Shared;

/// <summary>Ties an input inside a &lt;field&gt; to its hint and its error, and gives it the look of the forms.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class FieldInputTagHelper : TagHelper
{
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(FieldTagHelper), out var item) || item is not FieldParts field)
        {
            return;
        }
        var look = (context.TagName, output.Attributes["type"]?.Value?.ToString()) switch
        {
            ("select", _) => "form-select",
            (_, "checkbox" or "radio") => "form-check-input",
            _ => "form-control",
        };
        output.Attributes.SetAttribute("class", $"{look} {output.Attributes["class"]?.Value}{(field.IsWrong ? " is-invalid" : "")}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd());
        if (field.DescribedBy.Length > 0)
        {
            output.Attributes.SetAttribute("aria-describedby", field.DescribedBy);
        }
        if (field.IsWrong)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }
    }
}
