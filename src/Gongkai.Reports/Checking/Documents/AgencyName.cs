using Gongkai.Law.Reporting;

namespace Gongkai.Reports.Checking.Documents;

/// <summary>What the name of an agency says for certain about its level and about who it is.</summary>
internal static class AgencyName
{
    // Words that end in 区 and are no county-level government: 开发区, 自治区, 高新区 and the like.
    private static readonly string[] NoDistricts =
    [
        "开发区", "自治区", "新区", "高新区", "园区", "景区", "名胜区", "保护区", "示范区", "试验区", "实验区", "产业区", "工业区", "矿区", "林区",
        "管理区", "合作区", "社区", "校区", "库区", "灾区", "城区", "地区", "特区", "度假区", "保税区", "经开区", "行政区", "集聚区", "牧区",
    ];

    private static readonly string[] Endings =
    [
        "人民政府办公室", "人民政府办公厅", "人民政府", "街道办事处", "办事处", "政府办公室", "政府办", "政府", "办公室",
    ];

    /// <summary>The level that the name says, or null where it does not say it surely: 某某市 may be a city or a county-level city.</summary>
    public static GovernmentLevel? LevelOf(string? agency)
    {
        if (string.IsNullOrEmpty(agency))
        {
            return null;
        }

        if (IsTown(agency))
        {
            return GovernmentLevel.Township;
        }

        for (var index = agency.Length - 1; index > 0; index--)
        {
            switch (agency[index])
            {
                case '县' or '旗':
                    return GovernmentLevel.County;
                case '区':
                    return Array.Exists(NoDistricts, word => agency.AsSpan(0, index + 1).EndsWith(word, StringComparison.Ordinal)) ? null : GovernmentLevel.County;
                case '市' or '州' or '盟' or '省':
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether it is a 乡, 镇 or 街道, or its government.</summary>
    public static bool IsTown(string agency)
    {
        var core = Core(agency);
        return core.EndsWith("街道", StringComparison.Ordinal)
            || core.EndsWith('乡') || core.EndsWith('镇') || core.EndsWith("苏木", StringComparison.Ordinal)
            || agency.EndsWith("街道办事处", StringComparison.Ordinal);
    }

    /// <summary>Whether it is a government of county level or above as a whole, by name.</summary>
    public static bool IsWholeGovernment(string agency) =>
        agency.EndsWith("人民政府", StringComparison.Ordinal) && !IsTown(agency);

    /// <summary>The name without the ending that says only what kind of office it is.</summary>
    public static string Core(string agency)
    {
        var ending = Array.Find(Endings, ending => agency.Length > ending.Length && agency.EndsWith(ending, StringComparison.Ordinal));
        return ending is null ? agency : ending == "街道办事处" ? agency[..^3] : agency[..^ending.Length];
    }

    /// <summary>Whether both could name the same agency: one is written within the other, or is its short form.</summary>
    public static bool MayBeSame(string one, string other)
    {
        var (first, second) = (Core(one), Core(other));
        var (shorter, longer) = first.Length <= second.Length ? (first, second) : (second, first);
        return shorter.Length < 2 || IsWithin(shorter, longer) || longer.Contains(LocalName(shorter), StringComparison.Ordinal);
    }

    /// <summary>The name without the regions in front of it: 河口镇 for 某县河口镇.</summary>
    public static string LocalName(string name)
    {
        var start = name.Length < 4 ? -1 : name.LastIndexOfAny(['省', '市', '县', '区', '旗'], name.Length - 3);
        return name[(start + 1)..];
    }

    /// <summary>Whether the characters of the short name stand in the long one in the same order, as in 县政府办公室 for 某县人民政府办公室.</summary>
    public static bool IsWithin(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        foreach (var character in shorter)
        {
            var at = longer.IndexOf(character);
            if (at < 0)
            {
                return false;
            }

            longer = longer[(at + 1)..];
        }

        return true;
    }
}
