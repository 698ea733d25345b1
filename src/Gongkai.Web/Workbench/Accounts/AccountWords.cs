using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.Administration;

namespace Gongkai.Web.Workbench.Accounts;

internal static class AccountWords
{
    public static string Of(IEnumerable<PostRow> posts) => string.Join("；", posts.Select(post => $"{post.AgencyName} {post.Role.Label()}{(post.DeputyFor is null ? "" : $"（代理{post.DeputyFor}）")}"));

    public static string State(AccountRow row) => row switch
    {
        { IsDisabled: true } => "已停用",
        { IsLocked: true } => "密码多次错误，暂时锁定",
        { HasPassword: false } => "还没有设置密码",
        { HasSecondFactor: true } => "正常，有二次验证",
        _ => "正常",
    };

    public static string Of(PostFault fault) => fault switch
    {
        PostFault.EndsBeforeItBegins => "截止日期不能早于起始日期。",
        PostFault.NoSuchPerson => "没有这个人，请检查用户名。",
        PostFault.AlreadyHeld => "这个人在那段时间已经有同样的岗位。",
        PostFault.AdministratorsAreSeparate => "系统管理员、安全管理员、审计管理员要由不同的人担任，这个人已经是另一类管理员。",
    };

    public static string Of(AddPost.Refusal refusal, PostFault? fault) => refusal switch
    {
        AddPost.Refusal.NotAllowed => "这个机关不在您的管理范围内。",
        AddPost.Refusal.Oneself => "不能给自己增加岗位，请另一位安全管理员来做。",
        AddPost.Refusal.NotPossible => Of(fault!.Value),
    };

    public static string Of(AccountRefusal refusal) => refusal switch
    {
        AccountRefusal.NotAllowed => "这个人在您管理范围之外还有岗位，请联系上级的安全管理员。",
        AccountRefusal.Oneself => "不能改自己的账号，请另一位安全管理员来做。",
    };

    public static string Of(EndPost.Refusal refusal) => refusal switch
    {
        EndPost.Refusal.NotAllowed => "这个岗位不在您的管理范围内。",
        EndPost.Refusal.Oneself => "不能结束自己的岗位，请另一位安全管理员来做。",
        EndPost.Refusal.InThePast => "截止日期不能早于昨天。",
        EndPost.Refusal.EndsEarlier => "这个岗位本来就在更早的日期结束。",
    };
}
