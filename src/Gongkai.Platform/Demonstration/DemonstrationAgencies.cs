using Gongkai.Law.Reporting;
using Gongkai.Platform.Organizations;

namespace Gongkai.Platform.Demonstration;

/// <summary>The agencies of an invented county.</summary>
internal static class DemonstrationAgencies
{
    public const string County = "青禾县";

    private static readonly string[] Departments =
    [
        "发展和改革局", "教育局", "工业和信息化局", "公安局", "民政局", "司法局", "财政局", "人力资源和社会保障局", "自然资源局", "住房和城乡建设局",
        "交通运输局", "水利局", "农业农村局", "文化和旅游局", "卫生健康局", "应急管理局", "审计局", "市场监督管理局", "医疗保障局", "统计局",
    ];

    private static readonly string[] Townships = ["云溪镇", "石塘坞镇", "芦汊镇", "麦垄镇", "新渡口镇", "柳汀乡", "鹤坪乡", "竹篱乡", "桑园乡", "望河乡"];

    private static readonly string[] Subdistricts = ["双槐街道", "杏雨街道"];

    private static readonly string[] Villages = ["上埠村", "下埠村", "临溪村"];

    public static Agency Root(DateOnly since) => New(null, $"{County}人民政府", "县政府", AgencyKind.Government, GovernmentLevel.County, 0, since);

    /// <summary>Everything below the county, but for the villages.</summary>
    public static IEnumerable<Agency> Below(int rootId, DateOnly since)
    {
        var order = 1;
        yield return New(rootId, $"{County}人民政府办公室", "县政府办", AgencyKind.Department, GovernmentLevel.County, order++, since);
        foreach (var name in Departments)
        {
            yield return New(rootId, County + name, name, AgencyKind.Department, GovernmentLevel.County, order++, since);
        }

        foreach (var name in Townships)
        {
            yield return New(rootId, $"{County}{name}人民政府", name, AgencyKind.Township, GovernmentLevel.Township, order++, since);
        }

        foreach (var name in Subdistricts)
        {
            yield return New(rootId, $"{County}{name}办事处", name, AgencyKind.Subdistrict, GovernmentLevel.Township, order++, since);
        }

        yield return New(rootId, $"{County}经济开发区管理委员会", "开发区", AgencyKind.DevelopmentZone, GovernmentLevel.County, order++, since);
        yield return New(rootId, $"国家税务总局{County}税务局", "税务局", AgencyKind.VerticalOffice, GovernmentLevel.County, order++, since);
        yield return New(rootId, $"{County}气象局", "气象局", AgencyKind.VerticalOffice, GovernmentLevel.County, order++, since);
        yield return New(rootId, $"{County}供水公司", "供水公司", AgencyKind.PublicEnterprise, GovernmentLevel.County, order, since);
    }

    public static IEnumerable<Agency> VillagesOf(Agency township, DateOnly since) =>
        Villages.Select((name, index) =>
            New(township.Id, $"{township.ShortName}{name}村民委员会", name, AgencyKind.VillageCommittee, GovernmentLevel.Township, index + 1, since));

    private static Agency New(int? parent, string name, string shortName, AgencyKind kind, GovernmentLevel level, int order, DateOnly since)
    {
        var agency = new Agency { ParentId = parent, Name = name };
        (AgencyFacts.New(name, kind, level, since) with { ShortName = shortName, Level = level, SortOrder = order }).WriteTo(agency);
        var isVillage = kind == AgencyKind.VillageCommittee;
        new AgencyProfile
        {
            Functions = isVillage ? null : $"{shortName}承担本行政区域内法律法规规定的职责，并负责本机关的政府信息公开工作。",
            Address = $"{County}和顺路{18 + order}号",
            OfficeHours = "周一至周五 8:30—12:00、14:30—18:00（法定节假日除外）",
            Telephone = FormattableString.Invariant($"000-5550{100 + order}"),
            Email = "gongkai@example.org",
            Postcode = "000100",
            Head = isVillage ? null : "主要负责人",
        }.WriteTo(agency);
        return agency;
    }
}
