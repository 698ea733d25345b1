using System.Globalization;
using Gongkai.Platform.Filings.Public;
using Gongkai.Web.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Gongkai.Web.Portal;

/// <summary>The interface for programs as people read it: made from the description that the programs get.</summary>
public sealed class ApiModel([FromKeyedServices(ApiDescription.Document)] IOpenApiDocumentProvider description, PublicReportQueries reports) : PageModel
{
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["id"] = "机关编号", ["agencyId"] = "机关编号", ["year"] = "年度", ["address"] = "数据的名称", ["name"] = "机关名称的一部分", ["after"] = "上一页的 next",
        ["q"] = "要找的词，几个词用空格分开", ["agency"] = "机关编号", ["category"] = "类别", ["kind"] = "体裁", ["status"] = "有效性", ["order"] = "次序：Relevance 或 Newest",
    };

    public IReadOnlyList<WayGroup> Groups { get; private set; } = [];

    public string Origin => $"{Request.Scheme}://{Request.Host}";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var newest = await reports.NewestAsync(1, cancellation) is [var line] ? line : null;
        var examples = new Dictionary<string, string>
        {
            ["id"] = Number(newest?.AgencyId ?? 1), ["agencyId"] = Number(newest?.AgencyId ?? 1), ["year"] = Number(newest?.Year ?? 2024), ["address"] = "requests.received.total", ["q"] = "通知",
        };
        var document = await description.GetOpenApiDocumentAsync(cancellation);
        Groups =
        [
            .. document.Paths
                .SelectMany(path => (path.Value.Operations ?? []).Select(operation => (Tag: operation.Value.Tags?.FirstOrDefault()?.Name ?? "", Way: WayOf(path.Key, operation.Key.Method, operation.Value, examples))))
                .GroupBy(found => found.Tag, found => found.Way)
                .Select((group, index) => new WayGroup(string.Create(CultureInfo.InvariantCulture, $"group-{index}"), group.Key, [.. group])),
        ];
    }

    private static Way WayOf(string path, string method, OpenApiOperation operation, Dictionary<string, string> examples)
    {
        var parameters = (operation.Parameters ?? []).Select(parameter => new WayParameter(
            parameter.Name!, Labels.GetValueOrDefault(parameter.Name!, ""), parameter.Required, parameter.Required ? examples.GetValueOrDefault(parameter.Name!, "") : "")).ToList();
        var example = parameters.Where(parameter => parameter.IsRequired).Aggregate(path, (address, parameter) => address.Replace($"{{{parameter.Name}}}", parameter.Example, StringComparison.Ordinal));
        return new Way(operation.OperationId ?? path, method, path, operation.Summary ?? "", operation.Description ?? "", parameters, example, operation.Security is { Count: > 0 });
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Ways into the interface that belong together.</summary>
public sealed record WayGroup(string Id, string Title, IReadOnlyList<Way> Ways);

/// <summary>A way into the interface.</summary>
public sealed record Way(string Id, string Method, string Path, string Summary, string Description, IReadOnlyList<WayParameter> Parameters, string Example, bool NeedsToken);

/// <summary>What a request says, with something to try.</summary>
public sealed record WayParameter(string Name, string Label, bool IsRequired, string Example);
