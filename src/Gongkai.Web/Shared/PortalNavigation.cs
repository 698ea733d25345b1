namespace Gongkai.Web.Shared;

/// <summary>The navigation of the portal: two levels at most (国办发〔2017〕47号).</summary>
public static class PortalNavigation
{
    public static IReadOnlyList<PortalNavigationItem> Items { get; } =
    [
        new("首页", "/"),
        new("法定主动公开", "/catalog")
        {
            Below =
            [
                new("公开目录", "/catalog"),
                new("政策文件", "/documents?kind=PolicyDocument"),
                new("规范性文件", "/documents?kind=NormativeDocument"),
                new("政策解读", "/documents?kind=Interpretation"),
                new("通知公告", "/documents?kind=Notice"),
                new("最新公开", "/documents"),
                new("邮件订阅", "/subscribe"),
            ],
        },
        new("机构", "/agencies"),
        new("依申请公开", "/request")
        {
            Below =
            [
                new("提交申请", "/request"),
                new("查询办理进度", "/request/track"),
                new("办结的申请", "/requests"),
                new("期限计算", "/calculator"),
            ],
        },
        new("互动交流", "/consultations")
        {
            Below =
            [
                new("意见征集", "/consultations"),
                new("咨询投诉", "/letters"),
                new("写信", "/letters/new"),
                new("查询答复", "/letters/track"),
                new("网上调查", "/questionnaires"),
                new("查阅场所", "/reading-points"),
            ],
        },
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
