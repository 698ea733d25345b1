using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Demonstration;

/// <summary>The people of the demonstration: who logs in as what.</summary>
public static class DemonstrationPeople
{
    /// <summary>The agencies are given by their short names.</summary>
    public static IReadOnlyList<DemonstrationPerson> All { get; } =
    [
        new("lin", "林晓梅", "县政府", [Role.AuthorityOfficer]),
        new("fang", "方启明", "县政府", [Role.Head]),
        new("chen", "陈小禾", "云溪镇", [Role.Clerk]),
        new("zhao", "赵青", "云溪镇", [Role.FirstReviewer]),
        new("wu", "吴国平", "云溪镇", [Role.SecondReviewer]),
        new("sun", "孙雅", "云溪镇", [Role.SecrecyReviewer]),
        new("he", "何建", "云溪镇", [Role.Head]),
        new("xu", "徐蕾", "教育局", [Role.Clerk]),
        new("gao", "高远", "教育局", [Role.Head]),
        new("pan", "潘文", "鹤坪乡", [Role.Clerk]),
        new("system", "系统管理员", "县政府", [Role.SystemAdministrator]),
        new("security", "安全管理员", "县政府", [Role.SecurityAdministrator]),
        new("audit", "审计管理员", "县政府", [Role.AuditAdministrator]),
    ];
}

/// <summary>A person of the demonstration.</summary>
public sealed record DemonstrationPerson(string UserName, string Name, string Agency, IReadOnlyList<Role> Roles);
