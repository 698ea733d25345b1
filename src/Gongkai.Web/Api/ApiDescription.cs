using Microsoft.OpenApi;

namespace Gongkai.Web.Api;

/// <summary>The description of the interface for programs: <c>/api/v1/openapi.json</c>.</summary>
public static class ApiDescription
{
    public const string Document = "v1";
    public const string Address = "/api/v1/openapi.json";

    private const string TokenScheme = "token";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) ?? false;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "政府信息公开年度报告接口", Version = "1", Description = "公开的机关单位、年度报告和数据；机关单位凭令牌报送本机关的年度报告。字段只增不减。" };
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[TokenScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "机关单位在工作台“接口令牌”里发放的令牌" };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsToken>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenScheme, context.Document)] = [] }];
            }

            return Task.CompletedTask;
        });
    });
}
