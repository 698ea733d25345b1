using System.Globalization;

namespace Gongkai.Platform.Ledgers;

/// <summary>What people read of the ledgers.</summary>
public static class LedgerWords
{
    public static string Of(ActKind kind) => kind switch
    {
        ActKind.Licence => "行政许可",
        ActKind.Penalty => "行政处罚",
        ActKind.Coercion => "行政强制",
        ActKind.Charge => "行政事业性收费",
    };

    public static string Of(ActSource source) => source switch
    {
        ActSource.Entered => "手工登记",
        ActSource.Imported => "文件导入",
        ActSource.Api => "系统接口",
    };

    public static string Of(ActStepKind step) => step switch
    {
        ActStepKind.Entered => "登记",
        ActStepKind.Corrected => "更正",
        ActStepKind.Revoked => "撤销决定",
        ActStepKind.RevocationTakenBack => "取消撤销",
        ActStepKind.Retracted => "误录，不再统计",
    };

    public static string Sentence(ActRefusal refusal) => refusal switch
    {
        ActRefusal.NotFound => "没有找到这条记录，或者您没有查看的权限。",
        ActRefusal.NotAllowed => "您的岗位不能登记这个机关的台账，请由该机关的信息员办理。",
        ActRefusal.Wrong => "有几项要改，改好再保存。",
        ActRefusal.AlreadyThere => "台账里已经有这个文号（或者同一项目、同一期间的收费），同一件只统计一次；内容不对的请更正原来那一条。",
        ActRefusal.PeriodOverlaps => "同一收费项目在这段期间已经登记过，重叠的部分会重复统计；请核对期间，或者更正原来那一条。",
        ActRefusal.ReasonMissing => "请写明原因，最多 300 个字。",
        ActRefusal.DateOutOfRange => "撤销的日期要在决定之后、今天以前。",
        ActRefusal.WrongState => "这条记录现在的状态不能做这一步，请刷新页面看看。",
        ActRefusal.NothingChanged => "内容没有变化，没有更正。",
        ActRefusal.NoSuchDocument => "没有找到这份公示文件；请填本机关已经发布的文件编号。",
    };

    public static string Days(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (_, null) => "",
        ({ } first, { } last) when first.Day == 1 && last == first.AddMonths(1).AddDays(-1) => string.Create(CultureInfo.InvariantCulture, $"{first:yyyy}年{first.Month}月"),
        ({ } first, { } last) when first.Day == 1 && first.Month % 3 == 1 && last == first.AddMonths(3).AddDays(-1) => string.Create(CultureInfo.InvariantCulture, $"{first:yyyy}年第{(first.Month / 3) + 1}季度"),
        ({ } first, { } last) => string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}至{last:yyyy-MM-dd}"),
        (null, { } last) => last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>In 万元, without zeros at its end.</summary>
    public static string Amount(decimal? amount) => amount?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Why something was not done with an act.</summary>
public enum ActRefusal
{
    NotFound,
    NotAllowed,
    Wrong,
    AlreadyThere,
    PeriodOverlaps,
    ReasonMissing,
    DateOutOfRange,
    WrongState,
    NothingChanged,
    NoSuchDocument,
}

/// <summary>What came of it.</summary>
public sealed record ActTaken(long? ActId, ActRefusal? Refusal)
{
    public IReadOnlyList<ActFault> Faults { get; init; } = [];

    public string? Message => Refusal is { } refusal ? LedgerWords.Sentence(refusal) : null;
}
