namespace Gongkai.Law.Reporting;

/// <summary>Who files an annual report, as far as the last day for it depends on that.</summary>
public enum Filer
{
    /// <summary>县级以上人民政府部门, and the towns and bodies that follow its date (条例第四十九条第一款).</summary>
    Department,

    /// <summary>The report of a whole government at county level or above (条例第四十九条第二款).</summary>
    Government,
}
