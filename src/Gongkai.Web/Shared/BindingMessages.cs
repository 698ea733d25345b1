using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Gongkai.Web.Shared;

/// <summary>What the framework says about a field that cannot be taken, in Chinese, where the field brings no words of its own.</summary>
public static class BindingMessages
{
    public static void Speak(MvcOptions options)
    {
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelMetadataDetailsProviders.Add(new RuleMessages());
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => $"“{field}”不能填“{value}”，请改过再提交。");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"不能填“{value}”，请改过再提交。");
        messages.SetUnknownValueIsInvalidAccessor(field => $"“{field}”填得不对，请改过再提交。");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填得不对，请改过再提交。");
        messages.SetValueIsInvalidAccessor(value => $"不能填“{value}”，请改过再提交。");
        messages.SetValueMustBeANumberAccessor(field => $"“{field}”要填数字。");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "要填数字。");
        messages.SetValueMustNotBeNullAccessor(_ => "这一项要填。");
        messages.SetMissingBindRequiredValueAccessor(field => $"请填写“{field}”。");
        messages.SetMissingKeyOrValueAccessor(() => "这一项要填。");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到内容，请再提交一次。");
    }

    private sealed class RuleMessages : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            {
                if (rule.ErrorMessage is null && rule.ErrorMessageResourceName is null && Words(rule) is { } words)
                {
                    rule.ErrorMessage = words;
                }
            }
        }

        private static string? Words(ValidationAttribute rule) => rule switch
        {
            RequiredAttribute => "请填写“{0}”。",
            StringLengthAttribute { MinimumLength: > 0 } => "“{0}”要填 {2} 到 {1} 个字。",
            StringLengthAttribute or MaxLengthAttribute => "“{0}”最多填 {1} 个字。",
            MinLengthAttribute => "“{0}”至少填 {1} 个字。",
            RangeAttribute => "“{0}”要在 {1} 到 {2} 之间。",
            EmailAddressAttribute => "“{0}”不是完整的电子邮箱地址。",
            CompareAttribute => "两次填写的不一样，请重新填写。",
            RegularExpressionAttribute => "“{0}”的写法不对，请改过再提交。",
            _ => null,
        };
    }
}
