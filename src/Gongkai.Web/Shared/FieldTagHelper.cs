using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Shared;

/// <summary>
/// <c>&lt;field for="Input.Year" label="年度" hint="填四位数字"&gt;&lt;input asp-for="Input.Year" /&gt;&lt;/field&gt;</c>:
/// one row of a one-column form, with label (else the display name), hint and the error of the field, tied together for screen readers.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? Hint { get; set; }

    public bool Optional { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var error = ViewContext.ModelState.TryGetValue(name, out var entry) && entry.ValidationState == ModelValidationState.Invalid
            ? string.Join(" ", entry.Errors.Select(one => one.ErrorMessage))
            : null;
        context.Items[typeof(FieldTagHelper)] = new FieldParts(
            error is not null,
            string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", error is null ? null : $"{id}-error" }.OfType<string>()));

        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"field{(error is null ? "" : " field-wrong")} {output.Attributes["class"]?.Value}".TrimEnd());
        output.Content.AppendHtml(LabelFor(id));
        if (Hint is not null)
        {
            output.Content.AppendHtml(Line(id + "-hint", "field-hint", Hint));
        }
        if (error is not null)
        {
            output.Content.AppendHtml(Line(id + "-error", "field-error", error));
        }
        output.Content.AppendHtml(content);
    }

    private TagBuilder LabelFor(string id)
    {
        var label = new TagBuilder("label");
        label.AddCssClass("form-label mb-1");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label ?? For.Metadata.GetDisplayName());
        if (Optional)
        {
            var mark = new TagBuilder("span");
            mark.AddCssClass("field-optional");
            mark.InnerHtml.Append("（可不填）");
            label.InnerHtml.AppendHtml(mark);
        }
        return label;
    }

    private static TagBuilder Line(string id, string css, string text)
    {
        var line = new TagBuilder("div");
        line.AddCssClass(css);
        line.Attributes["id"] = id;
        line.InnerHtml.Append(text);
        return line;
    }
}

internal sealed record FieldParts(bool IsWrong, string DescribedBy);
