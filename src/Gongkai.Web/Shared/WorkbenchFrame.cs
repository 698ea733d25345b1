namespace Gongkai.Web.Shared;

/// <summary>What stands around every page of the workbench; filled once a request, before the page is shown.</summary>
public sealed record WorkbenchFrame
{
    public required string Person { get; init; }

    public required FrameAgency? Agency { get; init; }

    /// <summary>Every agency that the person works in. With more than one, a switch is shown.</summary>
    public IReadOnlyList<FrameAgency> Agencies { get; init; } = [];

    /// <summary>The switch posts <c>agency</c> (an id) and <c>returnUrl</c> here.</summary>
    public string SwitchAgencyHref { get; init; } = "/work/agency";

    public IReadOnlyList<NavigationGroup> Navigation { get; init; } = [];

    public string HomeHref { get; init; } = "/work";

    public string SearchHref { get; init; } = "/work/search";

    public string ProfileHref { get; init; } = "/account";

    /// <summary>Signing out posts here.</summary>
    public string SignOutHref { get; init; } = "/account/sign-out";
}

public sealed record FrameAgency(int Id, string Name);

public sealed record NavigationGroup(string Title, IReadOnlyList<NavigationItem> Items);

/// <summary><see cref="Icon"/> is the name of a file in Assets/icons; <see cref="Count"/> is what waits there.</summary>
public sealed record NavigationItem(string Label, string Href, string Icon)
{
    public bool IsActive { get; init; }

    public int Count { get; init; }
}
