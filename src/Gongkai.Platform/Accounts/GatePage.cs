using System.Globalization;
using System.Text;

namespace Gongkai.Platform.Accounts;

/// <summary>Who may do what, as a page: <c>docs/roles.md</c>.</summary>
public static class GatePage
{
    public static string Markdown()
    {
        var roles = Enum.GetValues<Role>();
        var page = new StringBuilder();
        page.Append("# 角色与权限\n\n本页由程序生成（`GatePage.Markdown()`）。表中没有列出的，一律不允许。一个人可以在几个机关任职，权限相加；代理岗位在代理期内与正式岗位相同。\n\n");
        page.Append("系统管理员、安全管理员、审计管理员三者分设，一个账号不能兼任其中两个；任何人不能给自己设岗位。\n\n");
        page.Append("| 事项 |");
        foreach (var role in roles)
        {
            page.Append(CultureInfo.InvariantCulture, $" {role.Label()} |");
        }

        page.Append("\n| --- |").Insert(page.Length, " --- |", roles.Length).Append('\n');
        foreach (var act in Enum.GetValues<Act>())
        {
            page.Append(CultureInfo.InvariantCulture, $"| {act.Label()} |");
            foreach (var role in roles)
            {
                page.Append(CultureInfo.InvariantCulture, $" {Gate.Lines.SingleOrDefault(line => line.Role == role && line.Act == act)?.Reach ?? "—"} |");
            }

            page.Append('\n');
        }

        return page.ToString();
    }
}
