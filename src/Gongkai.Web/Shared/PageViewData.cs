using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Gongkai.Web.Shared;

/// <summary>What a page hands to its layout, by type.</summary>
public static class PageViewData
{
    public static void Describe(this ViewDataDictionary viewData, PageMeta meta) => viewData[nameof(PageMeta)] = meta;

    public static PageMeta Meta(this ViewDataDictionary viewData) =>
        viewData[nameof(PageMeta)] as PageMeta ?? throw new InvalidOperationException("The page does not describe itself: call ViewData.Describe(new PageMeta { … }).");

    public static void Surround(this ViewDataDictionary viewData, WorkbenchFrame frame) => viewData[nameof(WorkbenchFrame)] = frame;

    public static WorkbenchFrame Frame(this ViewDataDictionary viewData) =>
        viewData[nameof(WorkbenchFrame)] as WorkbenchFrame ?? throw new InvalidOperationException("No frame was set for this page of the workbench.");
}
