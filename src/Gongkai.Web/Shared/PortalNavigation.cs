namespace Gongkai.Web.Shared;

/// <summary>The navigation of the portal: two levels at most (国办发〔2017〕47号).</summary>
public static class PortalNavigation
{
    public static IReadOnlyList<PortalNavigationItem> Items { get; } =
    [
        new("首页", "/"),
        new("机构", "/agencies"),
        new("年度报告", "/reports"),
        new("开放数据", "/data"),
    ];
}

public sealed record PortalNavigationItem(string Label, string Href)
{
    public IReadOnlyList<PortalNavigationItem> Below { get; init; } = [];

    public bool Leads(PathString path) =>
        Href == "/" ? path == "/" : path.StartsWithSegments(Href) || Below.Any(item => item.Leads(path));
}
