namespace Gongkai.Testing.Reports;

/// <summary>Counties, towns and offices that do not exist.</summary>
internal static class InventedPlaces
{
    private static readonly string[] Counties =
        ["青禾县", "白鹭县", "松澜县", "望梧区", "沧棠市", "南屿县", "岚桥县", "澄湾区", "北栎县", "枫泊市"];

    private static readonly string[] Towns =
        ["云溪镇", "石塘坞镇", "柳汀乡", "鹤坪乡", "新渡口镇", "杏雨街道", "麦垄镇", "竹篱乡", "双槐街道", "芦汊镇"];

    private static readonly string[] Offices =
        ["农业农村局", "民政局", "水利局", "教育局", "市场监督管理局", "卫生健康局", "交通运输局", "自然资源局", "人民政府办公室", "医疗保障局"];

    public static string Agency(Random random)
    {
        var county = Counties[random.Next(Counties.Length)];
        if (random.Next(2) == 0)
        {
            return county + Offices[random.Next(Offices.Length)];
        }

        var town = Towns[random.Next(Towns.Length)];
        return county + town + (town.EndsWith("街道", StringComparison.Ordinal) ? "办事处" : "人民政府");
    }
}
