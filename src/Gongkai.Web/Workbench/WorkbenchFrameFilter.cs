using Gongkai.Platform.Accounts;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench;

/// <summary>Puts the frame around each page of the workbench: the navigation holds what the gate lets this person do, and nothing else.</summary>
internal sealed class WorkbenchFrameFilter : IAsyncPageFilter
{
    private static readonly (string Group, string Label, string Href, string Icon, Act Act)[] Modules =
    [
        ("主动公开", "文件", "/work/documents", "report", Act.ViewDocuments),
        ("主动公开", "规范性文件", "/work/documents/normative", "rule", Act.ViewDocuments),
        ("主动公开", "渠道发送", "/work/deliveries", "send", Act.ViewDocuments),
        ("主动公开", "发布渠道", "/work/channels", "link", Act.ManageChannels),
        ("主动公开", "简报", "/work/briefing", "print", Act.WriteDocuments),
        ("依申请公开", "办件", "/work/requests", "inbox", Act.ViewRequests),
        ("依申请公开", "复议诉讼", "/work/disputes", "board", Act.ViewRequests),
        ("依申请公开", "投诉举报", "/work/complaints", "board", Act.ViewRequests),
        ("依申请公开", "转为主动公开", "/work/proactive", "send", Act.ViewRequests),
        ("依申请公开", "到期办件", "/work/retention", "report", Act.ViewApplicants),
        ("互动交流", "意见征集", "/work/consultations", "board", Act.ViewDocuments),
        ("互动交流", "咨询投诉", "/work/letters", "inbox", Act.ViewRequests),
        ("互动交流", "网上调查", "/work/questionnaires", "table", Act.ViewDocuments),
        ("互动交流", "查阅场所", "/work/reading-points", "agency", Act.EditProfile),
        ("年度报告", "许可处罚收费台账", "/work/ledgers", "table", Act.ViewLedgers),
        ("年度报告", "本机关报告", "/work/filings", "report", Act.ViewFilings),
        ("年度报告", "报送总表", "/work/campaigns", "board", Act.SuperviseFilings),
        ("管理", "机关单位", "/work/organizations", "agency", Act.ManageAgencies),
        ("管理", "公开信息", "/work/profile", "info", Act.EditProfile),
        ("管理", "人员", "/work/accounts", "people", Act.ManageAccounts),
        ("管理", "接口令牌", "/work/tokens", "data", Act.ManageTokens),
        ("管理", "公开目录", "/work/catalog", "table", Act.ManageCatalog),
        ("管理", "检查用词", "/work/screening/words", "check", Act.ManageScreeningWords),
        ("管理", "审计", "/work/audit", "audit", Act.ReadAudit),
        ("管理", "运行", "/work/operations", "settings", Act.Operate),
    ];

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is PageModel page && context.HttpContext.ActorOrNull() is { } actor)
        {
            page.ViewData.Surround(FrameOf(actor, context.HttpContext.Request.Path));
        }

        return next();
    }

    private static WorkbenchFrame FrameOf(Actor actor, PathString path)
    {
        var agencies = actor.Posts.DistinctBy(post => post.AgencyId).Select(post => new FrameAgency(post.AgencyId, post.AgencyName)).ToList();
        var modules = Modules.Where(module => Gate.MayAnywhere(actor, module.Act)).ToList();

        // A module below another, as 规范性文件 below 文件, is where one is, and not the other.
        var here = modules.Where(module => path.StartsWithSegments(module.Href)).Select(module => module.Href).MaxBy(href => href.Length);
        var groups = modules
            .GroupBy(module => module.Group)
            .Select(group => new NavigationGroup(group.Key, [.. group.Select(module => new NavigationItem(module.Label, module.Href, module.Icon) { IsActive = module.Href == here })]));
        return new WorkbenchFrame
        {
            Person = actor.Name,
            Agency = agencies.Find(agency => agency.Id == actor.AgencyId),
            Agencies = agencies,
            Navigation = [new NavigationGroup("", [new NavigationItem("工作台", "/work", "home") { IsActive = path == "/work" }, new NavigationItem("通知", "/work/notifications", "bell") { IsActive = path == "/work/notifications" }]), .. groups],
        };
    }
}
