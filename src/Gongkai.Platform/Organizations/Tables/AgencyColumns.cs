using System.Collections.Frozen;
using System.Globalization;
using Gongkai.Law.Reporting;

namespace Gongkai.Platform.Organizations.Tables;

/// <summary>The columns of a list of agencies and the words in them.</summary>
internal static class AgencyColumns
{
    /// <summary>In a cell: the field is emptied. An empty cell leaves it as it is.</summary>
    public const string Clear = "清空";

    private static readonly string[] DateFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    private static readonly FrozenDictionary<string, AgencyKind> Kinds = Words(
        Enum.GetValues<AgencyKind>(), AgencyWords.Of,
        ("政府", AgencyKind.Government), ("部门", AgencyKind.Department), ("工作部门", AgencyKind.Department), ("乡镇", AgencyKind.Township), ("乡镇政府", AgencyKind.Township),
        ("街道", AgencyKind.Subdistrict), ("开发区", AgencyKind.DevelopmentZone), ("授权组织", AgencyKind.AuthorizedOrganization), ("垂直管理", AgencyKind.VerticalOffice),
        ("村居", AgencyKind.VillageCommittee), ("村委会", AgencyKind.VillageCommittee), ("居委会", AgencyKind.VillageCommittee));

    private static readonly FrozenDictionary<string, GovernmentLevel> Levels = Words(
        Enum.GetValues<GovernmentLevel>(), AgencyWords.Of, ("省", GovernmentLevel.Province), ("市", GovernmentLevel.City), ("县", GovernmentLevel.County), ("乡镇", GovernmentLevel.Township), ("乡镇级", GovernmentLevel.Township));

    private static readonly FrozenDictionary<string, AgencyField> Headings = Words(
        Enum.GetValues<AgencyField>(), AgencyWords.Of,
        ("机关名称", AgencyField.Name), ("单位名称", AgencyField.Name), ("上级", AgencyField.Parent), ("上级单位", AgencyField.Parent),
        ("社会信用代码", AgencyField.CreditCode), ("信用代码", AgencyField.CreditCode), ("区划代码", AgencyField.DivisionCode),
        ("电话", AgencyField.Telephone), ("地址", AgencyField.Address), ("邮编", AgencyField.Postcode), ("邮箱", AgencyField.Email), ("职能", AgencyField.Functions));

    /// <summary>The fields in the order of their columns.</summary>
    public static IReadOnlyList<AgencyField> All { get; } = Enum.GetValues<AgencyField>();

    public static IReadOnlyList<string> Titles { get; } = [.. All.Select(AgencyWords.Of)];

    public static int[] Widths { get; } = [.. All.Select(field => field switch
    {
        AgencyField.Name or AgencyField.Parent or AgencyField.Address => 30,
        AgencyField.CreditCode or AgencyField.Authority or AgencyField.OfficeHours or AgencyField.Email => 22,
        AgencyField.Functions => 60,
        _ => 14,
    })];

    public static AgencyField? FieldOf(string heading) =>
        Headings.TryGetValue(heading.Split('（', '(')[0].Trim().TrimStart('*'), out var field) ? field : null;

    /// <summary>A field as a cell shows it; parent and authority are named by the caller.</summary>
    public static string Shown(AgencyField field, AgencyFacts facts, AgencyProfile profile, string parent, string authority) => field switch
    {
        AgencyField.Name => facts.Name,
        AgencyField.ShortName => facts.ShortName ?? "",
        AgencyField.Kind => AgencyWords.Of(facts.Kind),
        AgencyField.Level => AgencyWords.Of(facts.Level),
        AgencyField.Parent => parent,
        AgencyField.CreditCode => facts.CreditCode ?? "",
        AgencyField.DivisionCode => facts.DivisionCode ?? "",
        AgencyField.SiteCode => facts.SiteCode ?? "",
        AgencyField.ValidFrom => facts.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        AgencyField.Authority => authority,
        AgencyField.MustFile => AgencyWords.YesOrNo(facts.MustFile),
        AgencyField.FilesFrom => facts.FilesFrom?.ToString(CultureInfo.InvariantCulture) ?? "",
        AgencyField.CountedInSum => AgencyWords.YesOrNo(facts.CountedInSum),
        AgencyField.IsVertical => AgencyWords.YesOrNo(facts.IsVertical),
        AgencyField.SortOrder => facts.SortOrder.ToString(CultureInfo.InvariantCulture),
        AgencyField.Functions => profile.Functions ?? "",
        AgencyField.Address => profile.Address ?? "",
        AgencyField.OfficeHours => profile.OfficeHours ?? "",
        AgencyField.Telephone => profile.Telephone ?? "",
        AgencyField.Email => profile.Email ?? "",
        AgencyField.Postcode => profile.Postcode ?? "",
        AgencyField.Head => profile.Head ?? "",
    };

    /// <summary>Where two states of an agency differ, in the words of lists.</summary>
    public static IReadOnlyList<FieldChange> Differences(
        (AgencyFacts Facts, AgencyProfile Profile, string Authority) before, (AgencyFacts Facts, AgencyProfile Profile, string Authority) after) =>
    [
        .. All.Where(field => field is not AgencyField.Parent)
            .Select(field => new FieldChange(field, Shown(field, before.Facts, before.Profile, "", before.Authority), Shown(field, after.Facts, after.Profile, "", after.Authority)))
            .Where(change => change.Before != change.After),
    ];

    public static AgencyKind? KindOf(string cell) => Kinds.TryGetValue(cell, out var kind) ? kind : null;

    public static GovernmentLevel? LevelOf(string cell) => Levels.TryGetValue(cell, out var level) ? level : null;

    public static bool? TruthOf(string cell) => cell.ToUpperInvariant() switch
    {
        "是" or "√" or "✓" or "Y" or "YES" or "TRUE" or "1" => true,
        "否" or "×" or "✗" or "N" or "NO" or "FALSE" or "0" => false,
        _ => null,
    };

    public static int? NumberOf(string cell) =>
        int.TryParse(cell.TrimEnd('年'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? DateOf(string cell) =>
        DateOnly.TryParseExact(cell, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static FrozenDictionary<string, T> Words<T>(IEnumerable<T> values, Func<T, string> word, params (string Word, T Value)[] others) =>
        values.Select(value => (Word: word(value), Value: value)).Concat(others).ToFrozenDictionary(pair => pair.Word, pair => pair.Value);
}
